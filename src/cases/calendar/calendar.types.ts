/** Hours of a weekday (ISO: 1 is Monday). "24:00" is the day's end; a `to` at or before `from` lies on the next day. */
export interface Span {
  days: readonly number[]
  from: string
  to: string
}

/** Public holidays that Vigie knows: none, those of France, those of Alsace and Moselle. */
export type Holidays = "none" | "FR" | "FR-alsace"
export const HOLIDAYS: readonly Holidays[] = ["none", "FR", "FR-alsace"]

/** One date that is unlike its weekday: closed, or open at these hours. Counts before holidays. */
export type ExtraDay = { date: string; closed: true } | { date: string; spans: readonly { from: string; to: string }[] }

/** When somebody is at work. */
export interface Calendar {
  timeZone: string
  spans: readonly Span[]
  holidays: Holidays
  extraDays: readonly ExtraDay[]
}
