import { addNote, answerByRule, heardInCases, offerDraft } from "#conversations"
import { agentNames, companyZone } from "#people"
import type { Tx } from "#platform"
import { type CaseRow, room } from "../tables.ts"
import type { Acting } from "./act.ts"
import type { ActionOf } from "./rule.types.ts"
import type { Deed } from "./tables.ts"
import { wordsOfAction } from "./words-of-action.ts"

/** What a rule writes: a note for colleagues, the beginning of an answer for the owner, or an answer that leaves by itself. */
export async function write(tx: Tx, acting: Acting, row: CaseRow, action: ActionOf<"note" | "draft" | "send">): Promise<Deed> {
  const conversationId = acting.sight.message?.conversationId ?? (await latestConversation(tx, row.id))
  if (!conversationId) return { action, did: false, why: "no-conversation" }
  if (action.do === "note") {
    await addNote(acting.actor, tx, conversationId, { text: action.text })
    return { action, did: true }
  }
  const timeZone = await companyZone(tx, acting.deps.timeZone)
  const words = await wordsOfAction(tx, row, action, timeZone)
  if (!words) return { action, did: false, why: "no-template" }
  if (action.do === "send") return send(tx, acting, row, action, { ...words, timeZone })
  if (!row.owner_id) return { action, did: false, why: "no-owner" }
  const said = (await agentNames(tx, [row.owner_id])).get(row.owner_id) ?? ""
  const offered = await offerDraft(tx, row.owner_id, conversationId, words.text)
  if (!offered) return { action, did: false, why: "has-draft", said }
  return { action, did: true, said, before: { draftOf: row.owner_id, conversation: conversationId } }
}

async function send(
  tx: Tx,
  acting: Acting,
  row: CaseRow,
  action: ActionOf<"send">,
  words: { text: string; gaps: string[]; timeZone: string },
): Promise<Deed> {
  if (words.gaps.length) return { action, did: false, why: "gaps", said: words.gaps.join(", ") }
  const message = acting.sight.message ?? (await heardInCases(tx, [row.id], "last")).get(row.id)
  if (!message) return { action, did: false, why: "no-conversation" }
  const { actor, deps } = acting
  const sent = await answerByRule(actor, tx, deps.sending, message.id, words)
  return "refused" in sent ? { action, did: false, why: sent.refused } : { action, did: true, before: { message: sent.messageId } }
}

async function latestConversation(tx: Tx, caseId: string): Promise<string | null> {
  const found = await room(tx)
    .selectFrom("case_conversations")
    .select("conversation_id")
    .where("case_id", "=", caseId)
    .orderBy("last_at", "desc")
    .limit(1)
    .executeTakeFirst()
  return found?.conversation_id ?? null
}
