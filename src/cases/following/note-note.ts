import { conversationForCase } from "#conversations"
import { isId, type Fact, type Tx } from "#platform"
import { recordOf } from "../record.ts"
import { refreshCase } from "../refresh-case.ts"
import { room } from "../tables.ts"
import { rowToChange } from "./note-message.ts"

/** note.added: something happened in the case, and colleagues who were named in it follow it from now on. */
export async function noteNote(tx: Tx, fact: Fact): Promise<void> {
  const conversation = await conversationForCase(tx, fact.about.conversation!, true)
  if (!conversation?.caseId) return
  const tables = room(tx)
  const row = await rowToChange(tx, conversation, conversation.caseId)
  await tables.updateTable("case_conversations").set({ noted_at: tx.now }).where("conversation_id", "=", conversation.id).execute()
  const mentions = fact.data?.["mentions"]
  const fresh = Array.isArray(mentions)
    ? mentions.filter((id): id is string => typeof id === "string" && isId(id) && !row.followers.includes(id))
    : []
  if (fresh.length) {
    await tables
      .updateTable("cases")
      .set({ followers: [...row.followers, ...fresh] })
      .where("id", "=", row.id)
      .execute()
    await recordOf(tx, fact.actor, "case.followed", row, { agents: fresh, because: "mentioned" })
  }
  await refreshCase(tx, row.id)
}
