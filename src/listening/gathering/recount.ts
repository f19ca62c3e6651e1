import { sql } from "kysely"
import type { Tx } from "#platform"
import { retitle } from "./retitle.ts"
import { gathering } from "./tables.ts"

/** Counts what is still there of stories again, and titles those that have no headline yet. */
export async function recount(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update stories s set mentions = c.mentions, first_said_at = coalesce(c.first, s.first_said_at), last_said_at = coalesce(c.last, s.last_said_at)
      from unnest(${[...ids]}::uuid[]) as given (id)
      cross join lateral (
        select count(*)::int as mentions, min(p.said_at) as first, max(p.said_at) as last
          from story_mentions p join mentions m on m.id = p.mention_id where p.story_id = given.id and m.gone_at is null) c
     where s.id = given.id`.execute(tx.sql)
  const untitled = await gathering(tx)
    .selectFrom("stories")
    .select("id")
    .where("id", "in", [...ids])
    .where("title_from", "=", "words")
    .execute()
  await retitle(
    tx,
    untitled.map(({ id }) => id),
  )
}
