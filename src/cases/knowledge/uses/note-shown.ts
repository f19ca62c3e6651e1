import type { PersonActor } from "#people"
import { isId, type Tx } from "#platform"
import { shelf } from "../tables.ts"

/** These articles were on the screen beside a case; each counts once for a colleague and a case. */
export async function noteShown(actor: PersonActor, tx: Tx, caseId: string, articleIds: readonly string[]): Promise<void> {
  const known = articleIds.filter(isId)
  if (known.length === 0) return
  const there = await shelf(tx).selectFrom("articles").select("id").where("id", "in", known).execute()
  if (there.length === 0) return
  await shelf(tx)
    .insertInto("article_shown")
    .values(there.map(({ id }) => ({ article_id: id, case_id: caseId, by_actor: actor.ref, at: tx.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
