import { sql } from "kysely"
import type { PublicAccount } from "#conversations"
import { Conflict, type Tx } from "#platform"
import { moveAnswer } from "./move-answer.ts"
import { answerRoom, type PublicAnswer } from "./tables.ts"

/**
 * Where a place keeps one answer, two on their way would each look for themselves and put themselves in the other's place.
 * @throws Conflict while another is on its way
 */
export async function requireAlone(tx: Tx, row: PublicAnswer, { keepsOne }: PublicAccount): Promise<void> {
  if (!keepsOne) return
  // Whoever gives another on its way at this moment waits for this one.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`one answer there ${row.mention_id}`}, 0))`.execute(tx.sql)
  const others = await othersOf(tx, row, ["ready", "sending", "retry", "uncertain", "withdrawing"])
  if (others.length > 0) throw new Conflict("answers.anotherOnItsWay")
}

/** What stood there before isn't there any more: this one has taken its place. */
export async function noteReplaced(by: string, tx: Tx, row: PublicAnswer): Promise<void> {
  const why = { code: "replaced", answer: "" }
  const change = { state: "withdrawn", reason: JSON.stringify(why), due_at: null } as const
  for (const other of await othersOf(tx, row, ["sent"])) await moveAnswer(by, tx, other, change, { step: "replaced" })
}

/** Other answers to the same mention. */
function othersOf(tx: Tx, { id, mention_id }: PublicAnswer, states: PublicAnswer["state"][]): Promise<PublicAnswer[]> {
  return answerRoom(tx)
    .selectFrom("public_answers")
    .selectAll()
    .where("mention_id", "=", mention_id)
    .where("id", "<>", id)
    .where("state", "in", states)
    .execute()
}
