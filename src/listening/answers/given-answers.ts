import type { OpenWords } from "#cases"
import type { Reader } from "#platform"
import { answerRoom } from "./tables.ts"

/** What was answered to these mentions in public, by mention, the earliest first; of what was withdrawn, until when it stood. */
export async function givenAnswers(reader: Reader, mentionIds: readonly string[]): Promise<Map<string, OpenWords["answers"]>> {
  if (mentionIds.length === 0) return new Map()
  const rows = await answerRoom(reader)
    .selectFrom("public_answers")
    .selectAll()
    .where("mention_id", "in", [...mentionIds])
    .where("state", "in", ["sent", "withdrawing", "withdrawn"])
    .orderBy("sent_at")
    .execute()
  const given = new Map<string, OpenWords["answers"]>()
  for (const { id, mention_id, text, url, state, state_since, sent_at } of rows)
    given.set(mention_id, [
      ...(given.get(mention_id) ?? []),
      { id, text, url, sentAt: sent_at!.toISOString(), withdrawnAt: state === "withdrawn" ? state_since.toISOString() : null },
    ])
  return given
}
