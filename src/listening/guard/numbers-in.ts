import { addressesIn, caseNumbersIn, isReference, plainAddress, plainReference, referencesIn } from "../evidence/references-in.ts"
import type { PrivateFacts, PrivatePiece } from "./find-private.ts"

/** So many signs of a reference are no chance, however they are parted. */
const PARTED = 6

/** With what stands before a number or inside it read as what it is for: of the same length. */
const readable = (text: string): string => text.replaceAll("#", " ").replace(/[\u2010\u2011]/g, "-")

/** References, addresses and the number of a case that stand in a text. */
export function numbersIn(text: string, { references, addresses, ours, words, number }: PrivateFacts, open: string): PrivatePiece[] {
  const [here, said] = [readable(text), readable(open)]
  const known = knownReferences(references)
  const written = addressesOf([...addresses, ...words].map(readable))
  const places = new Map([...written, ...addresses.map((one) => [sameAddress(plainAddress(one)), one] as const)])
  for (const one of ours) places.delete(sameAddress(plainAddress(one)))
  const saidReferences = new Set(referencesIn(said).map(({ plain }) => plain))
  const saidAddresses = addressesOf([said])
  return [
    ...referencesIn(here).flatMap(({ written, plain }) =>
      known.has(plain) && !saidReferences.has(plain) ? placed(text, here, written, "reference", known.get(plain)!) : [],
    ),
    ...[...known].flatMap(([plain, own]) => (saidReferences.has(plain) ? [] : partedIn(text, here, said, plain, own))),
    ...addressesIn(here).flatMap(({ written, plain }) =>
      places.has(sameAddress(plain)) && !saidAddresses.has(sameAddress(plain))
        ? placed(text, here, written, "address", places.get(sameAddress(plain))!)
        : [],
    ),
    ...caseNumbersIn(text).flatMap((one) => (one.number === number ? placed(text, text, one.written, "case-number", `#${number}`) : [])),
  ]
}

/** Of a telephone number the last eight digits: with or without the country's code and the nought that stands for it. */
const sameAddress = (plain: string): string => (plain.includes("@") ? plain : plain.slice(-8))

/** Numbers that everybody may call: they cost nothing, or more than others, and belong to companies. */
const FOR_ALL = /^(?:(?:\+|00)\d{2}[ .-]?|0[ .-]?|1[ .-]?)80\d|^1[ .-]8(?:33|44|55|66|77|88)|^0[ .-]?8[129]\d[ .-]\d{3}[ .-]\d{3}$/

/** Addresses that stand in texts, as they are compared, each as it is written there. */
function addressesOf(texts: readonly string[]): Map<string, string> {
  return new Map(
    texts.flatMap((text) =>
      addressesIn(text).flatMap(({ written, plain }) =>
        FOR_ALL.test(written.trim()) ? [] : [[sameAddress(plain), written.trim()] as const],
      ),
    ),
  )
}

/** References as they are compared, whole and without the letters before them, each with how the case writes it. */
function knownReferences(references: readonly string[]): Map<string, string> {
  const known = new Map<string, string>()
  for (const own of references)
    for (const plain of [plainReference(own), ...referencesIn(readable(own)).map((one) => one.plain)])
      if (isReference(plain) && !known.has(plain)) known.set(plain, own)
  return known
}

/** A reference with spaces, dots or hyphens anywhere between its signs; a part of a longer number isn't one. */
function partedIn(text: string, here: string, said: string, plain: string, own: string): PrivatePiece[] {
  if (plain.length < PARTED || !/^[\p{L}\p{N}]+$/u.test(plain)) return []
  const [before, after] = /^\d+$/.test(plain) ? ["(?<!\\d[\\s.-])", "(?![\\s.-]\\d)"] : ["", ""]
  const signs = [...plain].join("[ \\t\u00a0\u202f./–-]{0,2}")
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${before}${signs}(?![\\p{L}\\p{N}])${after}`, "giu")
  if (said.search(pattern) >= 0) return []
  return [...here.matchAll(pattern)].map(({ index, 0: written }) => {
    const end = index + written.length
    return { kind: "reference", start: index, end, text: text.slice(index, end), own }
  })
}

function placed(text: string, here: string, written: string, kind: PrivatePiece["kind"], own: string): PrivatePiece[] {
  const found: PrivatePiece[] = []
  for (let start = here.indexOf(written); start >= 0; start = here.indexOf(written, start + written.length)) {
    const end = start + written.length
    found.push({ kind, start, end, text: text.slice(start, end), own })
  }
  return found
}
