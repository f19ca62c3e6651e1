import { sql } from "kysely"
import { fitJson, newId, type Tx } from "#platform"
import type { Piece } from "../evidence/sides.ts"
import { pieceKey, type Weighed } from "../evidence/weigh.ts"
import { recordTie } from "./record-tie.ts"
import { TIES } from "./own-side.ts"
import { columnsOf, type Tie, tieRoom, type Whose } from "./tables.ts"

/** Evidence of at least this weight that nobody has refused yet brings a refused tie up again. */
const NEW_EVIDENCE = 1

/**
 * Proposes a tie to a person, or brings the evidence of one that is open up to date; one whose evidence has gone is withdrawn. What a
 * person confirmed stays; what a person refused comes up again only with evidence that was not refused.
 */
export async function propose(tx: Tx, mentionId: string, whose: Whose, { score, pieces, isProposed }: Weighed): Promise<void> {
  const rows = tieRoom(tx)
  const known = await rows
    .selectFrom("ties")
    .selectAll()
    .where("mention_id", "=", mentionId)
    .$call((query) => ("caseId" in whose ? query.where("case_id", "=", whose.caseId) : query.where("contact_id", "=", whose.contactId)))
    .forUpdate()
    .executeTakeFirst()
  if (!known && !isProposed) return
  if (!known) return begin(tx, mentionId, whose, score, pieces)
  if (known.state === "confirmed" || known.by_hand) return
  if (!isProposed || !hasNews(known, pieces)) return known.state === "proposed" ? withdraw(tx, known) : undefined
  const open = { score, pieces: fitJson(pieces), state: "proposed" as const }
  await rows
    .updateTable("ties")
    .set(known.state === "proposed" ? open : { ...open, proposed_at: tx.now, decided_by: null, decided_at: null, before: null })
    .where("id", "=", known.id)
    .execute()
  if (known.state !== "proposed") await recordTie(tx, TIES.ref, "tie.proposed", known)
}

/** Whether something carries weight that nobody refused; where nothing was refused, all together does. */
const hasNews = ({ refused }: Tie, pieces: readonly Piece[]): boolean =>
  refused.length === 0 || pieces.some((piece) => piece.weight >= NEW_EVIDENCE && !refused.includes(pieceKey(piece)))

async function begin(tx: Tx, mentionId: string, whose: Whose, score: number, pieces: readonly Piece[]): Promise<void> {
  const tie = await tieRoom(tx)
    .insertInto("ties")
    .values({
      id: newId(tx.now),
      mention_id: mentionId,
      ...columnsOf(whose),
      state: "proposed",
      before: null,
      score,
      pieces: fitJson(pieces),
      by_hand: false,
      proposed_by: TIES.ref,
      proposed_at: tx.now,
      decided_by: null,
      decided_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (tie) await recordTie(tx, TIES.ref, "tie.proposed", tie)
}

export async function withdraw(tx: Tx, tie: Tie): Promise<void> {
  await tieRoom(tx).updateTable("ties").set({ state: "withdrawn", pieces: "[]" }).where("id", "=", tie.id).execute()
  await recordTie(tx, TIES.ref, "tie.withdrawn", tie)
}

/** These are proposed no more. What a person decided of them stays. */
export async function withdrawOf(tx: Tx, mentionIds: readonly string[]): Promise<void> {
  if (mentionIds.length === 0) return
  const ids = sql`${[...mentionIds]}::uuid[]`
  await sql`delete from tie_marks where mention_id = any(${ids})`.execute(tx.sql)
  await sql`delete from tie_due where what = 'mention' and id = any(${ids})`.execute(tx.sql)
  const open = await tieRoom(tx)
    .selectFrom("ties")
    .selectAll()
    .where("mention_id", "in", [...mentionIds])
    .where("state", "=", "proposed")
    .execute()
  for (const tie of open) await withdraw(tx, tie)
}

/** What was deleted where it was said is gone here: proposals with it, and the public words in the evidence of what was decided. */
export async function forgetGone(tx: Tx, mentionIds: readonly string[]): Promise<void> {
  await withdrawOf(tx, mentionIds)
  const ids = sql`${[...mentionIds]}::uuid[]`
  await sql`
    update ties set refused = '{}', refused_before = '{}', pieces = coalesce((select jsonb_agg(piece || '{"open": ""}') from jsonb_array_elements(pieces) as piece), '[]')
     where mention_id = any(${ids})`.execute(tx.sql)
}
