import { notify, standingCases } from "#cases"
import { standingAgents } from "#people"
import { type Database, eachAlone, type Tx } from "#platform"
import { accessStory } from "../gathering/access-story.ts"
import { gathering } from "../gathering/tables.ts"
import { tiedCases } from "./decisions-of.ts"
import { type Decision, decisionRoom } from "./tables.ts"

const TOGETHER = 200

/** Tells those who decided to look again that it is time, or who stands in for them, each once. Called every minute. */
export async function remindDue(db: Database): Promise<void> {
  const due = await decisionRoom(db.read)
    .selectFrom("mention_decisions")
    .select("id")
    .where("look_again_at", "<=", db.read.now)
    .where("reminded_at", "is", null)
    .orderBy("look_again_at")
    .limit(TOGETHER)
    .execute()
  await eachAlone(due, ({ id }) => db.transact((tx) => remindOnce(tx, id)))
}

async function remindOnce(tx: Tx, id: string): Promise<void> {
  const decision = await decisionRoom(tx)
    .updateTable("mention_decisions")
    .set({ reminded_at: tx.now })
    .where("id", "=", id)
    .where("reminded_at", "is", null)
    .returningAll()
    .executeTakeFirst()
  if (decision) await remind(tx, decision)
}

/**
 * Whoever decided; where that was a program, or somebody who has left, who has the case, or else the leads. Through the case where one is
 * tied and they see it; otherwise of the mention, or the story, alone.
 */
async function remind(tx: Tx, { mention_id, story_id, case_id, by_actor }: Decision): Promise<void> {
  const agent = by_actor.startsWith("agent:") ? [by_actor.slice("agent:".length)] : []
  const mentionId = mention_id ?? (await latestOf(tx, story_id ?? ""))
  const news = { kind: "look-again", conversationId: null, mentionId, storyId: story_id, by: "system:clock" } as const
  const decided = case_id === null ? undefined : (await standingCases(tx, [case_id])).get(case_id)
  const cases = decided ? [decided] : mention_id ? await tiedCases(tx, mention_id) : []
  const tell = async (agents: readonly string[]): Promise<boolean> => {
    for (const { id, inboxIds } of cases) if ((await notify(tx, agents, { ...news, caseId: id, inboxIds })).length > 0) return true
    return (await notify(tx, agents, { ...news, caseId: null, inboxIds: null })).length > 0
  }
  if ((await tell(agent)) || (await tell(cases.flatMap(({ ownerId }) => ownerId ?? [])))) return
  await tell((await standingAgents(tx, { roles: ["lead", "admin"] })).map(({ id }) => id))
}

/** The latest of a story, wherever it has gone since. */
async function latestOf(tx: Tx, storyId: string): Promise<string | null> {
  const { id } = await accessStory(tx, storyId)
  const found = await gathering(tx)
    .selectFrom("story_mentions")
    .select("mention_id")
    .where("story_id", "=", id)
    .orderBy("said_at", "desc")
    .limit(1)
    .executeTakeFirst()
  return found?.mention_id ?? null
}
