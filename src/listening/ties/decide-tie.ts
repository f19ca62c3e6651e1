import { accessCase, holdCase, standingCases } from "#cases"
import { accessContact } from "#contacts"
import { contactSight } from "#conversations"
import { type Actor, requireRole } from "#people"
import { Conflict, fitJson, isId, newId, NotFound, type Reader, type Tx } from "#platform"
import { pieceKey } from "../evidence/weigh.ts"
import { accessMention } from "../mentions/list-mentions.ts"
import { compareByHand } from "./hold-together.ts"
import { recordTie } from "./record-tie.ts"
import { columnsOf, type Tie, tieRoom, type TieState, type Whose } from "./tables.ts"

/** A tie whose case, or person, the actor may see. @throws NotFound */
export async function accessTie(actor: Actor, reader: Reader, id: string): Promise<Tie> {
  const tie = isId(id) ? await tieRoom(reader).selectFrom("ties").selectAll().where("id", "=", id).executeTakeFirst() : undefined
  if (!tie) throw new NotFound("listening.tie.notFound")
  await accessWhose(actor, reader, tie).catch((error: unknown) => {
    throw error instanceof NotFound ? new NotFound("listening.tie.notFound") : error
  })
  return tie
}

/** @throws NotFound */
async function accessWhose(actor: Actor, reader: Reader, { case_id, contact_id }: Tie): Promise<void> {
  if (case_id !== null) await accessCase(actor, reader, (await standingCases(reader, [case_id])).get(case_id)?.id ?? case_id)
  else await accessContact(actor, reader, contact_id ?? "", contactSight)
}

/** The same for somebody who is about to decide it: tie and case are held. */
async function holdTie(actor: Actor, tx: Tx, id: string): Promise<Tie> {
  const { case_id } = await accessTie(actor, tx, id)
  if (case_id !== null) await holdCase(actor, tx, (await standingCases(tx, [case_id])).get(case_id)?.id ?? case_id)
  else requireRole(actor, "agent")
  return tieRoom(tx).selectFrom("ties").selectAll().where("id", "=", id).forUpdate().executeTakeFirstOrThrow()
}

/** A person says that the mention belongs to the case. @throws Conflict when it is gone, or was decided otherwise */
export async function confirmTie(actor: Actor, tx: Tx, id: string): Promise<Tie> {
  const tie = await holdTie(actor, tx, id)
  if (tie.state === "confirmed") return tie
  const mention = await accessMention(tx, tie.mention_id)
  if (mention.gone_at) throw new Conflict("listening.tie.gone")
  return settle(actor, tx, tie, "confirmed", "tie.confirmed")
}

/** A person says that it doesn't. What it rested on is remembered: it isn't proposed again for that. */
export async function refuseTie(actor: Actor, tx: Tx, id: string): Promise<Tie> {
  const tie = await holdTie(actor, tx, id)
  if (tie.state === "refused") return tie
  const refused = [...new Set([...tie.refused, ...tie.pieces.map(pieceKey)])]
  return settle(actor, tx, tie, "refused", "tie.refused", refused)
}

/** Takes back what a person decided last. @throws Conflict when nothing was decided */
export async function undoTie(actor: Actor, tx: Tx, id: string): Promise<Tie> {
  const tie = await holdTie(actor, tx, id)
  if (!tie.before) throw new Conflict("listening.tie.nothingToUndo")
  const undone = await tieRoom(tx)
    .updateTable("ties")
    .set({ state: tie.before, before: null, decided_by: null, decided_at: null, refused: tie.refused_before })
    .where("id", "=", tie.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordTie(tx, actor.ref, "tie.undone", tie, { was: tie.state, is: undone.state })
  return undone
}

/**
 * A person ties a mention to a case (by id or number), or to somebody who has none; what evidence there is, is shown with it.
 * @throws NotFound, Conflict when it is gone
 */
export async function tieByHand(actor: Actor, tx: Tx, mentionId: string, to: Whose): Promise<Tie> {
  requireRole(actor, "agent")
  const mention = await accessMention(tx, mentionId)
  const whose = await holdWhose(actor, tx, to)
  if (mention.gone_at) throw new Conflict("listening.tie.gone")
  const known = await tieRoom(tx)
    .selectFrom("ties")
    .selectAll()
    .where("mention_id", "=", mention.id)
    .$call((query) => ("caseId" in whose ? query.where("case_id", "=", whose.caseId) : query.where("contact_id", "=", whose.contactId)))
    .forUpdate()
    .executeTakeFirst()
  if (known) return known.state === "confirmed" ? known : settle(actor, tx, known, "confirmed", "tie.confirmed")
  const { score, pieces } = await compareByHand(tx, mention.id, whose)
  const tie = await tieRoom(tx)
    .insertInto("ties")
    .values({
      id: newId(tx.now),
      mention_id: mention.id,
      ...columnsOf(whose),
      state: "confirmed",
      before: "withdrawn",
      score,
      pieces: fitJson(pieces),
      by_hand: true,
      proposed_by: actor.ref,
      proposed_at: tx.now,
      decided_by: actor.ref,
      decided_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordTie(tx, actor.ref, "tie.confirmed", tie, { byHand: true })
  return tie
}

/** The case, held, or the person, under the id that stands. @throws NotFound */
async function holdWhose(actor: Actor, tx: Tx, whose: Whose): Promise<Whose> {
  if ("caseId" in whose) return { caseId: (await holdCase(actor, tx, whose.caseId)).id }
  return { contactId: (await accessContact(actor, tx, whose.contactId, contactSight)).id }
}

async function settle(
  actor: Actor,
  tx: Tx,
  tie: Tie,
  state: TieState,
  kind: `tie.${string}`,
  refused: readonly string[] = tie.refused,
): Promise<Tie> {
  const wasOpen = tie.state === "proposed" || tie.state === "withdrawn"
  const before = wasOpen ? tie.state : (tie.before ?? "withdrawn")
  const refused_before = wasOpen ? tie.refused : tie.refused_before
  const settled = await tieRoom(tx)
    .updateTable("ties")
    .set({ state, before, refused: [...refused], refused_before, decided_by: actor.ref, decided_at: tx.now })
    .where("id", "=", tie.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordTie(tx, actor.ref, kind, settled)
  return settled
}
