import { accessAgent, type Agent } from "#people"
import { newId, NotFound, type Tx } from "#platform"
import { tellBrowsers } from "#push"
import type { NotificationKind, NotificationTables } from "./tables.ts"

export interface News {
  kind: NotificationKind
  /** Null: about what was said in the open alone. */
  caseId: string | null
  /** Where it was said; null: nowhere, it is about the case. */
  conversationId: string | null
  /** Inboxes by which one sees it: the conversation's, or the case's; null: everybody does. */
  inboxIds: readonly string[] | null
  messageId?: string | null
  promiseId?: string | null
  dueAt?: Date | null
  mentionId?: string | null
  storyId?: string | null
  alarmId?: string | null
  /** What it is about, where no case says it. */
  words?: string
  by: string
}

/** Tells these agents, each once, but not who did it, nor who couldn't see it. Gives who was told. */
export async function notify(tx: Tx, agentIds: readonly string[], news: News): Promise<string[]> {
  const told: string[] = []
  for (const id of new Set(agentIds)) {
    if (news.by === `agent:${id}`) continue
    const agent = await agentOrNull(tx, id)
    if (
      agent &&
      !agent.disabled &&
      (news.inboxIds === null || agent.inboxes === "every" || agent.inboxes.some((inbox) => news.inboxIds?.includes(inbox)))
    )
      told.push(id)
  }
  if (told.length === 0) return told
  const rows = told.map((agent_id) => ({
    id: newId(tx.now),
    agent_id,
    kind: news.kind,
    case_id: news.caseId,
    conversation_id: news.conversationId,
    message_id: news.messageId ?? null,
    promise_id: news.promiseId ?? null,
    due_at: news.dueAt ?? null,
    mention_id: news.mentionId ?? null,
    story_id: news.storyId ?? null,
    alarm_id: news.alarmId ?? null,
    words: news.words ?? "",
    by_actor: news.by,
    at: tx.now,
    read_at: null,
  }))
  const kept = await tx.sql
    .withTables<NotificationTables>()
    .insertInto("notifications")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "agent_id"])
    .execute()
  // Alarms are told when they say so: each person's wishes and hours come first (`alarm.told`).
  if (news.kind !== "alarm")
    await tellBrowsers(
      tx,
      kept.map(({ id, agent_id }) => ({ agentId: agent_id, about: { kind: "notification", id } })),
    )
  return told
}

async function agentOrNull(tx: Tx, id: string): Promise<Agent | null> {
  return accessAgent(tx, id).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
}
