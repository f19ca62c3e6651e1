import { fold } from "../text/fold.ts"

const DAY = 86_400_000
const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  `janvier january|fevrier february|mars march|avril april|mai may|juin june|juillet july|aout august|septembre september|octobre october|novembre november|decembre december`
    .split("|")
    .flatMap((names, month) => names.split(" ").map((name) => [name, month])),
)
const NAMES = Object.keys(MONTHS).join("|")
const DAY_MONTH = new RegExp(`(?<!\\d)(\\d{1,2})(?:er|st|nd|rd|th)?(?: of)? (${NAMES})(?: (\\d{4}))?`, "g")
const MONTH_DAY = new RegExp(`(?<!\\p{L})(${NAMES}) (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (\\d{4}))?`, "gu")
const ISO = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/g
const NUMERIC = /(?<!\d)(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/])/g

/** Days that a text names (as days since 1970), with how they are written. One without its year is the nearest to when it was said. */
export function datesIn(text: string, saidAt: Date): Map<number, string> {
  const plain = text.slice(0, 20_000).split(/\s+/).map(foldWord).join(" ")
  const found = new Map<number, string>()
  const add = (written: string, day: number, month: number, year: string | undefined) => {
    if (day < 1 || day > 31 || month < 0 || month > 11) return
    found.set(year ? dayOf(Number(year), month, day) : nearest(saidAt, month, day), written)
  }
  for (const [written, day, month, year] of plain.matchAll(DAY_MONTH)) add(written, Number(day), MONTHS[month!]!, year)
  for (const [written, month, day, year] of plain.matchAll(MONTH_DAY)) add(written, Number(day), MONTHS[month!]!, year)
  for (const [written, year, month, day] of plain.matchAll(ISO)) add(written, Number(day), Number(month) - 1, year)
  for (const [written, day, month, year] of plain.matchAll(NUMERIC)) add(written, Number(day), Number(month) - 1, year)
  return found
}

/** Small letters without accents, with what isn't a letter left in its place. */
const foldWord = (word: string): string => (/\d/.test(word) ? word.toLowerCase() : fold(word) || word)

const dayOf = (year: number, month: number, day: number): number => Math.floor(Date.UTC(year, month, day) / DAY)

export const dayOfMoment = (at: Date): number => Math.floor(at.getTime() / DAY)

function nearest(saidAt: Date, month: number, day: number): number {
  const said = dayOfMoment(saidAt)
  const years = [-1, 0, 1].map((more) => dayOf(saidAt.getUTCFullYear() + more, month, day))
  return years.reduce((best, one) => (Math.abs(one - said) < Math.abs(best - said) ? one : best))
}
