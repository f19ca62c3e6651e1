import { type RawBuilder, sql } from "kysely"
import type { Actor } from "#people"
import type { Database, Reader } from "#platform"
import { countPromised } from "./promise-walk.ts"
import { rights } from "./rights.ts"
import type { TallyTables } from "./tables.ts"
import { VIEWS, type ViewName, viewRule } from "./view-names.ts"

/**
 * How many cases each view shows the actor. Read from the tally, which every change of a case adds to, so the cost is that of the
 * changes since it was last folded, not of the cases.
 */
export async function countViews(actor: Actor, reader: Reader): Promise<Map<ViewName, number>> {
  const [tallied, promised, followed] = await Promise.all([
    countTallied(actor, reader),
    countPromised(actor, reader),
    countFollowed(actor, reader),
  ])
  return new Map(VIEWS.map((view) => [view, view === "promises" ? promised : view === "followed" ? followed : (tallied[view] ?? 0)]))
}

async function countTallied(actor: Actor, reader: Reader): Promise<Partial<Record<ViewName, number>>> {
  const own = actor.kind === "agent" ? actor.id : null
  const sum = (view: ViewName, where: RawBuilder<boolean>) => sql<number>`coalesce(sum(n) filter (where ${where}), 0)`.as(view)
  const everybody = reader.sql
    .withTables<TallyTables>()
    .selectFrom("case_tally")
    .select([
      sum("mine", sql`owner_id is not null and category in ('new', 'open', 'waiting')`),
      sum("unassigned", sql`owner_id is null and not assigned and category in ('new', 'open', 'waiting')`),
      sum("all", sql`owner_id is null and category not in ('resolved', 'spam')`),
      sum("waiting", sql`owner_id is null and waits and category not in ('resolved', 'spam')`),
      sum("snoozed", sql`owner_id is null and category = 'snoozed'`),
      sum("resolved", sql`owner_id is null and category = 'resolved'`),
      sum("spam", sql`owner_id is null and category = 'spam'`),
    ])
    .where(sql<boolean>`(owner_id is null or owner_id = ${own}::uuid)`)
  const seen = actor.inboxes === "every" ? everybody : everybody.where(sql<boolean>`inbox_ids && ${[...actor.inboxes]}::uuid[]`)
  return seen.executeTakeFirstOrThrow()
}

async function countFollowed(actor: Actor, reader: Reader): Promise<number> {
  const { categories, where } = viewRule("followed", actor)
  const conditions = [
    sql`c.merged_into is null`,
    ...where,
    ...rights(actor),
    sql`c.category in (${sql.join(categories.map((name) => sql.lit(name)))})`,
  ]
  const found = await sql<{ n: number }>`select count(*) as n from cases as c where ${sql.join(conditions, sql` and `)}`.execute(reader.sql)
  return found.rows[0]?.n ?? 0
}

/** Adds up what was added since the last time, where there is something to add up. Called by a job, every minute; twice at once does no harm. */
export async function foldTally(db: Database): Promise<void> {
  await db.transact((tx) =>
    sql`
      with several as (
        select inbox_ids, category, waits, assigned, owner_id from case_tally
        group by inbox_ids, category, waits, assigned, owner_id having count(*) > 1
      ),
      taken as (
        delete from case_tally as t using several as s
        where (t.inbox_ids, t.category, t.waits, t.assigned) = (s.inbox_ids, s.category, s.waits, s.assigned)
          and t.owner_id is not distinct from s.owner_id
        returning t.*
      )
      insert into case_tally (inbox_ids, category, waits, assigned, owner_id, n)
      select inbox_ids, category, waits, assigned, owner_id, sum(n) from taken
      group by inbox_ids, category, waits, assigned, owner_id having sum(n) <> 0`.execute(tx.sql),
  )
}
