import { sql } from "kysely"
import { DAY, HOUR, type Tx } from "#platform"
import type { CaseRow } from "../tables.ts"
import { minders } from "./minders.ts"
import { notify } from "./notify.ts"

type Kind = "deadline-near" | "deadline-missed"

/** So long before it passes a deadline is near. */
const NEAR = HOUR
/** One that passed while nothing ran is still told so long after. */
const LATE = DAY / 2
const AT_ONCE = 500

/** Deadlines that come near or have passed, told once each to those who mind the case. Called each minute. */
export async function tellDeadlines(tx: Tx): Promise<void> {
  await sql`delete from deadline_tellings where due_at < ${new Date(tx.now.getTime() - DAY)}`.execute(tx.sql)
  await tellBetween(tx, "deadline-near", tx.now, new Date(tx.now.getTime() + NEAR))
  await tellBetween(tx, "deadline-missed", new Date(tx.now.getTime() - LATE), tx.now)
}

async function tellBetween(tx: Tx, kind: Kind, from: Date, to: Date): Promise<void> {
  const found = await sql<Pick<CaseRow, "id" | "owner_id" | "followers" | "inbox_ids"> & { next_due: Date }>`
    with due as (
      select id, next_due from cases c
       where merged_into is null and coalesce(next_due, 'infinity') > ${from} and coalesce(next_due, 'infinity') <= ${to}
         and (owner_id is not null or followers <> '{}')
         and not exists (select from deadline_tellings t where t.case_id = c.id and t.kind = ${kind} and t.due_at = c.next_due)
       order by coalesce(next_due, 'infinity'), id limit ${AT_ONCE}
    ), marked as (
      insert into deadline_tellings (case_id, kind, due_at) select id, ${kind}, next_due from due on conflict do nothing returning case_id
    )
    select c.id, c.owner_id, c.followers, c.inbox_ids, c.next_due from marked join cases c on c.id = marked.case_id`.execute(tx.sql)
  for (const row of found.rows) {
    const about = { kind, caseId: row.id, conversationId: null, inboxIds: row.inbox_ids, dueAt: row.next_due }
    await notify(tx, minders(row), { ...about, by: "system:clock" })
  }
}
