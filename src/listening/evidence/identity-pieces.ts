import { nameLikeness } from "./name-likeness.ts"
import { namesIn } from "./names-in.ts"
import { addressesIn, caseNumbersIn, isReference, plainAddress, plainReference, referencesIn } from "./references-in.ts"
import type { OpenSide, OwnSide, Piece } from "./sides.ts"
import { WEIGHTS } from "./weights.ts"

/** Who speaks: handles, numbers, addresses, names. */
export function identityPieces(open: OpenSide, own: OwnSide): Piece[] {
  const said = [open.title, open.text, ...open.pictures].filter(Boolean).join("\n")
  return [handlePiece(open, own), ...numberPieces(said, own), namePiece(open, own)].filter((piece) => piece !== null)
}

const plainHandle = (handle: string): string => handle.trim().normalize("NFKC").toLowerCase().replace(/^@/, "")

function handlePiece({ author, networks }: OpenSide, { handles }: OwnSide): Piece | null {
  const handle = plainHandle(author?.handle ?? "")
  if (handle === "") return null
  const here = new Set(networks.map(plainNetwork))
  const bare = handle.split("@")[0]!
  const same = handles.filter(({ value }) => [handle, bare].includes(plainHandle(value)) || plainHandle(value).split("@")[0] === handle)
  const written = `@${handle}`
  const known = same.find(({ network }) => here.has(plainNetwork(network)))
  const shown = (one: { network: string; value: string }) => `${one.value} (${one.network})`
  if (known) return { kind: "handle", weight: known.verified ? WEIGHTS.handleVerified : WEIGHTS.handle, open: written, own: shown(known) }
  if (same[0] && bare.length >= 5) return { kind: "handle", weight: WEIGHTS.handleElsewhere, open: written, own: shown(same[0]) }
  const other = handles.find(({ network, verified }) => verified && here.has(plainNetwork(network)))
  return other ? { kind: "other-handle", weight: WEIGHTS.otherHandle, open: written, own: shown(other) } : null
}

/** `Bluesky`, `bsky.app` and `bluesky` are one network, and so are `x.com` and `twitter`. */
function plainNetwork(network: string): string {
  const name = network
    .trim()
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/\.(?:com|app|social|org|net|tv)$/, "")
  return { bsky: "bluesky", twitter: "x", fb: "facebook", insta: "instagram" }[name] ?? name
}

function numberPieces(said: string, own: OwnSide): Piece[] {
  const pieces: Piece[] = []
  const references = new Map(own.references.map((written) => [plainReference(written), written]))
  const reference = referencesIn(said).find(({ plain }) => references.has(plain) && isReference(plain))
  if (reference)
    pieces.push({ kind: "reference", weight: WEIGHTS.reference, open: reference.written, own: references.get(reference.plain)! })
  const number = caseNumbersIn(said).find((one) => one.number === own.number)
  if (number && !reference) pieces.push({ kind: "case-number", weight: WEIGHTS.caseNumber, open: number.written, own: `#${own.number}` })
  const addresses = new Map(own.addresses.map((written) => [plainAddress(written), written]))
  const address = addressesIn(said).find(({ plain }) => addresses.has(plain))
  if (address) pieces.push({ kind: "address", weight: WEIGHTS.address, open: address.written, own: addresses.get(address.plain)! })
  return pieces
}

function namePiece({ author }: OpenSide, { names, words }: OwnSide): Piece | null {
  if (!author || (!author.name && !author.handle)) return null
  const shown = author.name || `@${(author.handle ?? "").replace(/^@/, "")}`
  const theirs = names.map((name) => ({ name, weight: nameLikeness(author, name) ?? 0 }))
  const best = theirs.reduce<(typeof theirs)[number] | null>((found, one) => (one.weight > (found?.weight ?? 0) ? one : found), null)
  const mentioned = [...new Set(words.flatMap(namesIn))].map((name) => ({
    name,
    weight: WEIGHTS.nameMentioned * (nameLikeness(author, name) ?? 0),
  }))
  const spoken = mentioned.reduce<(typeof mentioned)[number] | null>(
    (found, one) => (one.weight > (found?.weight ?? 0) ? one : found),
    null,
  )
  const likeliest = (spoken?.weight ?? 0) > (best?.weight ?? 0) ? spoken : best
  if (likeliest) return { kind: "name", weight: likeliest.weight, open: shown, own: likeliest.name }
  const other = theirs.find(({ weight }) => weight < 0)
  return other ? { kind: "other-name", weight: other.weight, open: shown, own: other.name } : null
}
