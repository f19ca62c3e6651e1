/** Something that was counted or given out: a sum, or a code. */
export interface Figure {
  key: string
  start: number
  end: number
}

const AMOUNT = "\\d{1,3}(?:[ .,'’\\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?"
const CURRENCY = "€|euros?|eur|£|pounds?|gbp|\\$|dollars?|usd|chf|francs?"
const SUM = new RegExp(`(?<![\\p{L}\\d])(?:(€|£|\\$)\\s?(${AMOUNT})|(${AMOUNT})\\s?(${CURRENCY})(?!\\p{L}))(?!\\d)`, "giu")
const SIGN: ReadonlyMap<string, string> = new Map([
  ["€", "eur"],
  ["eu", "eur"],
  ["£", "gbp"],
  ["po", "gbp"],
  ["gb", "gbp"],
  ["$", "usd"],
  ["do", "usd"],
  ["us", "usd"],
  ["ch", "chf"],
  ["fr", "chf"],
])
/** Round sums below this are said of anything. */
const ROUND = 100

/** Sums of money that tell something: to the cent, or not small. */
export function sumsIn(text: string): Figure[] {
  return [...text.matchAll(SUM)].flatMap((match) => {
    const written = (match[2] ?? match[3])!
    const sign = (match[1] ?? match[4])!.toLowerCase()
    const [, whole = "", cents = ""] = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(written) ?? []
    const units = Number(whole.replace(/\D/g, ""))
    if (units < ROUND && Number(cents) === 0) return []
    const key = `${units}.${cents.padEnd(2, "0")} ${SIGN.get(sign.length === 1 ? sign : sign.slice(0, 2)) ?? sign}`
    return [{ key, start: match.index, end: match.index + match[0].length }]
  })
}

const CALLED =
  "code|pin|mot de passe|password|passcode|otp|r[ée]f(?:[ée]rence)?|reservation|r[ée]servation|booking|dossier|contrat|contract|client|customer|compte|account|commande|order|colis|parcel|facture|invoice|ticket|badge|chambre|room|porte|digicode"
const CODE = new RegExp(
  `(?<!\\p{L})(?:${CALLED})s?(?:\\s{1,3}(?:is|was|est|était|de|of|no|n[°ºo]|num[ée]ro|number|d’accès|d'accès|client)){0,3}\\.?\\s{0,3}[:=#«"“]?\\s{0,3}#?((?=[\\p{L}\\d-]*\\d)[\\p{L}\\d]+(?:-[\\p{L}\\d]+)*)(?![\\p{L}\\d]|[.,]\\d)`,
  "giu",
)
const plain = (code: string): string => code.toLowerCase().replace(/-/g, "")

/** Short codes that a text calls so: with less of a name they would be any number. */
export function codesIn(text: string): Figure[] {
  return [...text.matchAll(CODE)].flatMap((match) => {
    const code = match[1]!
    const start = match.index + match[0].length - code.length
    return plain(code).length < 3 || plain(code).length > 12 ? [] : [{ key: plain(code), start, end: start + code.length }]
  })
}

/** These codes wherever they stand, if they can't be a word or a plain number; otherwise where the text calls them so. */
export function codesAmong(text: string, codes: ReadonlySet<string>): Figure[] {
  const called = codesIn(text).filter(({ key }) => codes.has(key))
  const bare = [...text.matchAll(/(?<![\p{L}\d.,-])(?=[\p{L}-]*\d)(?=[\d-]*\p{L})[\p{L}\d]+(?:-[\p{L}\d]+)*(?![\p{L}\d])/gu)].flatMap(
    ({ index, 0: code }) =>
      plain(code).length >= 4 && codes.has(plain(code)) ? [{ key: plain(code), start: index, end: index + code.length }] : [],
  )
  return [...new Map([...bare, ...called].map((one) => [one.start, one])).values()]
}
