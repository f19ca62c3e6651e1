import { fold } from "../../search/plain.ts"

export type IdentifyingKind = "name" | "organisation" | "address" | "email" | "phone" | "reference" | "account"

/** A piece of a text by which a customer could be known. */
export interface Identifying {
  field: "title" | "body"
  start: number
  end: number
  text: string
  kind: IdentifyingKind
}

/** What is known of the customer whose case it was. */
export interface Known {
  kind: IdentifyingKind
  text: string
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00)?\d(?:[ .()/-]{0,2}\d){7,14}(?![\p{L}\p{N}])/gu
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g
/** "Commande n° 88412", "order #AB-1290", and any number of six digits or more. */
const REFERENCE =
  /(?:(?:commande|order|colis|parcel|facture|invoice|dossier|case|contrat|contract|réf(?:érence)?|ref(?:erence)?|n°|no\.|#)[\s.:#n°o]{0,4})([A-Z]{0,4}[-/]?\d[\w/-]{2,24})|(?<![\p{L}\p{N}])[A-Z]{0,3}-?\d{6,18}(?![\p{L}\p{N}])/giu
const STREET =
  /(?<![\p{L}\p{N}])\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|av\.|boulevard|bd|place|allée|chemin|impasse|quai|cours|route|square|passage)\s[^\n,.;]{2,60}/giu
const ENGLISH_STREET =
  /(?<![\p{L}\p{N}])\d{1,4}[a-z]?\s+(?:\p{Lu}[\p{L}'’]+\s){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|square|close|court|way|terrace)(?![\p{L}\p{N}])/giu
const POSTCODE_TOWN = /(?<![\p{L}\p{N}])(?:F-?|B-?|CH-?|L-?)?\d{4,5}\s+\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,3}/gu
/** Madame Rousseau, Mr Okafor. */
const TITLED = /(?<![\p{L}])(?:Mme|Madame|M\.|Monsieur|Mlle|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?)\s+(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)/gu

const PATTERNS: readonly [IdentifyingKind, RegExp][] = [
  ["email", EMAIL],
  ["account", IBAN],
  ["address", STREET],
  ["address", ENGLISH_STREET],
  ["address", POSTCODE_TOWN],
  ["reference", REFERENCE],
  ["phone", PHONE],
  ["name", TITLED],
]

/** What is known of the customer, wherever it stands, and what looks like somebody's, whoever's it is. In order, without overlaps. */
export function findIdentifying(field: Identifying["field"], text: string, known: readonly Known[]): Identifying[] {
  const found = [...known.flatMap((one) => placesOf(text, one)), ...PATTERNS.flatMap(([kind, pattern]) => matches(text, kind, pattern))]
  const kept: Omit<Identifying, "field" | "text">[] = []
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  return kept.map((one) => ({ field, ...one, text: text.slice(one.start, one.end) }))
}

type Place = Omit<Identifying, "field" | "text">

function matches(text: string, kind: IdentifyingKind, pattern: RegExp): Place[] {
  return [...text.matchAll(pattern)].map((found) => {
    const start = found[1] === undefined ? found.index : found.index + found[0].lastIndexOf(found[1])
    const end = found[1] === undefined ? found.index + found[0].trimEnd().length : start + found[1].length
    return { start, end, kind }
  })
}

const LETTER = /[\p{L}\p{N}]/u

/** Whole words only, accents and capitals aside: "Rose" in "Rose Martin" isn't found in "roses". */
function placesOf(text: string, { kind, text: wanted }: Known): Place[] {
  const needle = fold(wanted.trim())
  if (needle.length < 3) return []
  const { plain, places } = foldedPlaces(text)
  const found: Place[] = []
  for (let at = plain.indexOf(needle); at >= 0; at = plain.indexOf(needle, at + needle.length)) {
    const [before, after] = [plain[at - 1] ?? "", plain[at + needle.length] ?? ""]
    if (LETTER.test(before) || LETTER.test(after)) continue
    found.push({ start: places[at]!, end: places[at + needle.length]!, kind })
  }
  return found
}

/** The folded text, and where each of its letters stands in the text itself. */
function foldedPlaces(text: string): { plain: string; places: number[] } {
  let plain = ""
  const places: number[] = []
  let at = 0
  for (const letter of text) {
    const folded = fold(letter)
    for (let i = 0; i < folded.length; i++) places.push(at)
    plain += folded
    at += letter.length
  }
  places.push(at)
  return { plain, places }
}
