import { sql } from "kysely"
import type { Reader } from "#platform"

const PATTERNS = [
  /^(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?$/,
  /^(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})$/,
]

/**
 * When a day, a month or a year begins, where the reader is: `2026-11-02`, `2026-11`, `2026`, `02/11/2026`.
 * Null for anything else, and for days that no calendar has.
 */
export async function dayBounds(reader: Reader, typed: string, timeZone: string): Promise<{ from: Date } | null> {
  const found = PATTERNS.map((pattern) => pattern.exec(typed)?.groups).find(Boolean)
  if (!found) return null
  const [year, month, day] = [Number(found["year"]), Number(found["month"] ?? 1), Number(found["day"] ?? 1)]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1970 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  const midnight = `${date.toISOString().slice(0, 10)} 00:00:00`
  const at = await sql<{ at: Date }>`select ${midnight}::timestamp at time zone ${timeZone} as at`.execute(reader.sql)
  return at.rows[0] ? { from: at.rows[0].at } : null
}
