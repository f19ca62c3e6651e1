import type { Selectable } from "kysely"
import { type Actor, requireRole } from "#people"
import { Conflict, isId, newId, NotFound, type Reader, type Tx } from "#platform"
import { recalculateLater } from "../deadlines/recalculate.ts"
import { holdRulesToChange } from "../deadlines/find-rule.ts"
import type { Later } from "../later.ts"
import { type CalendarsTable, room } from "../tables.ts"
import type { Calendar } from "./calendar.types.ts"
import { checkCalendar } from "./check-calendar.ts"

export type CalendarRow = Selectable<CalendarsTable>

export interface CalendarInput extends Calendar {
  name: string
  /** The company's own: its time zone is where hours in answers are read. */
  standard: boolean
}

export async function addCalendar(actor: Actor, tx: Tx, given: CalendarInput): Promise<CalendarRow> {
  requireRole(actor, "lead")
  checkCalendar(given)
  if (given.standard) await noneStandard(tx)
  const made = await room(tx)
    .insertInto("calendars")
    .values({ id: newId(tx.now), ...columns(tx, given) })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(actor, tx, "case.calendar-added", made.id)
  return made
}

/** Every deadline of a live case that goes by it is calculated again. */
export async function changeCalendar(
  actor: Actor,
  tx: Tx,
  later: Later,
  calendarId: string,
  change: Partial<CalendarInput>,
): Promise<CalendarRow> {
  requireRole(actor, "lead")
  await holdRulesToChange(tx)
  const row = await calendarToChange(tx, calendarId)
  const next = { ...presentCalendar(row), ...change }
  checkCalendar(next)
  if (next.standard && !row.standard) await noneStandard(tx)
  const changed = await room(tx)
    .updateTable("calendars")
    .set(columns(tx, next))
    .where("id", "=", row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recalculateLater(tx, later)
  await record(actor, tx, "case.calendar-changed", row.id)
  return changed
}

/** @throws Conflict while a rule goes by it */
export async function removeCalendar(actor: Actor, tx: Tx, calendarId: string): Promise<void> {
  requireRole(actor, "lead")
  await holdRulesToChange(tx)
  const { id } = await calendarToChange(tx, calendarId)
  const used = await room(tx).selectFrom("deadline_rules").select("id").where("calendar_id", "=", id).executeTakeFirst()
  if (used) throw new Conflict("cases.calendar.used")
  await room(tx).deleteFrom("calendars").where("id", "=", id).execute()
  await record(actor, tx, "case.calendar-removed", id)
}

export function listCalendars(reader: Reader): Promise<CalendarRow[]> {
  return room(reader).selectFrom("calendars").selectAll().orderBy("name").orderBy("id").execute()
}

export function presentCalendar(row: CalendarRow): CalendarInput & { id: string } {
  const { id, name, time_zone, spans, holidays, extra_days, standard } = row
  return { id, name, timeZone: time_zone, spans, holidays, extraDays: extra_days, standard }
}

function columns(tx: Tx, { name, timeZone, spans, holidays, extraDays, standard }: CalendarInput) {
  return {
    name: name.trim(),
    time_zone: timeZone,
    spans: JSON.stringify(spans),
    holidays,
    extra_days: JSON.stringify(extraDays),
    standard,
    updated_at: tx.now,
  }
}

async function noneStandard(tx: Tx): Promise<void> {
  await room(tx).updateTable("calendars").set({ standard: false }).where("standard", "=", true).execute()
}

async function calendarToChange(tx: Tx, id: string): Promise<CalendarRow> {
  const row = isId(id)
    ? await room(tx).selectFrom("calendars").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirst()
    : undefined
  if (!row) throw new NotFound("cases.calendar.notFound")
  return row
}

function record(actor: Actor, tx: Tx, kind: `case.${string}`, calendar: string): Promise<void> {
  return tx.record({ kind, actor: actor.ref, about: {}, audience: "all", data: { calendar } })
}
