import { type Actor, requireRole } from "#people"
import { NotFound, type Tx } from "#platform"
import type { PrivatePiece } from "../guard/find-private.ts"
import { holdAnswer, requireState } from "./access-answer.ts"
import { guardAnswer, HARD, releasedWords } from "./guard-answer.ts"
import { noteStep } from "./move-answer.ts"
import { answerRoom, type PublicAnswer } from "./tables.ts"

/**
 * Says that something the guard found is no private fact, and why: it holds for these words in this answer. What is hardly ever anything
 * else (references, case numbers, addresses) takes a lead. @throws Forbidden, NotFound where it isn't found
 */
export async function releaseFinding(
  actor: Actor,
  tx: Tx,
  id: string,
  { kind, text, reason }: Pick<PrivatePiece, "kind" | "text"> & { reason: string },
): Promise<PublicAnswer> {
  requireRole(actor, HARD.has(kind) ? "lead" : "agent")
  const row = await holdAnswer(actor, tx, id)
  requireState(row, ["draft", "sent-back", "asked"], "answers.notOpen")
  const { found } = await guardAnswer(actor, tx, row)
  const piece = found.find((one) => one.kind === kind && releasedWords(one.text) === releasedWords(text))
  if (!piece) throw new NotFound("answers.notFound.finding")
  await answerRoom(tx)
    .insertInto("public_answer_releases")
    .values({
      answer_id: row.id,
      kind,
      words: releasedWords(piece.text),
      written: piece.text,
      reason: reason.trim(),
      by_actor: actor.ref,
      at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await noteStep(actor.ref, tx, row, { step: "released", reason: `${piece.text} — ${reason.trim()}` })
  return row
}
