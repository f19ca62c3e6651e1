import { sql } from "kysely"
import type { Tx } from "#platform"
import { recount } from "./recount.ts"
import { retitle } from "./retitle.ts"
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
  const stories = [...new Set(touched.map(({ story_id }) => story_id))].toSorted()
  await recount(tx, stories)
  await retitle(tx, stories)
}
