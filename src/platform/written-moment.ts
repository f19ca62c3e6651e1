/** In which order a table writes days and months: 03/11/2026 is the third of November, or the eleventh of March. */
export const DATE_ORDERS = ["day-first", "month-first"] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/**
 * A moment as a table writes it: ISO 8601, or day, month and year in numbers. Without a zone it is UTC. Null: it is none, or nobody can say
 * which number is the month.
 */
export function writtenMoment(text: string, order: DateOrder | null): Date | null {
  const written = text.trim()
  const iso = ISO.exec(written)
  if (iso) return moment(iso[1], iso[2], iso[3], iso.slice(4, 7), iso[7])
  const numbers = NUMBERS.exec(written)
  const first = numbers && (orderOf(written) ?? order ?? (numbers[1] === numbers[3] ? "day-first" : null))
  if (!numbers || !first) return null
  const [day, month] = first === "day-first" ? [numbers[1], numbers[3]] : [numbers[3], numbers[1]]
  return moment(numbers[4], month, day, numbers.slice(5, 8), undefined)
}

/** Whether a date can be read in two ways. */
export const isAmbiguousMoment = (text: string): boolean => writtenMoment(text, null) === null && writtenMoment(text, "day-first") !== null

/** What a whole column says of its order: one that is proven by some and refuted by none. */
export class DateOrderProof {
  readonly #seen = new Set<DateOrder>()

  see(text: string): void {
    const order = orderOf(text.trim())
    if (order) this.#seen.add(order)
  }

  get order(): DateOrder | null {
    const [order] = this.#seen
    return order && this.#seen.size === 1 ? order : null
  }
}

/** What a date says of its own order: no year has a thirteenth month, and points follow the day. */
function orderOf(written: string): DateOrder | null {
  const numbers = NUMBERS.exec(written)
  if (!numbers) return null
  const [first, second] = [Number(numbers[1]), Number(numbers[3])]
  if (numbers[2] === "." || first > 12) return "day-first"
  return second > 12 ? "month-first" : null
}

type Part = string | undefined

/** Null for a day that no calendar has. */
function moment(year: Part, month: Part, day: Part, clock: readonly Part[], zone: Part): Date | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const [hours = 0, minutes = 0, seconds = 0] = clock.map((part) => Number(part ?? 0))
  const at = new Date(Date.UTC(y, m - 1, d, hours, minutes, seconds))
  const isThere = at.getUTCFullYear() === y && at.getUTCMonth() === m - 1 && at.getUTCDate() === d
  if (!isThere || hours > 23 || minutes > 59 || seconds > 59) return null
  const [, sign, zoneHours, zoneMinutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "") ?? []
  const offset = (Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0)) * 60_000
  return new Date(at.getTime() - (sign === "-" ? -offset : offset))
}
