import type { Tx } from "#platform"
import { recount } from "./recount.ts"
import { retitle } from "./retitle.ts"
import { gathering } from "./tables.ts"

/** Mentions that are none after all leave their stories, with what was understood of them. */
export async function leaveStories(tx: Tx, mentionIds: readonly string[]): Promise<void> {
  const ids = [...mentionIds]
  await gathering(tx).deleteFrom("story_queue").where("mention_id", "in", ids).execute()
  await gathering(tx).deleteFrom("mention_readings").where("mention_id", "in", ids).execute()
  await gathering(tx).deleteFrom("story_headlines").where("mention_id", "in", ids).execute()
  const left = await gathering(tx).deleteFrom("story_mentions").where("mention_id", "in", ids).returning("story_id").execute()
  const stories = [...new Set(left.map(({ story_id }) => story_id))].toSorted()
  await recount(tx, stories)
  await retitle(tx, stories)
}
