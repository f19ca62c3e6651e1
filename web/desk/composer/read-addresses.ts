import type { Address } from "../api/types.ts"

/** Words that were pasted with no address among them yet, or one address with the name beside it. */
interface Piece {
  words: string
  /** What stood in angle brackets; null: nothing did. */
  address: string | null
  /** Whether a comma ended it: what comes next may go on with the same name. */
  goesOn: boolean
}

/** What browsers and web pages leave in an address without showing it. */
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\s]/g
const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`
/** Up to an address in brackets, or up to what separates; separators in quotes, and commas in a comment, separate nothing. */
const PIECE = new RegExp(
  String.raw`((?:${QUOTED}|\([^()]*\)|[^<,;，；\n\r])*)(?:<([^<>]*)(?:>|(?=[,;，；\n\r])|$))?\s*([,;，；\n\r]|$)?`,
  "g",
)
const WORD = new RegExp(String.raw`(?:${QUOTED}|\S)+`, "g")

/**
 * Addresses as people paste them: with names, in quotes or not, with commas in them; separated by commas, semicolons, lines or nothing
 * but a space. What can't be read as an address stays one of its own, as typed: it is refused by its words, and nobody is left out unseen.
 */
export function readAddresses(typed: string): Address[] {
  const people: Address[] = []
  let before: string[] = []
  const giveUp = (): void => {
    people.push(...before.map((words) => ({ name: "", address: words })))
    before = []
  }
  for (const { words, address, goesOn } of piecesOf(typed)) {
    if (address !== null) {
      people.push(named([...before, words].filter(Boolean).join(", "), address))
      before = []
    } else if (words.includes("@")) {
      giveUp()
      people.push(...bare(words))
    } else if (words) before.push(words)
    if (!goesOn) giveUp()
  }
  giveUp()
  const seen = new Set<string>()
  return people.filter(({ address }) => {
    const same = address.toLowerCase()
    return address !== "" && !seen.has(same) && seen.add(same)
  })
}

function piecesOf(typed: string): Piece[] {
  return [...typed.matchAll(PIECE)].map(([, words = "", address, end = ""]) => ({
    words: words.trim(),
    address: address ?? null,
    goesOn: /[,，]/.test(end),
  }))
}

/** `a@x.fr b@x.fr`, `Ana a@x.fr`, `a@x.fr (Ana)`. */
function bare(words: string): Address[] {
  const people: Address[] = []
  const [, text = "", comment = ""] = /^(.*?)(?:\(([^()]*)\))?$/s.exec(words) ?? []
  let name: string[] = []
  for (const [word] of text.matchAll(WORD)) {
    if (/^(?:[^"]|".*")+@/.test(word)) {
      people.push(named(name.join(" "), word))
      name = []
    } else name.push(word)
  }
  const [last] = people.slice(-1)
  if (comment && last && !last.name && name.length === 0) last.name = plain(comment)
  return name.length > 0 ? [...people, { name: "", address: name.join(" ") }] : people
}

function named(name: string, written: string): Address {
  const address = (written.includes('"') ? written.trim() : written.replaceAll(UNSEEN, "")).replace(/^mailto:/i, "").replace(/[.>]+$/, "")
  const words = plain(name.replace(/\s*\([^()]*\)\s*$/, ""))
  return { name: words.toLowerCase() === address.toLowerCase() ? "" : words, address }
}

/** A name without the quotes it was pasted in. */
function plain(name: string): string {
  const [, quoted] = /^"(.*)"$|^'.*'$/s.exec(name.trim()) ?? []
  if (quoted !== undefined) return quoted.replaceAll(/\\(.)/gs, "$1").trim()
  return name
    .trim()
    .replace(/^'(.*)'$/s, "$1")
    .replaceAll(/\s+/g, " ")
}

/** The same as one may type it. */
export function writeAddresses(people: readonly Address[]): string {
  return people.map(({ name, address }) => (name ? `${quoted(name)} <${address}>` : address)).join(", ")
}

const quoted = (name: string): string => (/["\\(),;:<>@，；]/.test(name) ? `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"` : name)
