import { sql } from "kysely"
import type { Actor } from "#people"
import { Conflict, type Database, isId, NotFound, Problem, type Tx } from "#platform"
import { holdCase, mayChange } from "../access-case.ts"
import { assignHeld } from "../assign.ts"
import { changeCase } from "../change-case.ts"
import { follow, unfollow } from "../follow.ts"
import { undoMerge } from "../merging/undo-merge.ts"
import { refreshCase } from "../refresh-case.ts"
import { type CaseRow, room } from "../tables.ts"
import { undoStatus } from "../undo-status.ts"
import type { BulkAction } from "./actions.ts"
import { isSame, type Kept, type Side, sideOf } from "./keep.ts"
import type { Standing } from "./standing.ts"
import { bulkTables, tell } from "./run.ts"

export interface LeftAlone {
  id: string
  number: number
  subject: string
}

/**
 * Takes back what was done to many cases: each is as it was, to the row, unless somebody has changed the same thing since. Those are left
 * alone and told.
 * @throws NotFound when it isn't the actor's, Conflict when it was taken back already
 */
export async function undoBulk(actor: Actor, db: Database, bulkId: string): Promise<{ restored: number; left: LeftAlone[] }> {
  mayChange(actor)
  const { action, cases } = await db.transact((tx) => claim(actor, tx, bulkId))
  const left: LeftAlone[] = []
  let restored = 0
  for (let from = 0; from < cases.length; from += 100) {
    const part = cases.slice(from, from + 100)
    const done = await db.transact(async (tx) => {
      const alone: string[] = []
      for (const { case_id, before } of part) if (!(await restore(actor, tx, case_id, action, before))) alone.push(case_id)
      return alone.length ? namesOf(tx, alone) : []
    })
    left.push(...done)
    restored += part.length - done.length
  }
  await db.transact((tx) => tell(actor, tx, "bulk.undone", { bulk: bulkId, cases: restored }))
  return { restored, left }
}

async function claim(actor: Actor, tx: Tx, bulkId: string) {
  const tables = bulkTables(tx)
  const own = isId(bulkId)
    ? await tables
        .selectFrom("bulk_changes")
        .selectAll()
        .where("id", "=", bulkId)
        .where("by_actor", "=", actor.ref)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!own) throw new NotFound("cases.bulk.notFound")
  if (own.undone_at) throw new Conflict("cases.bulk.undone")
  await tables.updateTable("bulk_changes").set({ undone_by: actor.ref, undone_at: tx.now }).where("id", "=", own.id).execute()
  const order = own.action.do === "merge" ? ("desc" as const) : ("asc" as const)
  const cases = await tables.selectFrom("bulk_changed_cases").selectAll().where("bulk_id", "=", own.id).orderBy("place", order).execute()
  return { action: own.action, cases }
}

async function restore(actor: Actor, tx: Tx, caseId: string, action: BulkAction, kept: Kept): Promise<boolean> {
  try {
    if ("merge" in kept) {
      await undoMerge(actor, tx, kept.merge)
      return true
    }
    const row = await holdCase(actor, tx, caseId)
    const self = actor.kind === "agent" ? actor.id : ""
    if (!isSame(await sideOf(tx, row, action, self), kept.after)) return false
    return await putBack(actor, tx, row, kept.before, kept.after)
  } catch (error) {
    // Gone, merged away, or given back to somebody who has left: told as left alone.
    if (error instanceof Problem) return false
    throw error
  }
}

async function putBack(actor: Actor, tx: Tx, row: CaseRow, before: Side, after: Side): Promise<boolean> {
  if ("owner" in before) {
    await assignHeld(actor, tx, row, { ownerId: before.owner, teamId: before.team })
    await refreshCase(tx, row.id)
  } else if ("tags" in before) await changeCase(actor, tx, row.id, { tags: before.tags })
  else if ("priority" in before) await changeCase(actor, tx, row.id, { priority: before.priority })
  else if ("follows" in before) await (before.follows ? follow(actor, tx, row.id) : unfollow(actor, tx, row.id))
  else if ("change" in after) return standAgain(actor, tx, row, before, after)
  return true
}

/** Status, pauses, snooze and who waited. */
async function standAgain(actor: Actor, tx: Tx, row: CaseRow, before: Standing, after: Standing): Promise<boolean> {
  const changed = after.change !== before.change
  if (changed && after.change && !(await undoStatus(tx, row, after.change, actor.ref))) return false
  await room(tx).deleteFrom("snoozes").where("case_id", "=", row.id).execute()
  if (before.snooze) {
    const { until, at, ...rest } = before.snooze
    await room(tx)
      .insertInto("snoozes")
      .values({ ...rest, case_id: row.id, until: new Date(until), at: new Date(at) })
      .execute()
  }
  for (const was of before.silences) {
    const now = after.silences.find((one) => one.conversation_id === was.conversation_id && one.began_at === was.began_at)
    if (!now || now.ended_at === was.ended_at) continue
    await sql`
      update silences set ended_at = ${was.ended_at}, ended_by = ${was.ended_by}
       where conversation_id = ${was.conversation_id} and began_at = ${was.began_at}::timestamptz
         and ended_at is not distinct from ${now.ended_at}::timestamptz`.execute(tx.sql)
  }
  await refreshCase(tx, row.id)
  return true
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<LeftAlone[]> {
  return room(tx)
    .selectFrom("cases")
    .select(["id", "number", "subject"])
    .where("id", "in", [...ids])
    .orderBy("number")
    .execute()
}
