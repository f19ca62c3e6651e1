import { standingCases } from "#cases"
import { fitJson, newId, type Tx } from "#platform"
import { isPublic } from "./access-answer.ts"
import { type AnswerChange, answerRoom, type PublicAnswer, type Why } from "./tables.ts"

export interface Step {
  step: string
  /** A person's words on why. */
  reason?: string | null
  /** A place's. */
  detail?: Why | null
  /** The words as they are now. */
  text?: string
}

/** Changes an answer, writes down who did what, and tells those who may see it. */
export async function moveAnswer(by: string, tx: Tx, row: PublicAnswer, change: AnswerChange, step: Step): Promise<PublicAnswer> {
  const state = change.state ?? row.state
  const moved = await answerRoom(tx)
    .updateTable("public_answers")
    .set({ ...change, updated_at: tx.now, ...(state === row.state ? {} : { state_since: tx.now }) })
    .where("id", "=", row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await noteStep(by, tx, moved, step)
  return moved
}

/** One step of an answer, and the fact that tells it. */
export async function noteStep(by: string, tx: Tx, row: PublicAnswer, { step, reason = null, detail = null, text }: Step): Promise<void> {
  await answerRoom(tx)
    .insertInto("public_answer_steps")
    .values({
      id: newId(tx.now),
      answer_id: row.id,
      step,
      by_actor: by,
      at: tx.now,
      reason,
      detail: detail && fitJson(detail),
      text: text ?? null,
    })
    .execute()
  const found = row.case_id === null ? undefined : (await standingCases(tx, [row.case_id])).get(row.case_id)
  // What everybody hears of says of no case that it was written beside it.
  const within = isPublic(row) ? undefined : found
  await tx.record({
    kind: `answer.${step}`,
    actor: by,
    about: within ? { case: within.id } : {},
    audience: within ? { inboxes: within.inboxIds } : "all",
    data: { answer: row.id, mention: row.mention_id, state: row.state, code: detail?.code ?? null },
  })
}
