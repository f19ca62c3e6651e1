import type { Actor } from "#people"
import { isId, NotFound, type Tx } from "#platform"
import { mayChange, standingCase } from "../access-case.ts"
import { recordOf } from "../record.ts"
import { refreshCase } from "../refresh-case.ts"
import { room } from "../tables.ts"

/** A person has looked: it is none, or it is settled. It isn't shown or found again. */
export async function dismissContradiction(actor: Actor, tx: Tx, contradictionId: string): Promise<void> {
  const { found, row } = await holdContradiction(actor, tx, contradictionId)
  if (found.dismissed_at) return
  await note(tx, found.id, { dismissed_by: actor.ref, dismissed_at: tx.now })
  await refreshCase(tx, row.id)
  await recordOf(tx, actor.ref, "case.contradiction-dismissed", row, { contradiction: found.id, code: found.code })
}

/** It was dismissed by mistake: it is shown again. */
export async function recallContradiction(actor: Actor, tx: Tx, contradictionId: string): Promise<void> {
  const { found, row } = await holdContradiction(actor, tx, contradictionId)
  if (!found.dismissed_at) return
  await note(tx, found.id, { dismissed_by: null, dismissed_at: null })
  await refreshCase(tx, row.id)
  await recordOf(tx, actor.ref, "case.contradiction-recalled", row, { contradiction: found.id, code: found.code })
}

async function note(tx: Tx, id: string, dismissed: { dismissed_by: string | null; dismissed_at: Date | null }): Promise<void> {
  await room(tx).updateTable("contradictions").set(dismissed).where("id", "=", id).execute()
}

async function holdContradiction(actor: Actor, tx: Tx, contradictionId: string) {
  const tables = room(tx)
  const found = isId(contradictionId)
    ? await tables.selectFrom("contradictions").selectAll().where("id", "=", contradictionId).forNoKeyUpdate().executeTakeFirst()
    : undefined
  if (!found) throw new NotFound("cases.contradiction.notFound")
  const row = await standingCase(actor, tx, found.case_id).catch((error: unknown) => {
    throw error instanceof NotFound ? new NotFound("cases.contradiction.notFound") : error
  })
  mayChange(actor)
  return { found, row }
}
