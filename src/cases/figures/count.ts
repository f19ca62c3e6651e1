import { sql } from "kysely"
import { companyZone } from "#people"
import { type Database, factsAfter, isId, type SealedFact, type Tx } from "#platform"
import { cellsOf } from "./cells.ts"
import { figures } from "./tables.ts"
import { hoursByCase, tell } from "./tell.ts"

/** Facts read, and cases counted, in one transaction. */
const FACTS = 2000
const CASES = 300

/** Brings the figures up to the last fact. Called by a job, every minute; `zone` is where the company is when it hasn't said. */
export async function countFigures(db: Database, zone: string): Promise<void> {
  while (await db.transact((tx) => hearFacts(tx, zone)));
  while (await db.transact((tx) => countSome(tx, zone)));
}

/** Forgets all that was counted and counts every case again. */
export async function recountFigures(db: Database, zone: string): Promise<void> {
  await db.transact(async (tx) => {
    await hold(tx)
    await sql`delete from figure_days`.execute(tx.sql)
    await sql`delete from figure_cases`.execute(tx.sql)
    await allAgain(tx)
  })
  await countFigures(db, zone)
}

/** Notes which cases the next facts are about. Gives whether there may be more. */
async function hearFacts(tx: Tx, zone: string): Promise<boolean> {
  const state = await hold(tx)
  const facts = await factsAfter(tx, state.seq, FACTS)
  const last = facts.at(-1)?.seq ?? state.seq
  const now = await companyZone(tx, zone)
  if (state.time_zone !== now || facts.some(({ kind }) => HOURS.test(kind))) await allAgain(tx)
  else await someAgain(tx, facts)
  await figures(tx).updateTable("figure_state").set({ seq: last, time_zone: now, counted_at: tx.now }).execute()
  return facts.length === FACTS
}

/** What changes working hours changes every length that was measured by them. */
const HOURS = /^case\.(?:calendar|rule)-/

/** Whatever names a case, or a conversation that is filed in one. */
async function someAgain(tx: Tx, facts: readonly SealedFact[]): Promise<void> {
  const ids = new Set(facts.flatMap(({ about, data }) => [about.case, about.conversation, ...Object.values(data ?? {})]).filter(isAnId))
  await sql`
    insert into figure_dirty
    select c.id from cases c where c.id = any(${[...ids]}::uuid[])
    union select f.case_id from case_conversations f where f.conversation_id = any(${[...ids]}::uuid[])
    on conflict do nothing`.execute(tx.sql)
}

const isAnId = (value: unknown): value is string => typeof value === "string" && isId(value)

async function allAgain(tx: Tx): Promise<void> {
  await sql`insert into figure_dirty select id from cases on conflict do nothing`.execute(tx.sql)
}

/** Counts some of the cases that changed. Gives whether there may be more. */
async function countSome(tx: Tx, zone: string): Promise<boolean> {
  await hold(tx)
  const taken = await sql<{ case_id: string }>`
    delete from figure_dirty where case_id in (select case_id from figure_dirty limit ${CASES}) returning case_id`.execute(tx.sql)
  const ids = taken.rows.map(({ case_id }) => case_id)
  if (ids.length === 0) return false
  const [told, hours, at] = [await tell(tx, ids), await hoursByCase(tx), await companyZone(tx, zone)]
  const counted = told.map((one) => ({
    case_id: one.id,
    inbox_id: one.inboxId,
    team_id: one.teamId,
    tags: one.tags,
    cells: cellsOf(one, { zone: at, calendar: hours(one.inboxId, one.priority) }),
  }))
  await exchange(tx, ids, JSON.stringify(counted))
  return true
}

/** Takes away what these cases had added and adds what they add now. */
async function exchange(tx: Tx, ids: readonly string[], counted: string): Promise<void> {
  const given = sql`jsonb_to_recordset(${counted}::jsonb) as g (case_id uuid, inbox_id uuid, team_id uuid, tags text[], cells text[])`
  await sql`
    with change as (
      select tag, split_part(cell, '|', 1) as measure, split_part(cell, '|', 2)::int as day, inbox_id, team_id,
        split_part(cell, '|', 3)::int as bucket, sum(by) as n
      from (
        select inbox_id, team_id, tags, cells, -1 as by from figure_cases where case_id = any(${[...ids]}::uuid[])
        union all select g.inbox_id, g.team_id, g.tags, g.cells, 1 from ${given}
      ) as one cross join unnest(cells) as cell cross join unnest(array[''] || tags) as tag
      group by 1, 2, 3, 4, 5, 6 having sum(by) <> 0
    )
    insert into figure_days as f (tag, measure, day, inbox_id, team_id, bucket, n) select * from change
    on conflict (tag, measure, day, inbox_id, team_id, bucket) do update set n = f.n + excluded.n`.execute(tx.sql)
  await sql`delete from figure_days where n = 0`.execute(tx.sql)
  await sql`
    insert into figure_cases as f (case_id, inbox_id, team_id, tags, cells) select g.* from ${given}
    on conflict (case_id) do update set inbox_id = excluded.inbox_id, team_id = excluded.team_id, tags = excluded.tags, cells = excluded.cells`.execute(
    tx.sql,
  )
}

/** One counts at a time. */
function hold(tx: Tx) {
  return figures(tx).selectFrom("figure_state").selectAll().forUpdate().executeTakeFirstOrThrow()
}
