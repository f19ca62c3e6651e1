import type { Reader } from "#platform"
import { room } from "./tables.ts"

/** The number of the case that a conversation is filed in. */
export async function caseOfConversation(reader: Reader, conversationId: string): Promise<{ id: string; number: number } | null> {
  const found = await room(reader)
    .selectFrom("case_conversations as cc")
    .innerJoin("cases as c", "c.id", "cc.case_id")
    .select(["c.id", "c.number"])
    .where("cc.conversation_id", "=", conversationId)
    .executeTakeFirst()
  return found ?? null
}

/** A case by its number, with one of its conversations: for hints such as a number in a subject. */
export async function conversationOfNumber(reader: Reader, number: number): Promise<string | null> {
  const found = await room(reader)
    .selectFrom("cases as c")
    .innerJoin("case_conversations as cc", "cc.case_id", "c.id")
    .select("cc.conversation_id")
    .where("c.number", "=", number)
    .orderBy("cc.last_at", "desc")
    .limit(1)
    .executeTakeFirst()
  return found?.conversation_id ?? null
}

/** Of these cases, those that lie with a team and with nobody in it yet. */
export async function teamsWaiting(reader: Reader, caseIds: readonly string[]): Promise<{ id: string; team_id: string }[]> {
  if (caseIds.length === 0) return []
  return room(reader)
    .selectFrom("cases")
    .select(["id", "team_id"])
    .where("id", "in", [...caseIds])
    .where("owner_id", "is", null)
    .where("team_id", "is not", null)
    .$narrowType<{ team_id: string }>()
    .execute()
}
