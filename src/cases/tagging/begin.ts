import { sql } from "kysely"
import { type Actor, requireRole } from "#people"
import { Conflict, Invalid, newId, NotFound, type Reader, type Tx } from "#platform"
import { RETAG } from "../job-names.ts"
import type { Later } from "../later.ts"
import { room } from "../tables.ts"
import { checkTags, rememberTags } from "../tags.ts"
import { renameIn } from "./named-elsewhere.ts"
import { tagging, type TagChangeRow } from "./tables.ts"

/**
 * Begins to give a tag another name everywhere (one that is there already: they become one), or to take it off (`becomes` null). Cases and
 * articles follow as a job; views and rules that name it do at once.
 * @throws Forbidden, NotFound, Invalid, Conflict while the one or the other is being changed
 */
export async function beginTagChange(
  actor: Actor,
  tx: Tx,
  later: Later,
  { tag, becomes }: { tag: string; becomes: string | null },
): Promise<TagChangeRow> {
  requireRole(actor, "lead")
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx.sql)
  const known = await room(tx).selectFrom("tags").select("name").where("name", "=", tag).executeTakeFirst()
  if (!known) throw new NotFound("cases.tag.notFound")
  const next = becomes === null ? null : nameOf(becomes)
  if (next === tag) throw new Invalid("request.invalid", {}, [{ path: "becomes", key: "cases.tag.same" }])
  const names = next === null ? [tag] : [tag, next]
  const going = await tagging(tx)
    .selectFrom("tag_changes")
    .select("id")
    .where("finished_at", "is", null)
    .where((is) => is.or([is("tag", "in", names), is("becomes", "in", names)]))
    .executeTakeFirst()
  if (going) throw new Conflict("cases.tag.going")
  if (next !== null) {
    await rememberTags(tx, [next])
    await renameIn(tx, tag, next)
  }
  const row = await tagging(tx)
    .insertInto("tag_changes")
    .values({ id: newId(tx.now), tag, becomes: next, total: await countCases(tx, tag), by_actor: actor.ref, at: tx.now, finished_at: null })
    .returningAll()
    .executeTakeFirstOrThrow()
  await later.put(tx, RETAG, { changeId: row.id })
  await tx.record({ kind: "tag.change-began", actor: actor.ref, about: {}, audience: "all", data: { change: row.id, cases: row.total } })
  return row
}

/** One at a time is begun: two that cross would never end. */
const LOCK = 4600_0034

function nameOf(given: string): string {
  try {
    return checkTags([given])[0]!
  } catch (error) {
    if (error instanceof Invalid)
      throw new Invalid(
        "request.invalid",
        {},
        error.fields.map((each) => ({ ...each, path: "becomes" })),
      )
    throw error
  }
}

async function countCases(reader: Reader, tag: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from cases where tags @> array[${tag}]::text[]`.execute(reader.sql)
  return found.rows[0]!.n
}
