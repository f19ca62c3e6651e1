import { sql } from "kysely"
import { contactSummaries } from "#contacts"
import { heardInCases, type MessageForRules, messagesForRules } from "#conversations"
import type { Reader } from "#platform"
import { languageOfText } from "#words"
import type { Calendar } from "../calendar/calendar.types.ts"
import { workingMs } from "../calendar/working-time.ts"
import { findRule } from "../deadlines/find-rule.ts"
import { standardCalendar } from "../deadlines/desk-hours.ts"
import type { CaseRow } from "../tables.ts"

/** What a rule sees of a case: the case as it stands, the message in question, and what is known of who wrote. */
export interface Sight {
  row: CaseRow
  /** Null: nobody outside has written yet. */
  message: MessageForRules | null
  language: string | null
  /** The contact has had another case before this one. */
  known: boolean
  /** The moment lies in the hours in which the case is worked on. */
  open: boolean
}

/** What a rule sees of these cases, in their order: with the message that each is asked for, else the first or last that came in. */
export async function sightsOf(
  reader: Reader,
  rows: readonly CaseRow[],
  {
    messageId,
    which = "last",
    at,
  }: { messageId?: string | undefined; which?: "first" | "last"; at?: ((row: CaseRow) => Date) | undefined },
): Promise<Sight[]> {
  const ids = rows.map(({ id }) => id)
  const asked = messageId ? (await messagesForRules(reader, [messageId]))[0] : undefined
  const heard = asked ? new Map(ids.map((id) => [id, asked])) : await heardInCases(reader, ids, which)
  const contacts = await contactSummaries(reader, [...new Set(rows.flatMap(({ contact_id }) => contact_id ?? []))])
  const known = await withEarlierCases(reader, ids)
  const isOpen = openHours(reader)
  const sights: Sight[] = []
  for (const row of rows) {
    const message = heard.get(row.id) ?? null
    const contact = row.contact_id ? contacts.get(row.contact_id) : undefined
    sights.push({
      row,
      message,
      language: message ? languageOfText(`${message.subject} ${message.text}`, message.language) : (contact?.language ?? null),
      known: known.has(row.id),
      open: await isOpen(row, at?.(row) ?? reader.now),
    })
  }
  return sights
}

async function withEarlierCases(reader: Reader, caseIds: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    select c.id from cases c where c.id = any(${[...caseIds]}::uuid[]) and c.contact_id is not null
       and exists (select from cases e where e.contact_id = c.contact_id and (e.created_at, e.number) < (c.created_at, c.number) and e.merged_into is null)`.execute(
    reader.sql,
  )
  return new Set(found.rows.map(({ id }) => id))
}

/** Whether a moment lies in the hours of a case's calendar, else of the usual one. Without any calendar every hour counts. */
function openHours(reader: Reader): (row: CaseRow, at: Date) => Promise<boolean> {
  const calendars = new Map<string, Promise<Calendar | null>>()
  const calendarOf = async (row: CaseRow) => (await findRule(reader, row.inbox_ids[0]!, row.priority))?.calendar ?? standardCalendar(reader)
  return async (row, at) => {
    const key = `${row.inbox_ids[0]} ${row.priority}`
    const found = calendars.get(key) ?? calendarOf(row)
    calendars.set(key, found)
    const calendar = await found
    return calendar === null || workingMs(calendar, at, new Date(at.getTime() + 1000)) > 0
  }
}
