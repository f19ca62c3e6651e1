import { sql } from "kysely"
import type { Tx } from "#platform"
import { gathering } from "./tables.ts"

/** In the transaction that keeps what was heard: what is new or was edited waits to be understood, what is gone leaves no words behind. */
export async function gatherKept(
  tx: Tx,
  kept: { added: readonly string[]; changed: readonly string[]; gone: readonly string[] },
): Promise<void> {
  const waiting = [...kept.added, ...kept.changed].map((id) => ({ mention_id: id }))
  if (waiting.length > 0)
    await gathering(tx)
      .insertInto("story_queue")
      .values(waiting)
      .onConflict((clash) => clash.column("mention_id").doUpdateSet({ n: sql`default`, tries: 0, due_at: tx.now }))
      .execute()
  if (kept.gone.length > 0) await forgetWords(tx, kept.gone)
}

async function forgetWords(tx: Tx, gone: readonly string[]): Promise<void> {
  const ids = [...gone]
  await gathering(tx).deleteFrom("mention_readings").where("mention_id", "in", ids).execute()
  await gathering(tx).deleteFrom("story_headlines").where("mention_id", "in", ids).execute()
  const touched = await gathering(tx)
    .updateTable("story_mentions")
    .set({ shared: [] })
    .where("mention_id", "in", ids)
    .returning("story_id")
    .execute()
  await retitle(
    tx,
    touched.map(({ story_id }) => story_id),
  )
}

/** Gives stories, unless a person did, the headline that was seen first, else the first words of the earliest mention that is left. */
export async function retitle(tx: Tx, storyIds: readonly string[]): Promise<void> {
  if (storyIds.length === 0) return
  await sql`
    update stories s set title = coalesce(h.headline, m.words), title_from = case when h.headline is null then 'words' else 'headline' end
      from unnest(${[...new Set(storyIds)]}::uuid[]) as given (id)
      left join lateral (
        select headline from story_headlines where story_id = given.id and seen_as = 'title' order by first_seen, mention_id limit 1
      ) h on true
      left join lateral (
        select case when length(m.text) <= 140 then m.text else regexp_replace(left(m.text, 140), '\\s+\\S*$', '') || '…' end as words
          from story_mentions p join mentions m on m.id = p.mention_id
         where p.story_id = given.id and m.gone_at is null and m.text <> '' order by p.said_at, p.n limit 1
      ) m on true
     where s.id = given.id and s.title_from <> 'person'`.execute(tx.sql)
}
