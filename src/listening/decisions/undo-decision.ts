import { sql } from "kysely"
import { holdCase, standingCases } from "#cases"
import { type Actor, requireRole, seesInbox } from "#people"
import { Conflict, isId, NotFound, type Tx } from "#platform"
import { named } from "./decide.ts"
import { type Decision, decisionRoom } from "./tables.ts"

/**
 * Takes back what was decided last: it is kept as taken back, and what was decided before holds again, with its reminder if that was still
 * to come. @throws NotFound, Conflict where it doesn't hold any more
 */
export async function undoDecision(actor: Actor, tx: Tx, id: string): Promise<Decision> {
  requireRole(actor, "agent")
  const decision = isId(id)
    ? await decisionRoom(tx).selectFrom("mention_decisions").selectAll().where("id", "=", id).forUpdate().executeTakeFirst()
    : undefined
  const standing = decision?.case_id ? (await standingCases(tx, [decision.case_id])).get(decision.case_id) : undefined
  if (!decision || (decision.case_id !== null && !(standing && seesInbox(actor, standing.inboxIds))))
    throw new NotFound("listening.decision.notFound")
  if (standing) await holdCase(actor, tx, standing.id)
  const [holds, before] = await standingOf(tx, decision)
  if (holds?.id !== decision.id) throw new Conflict("listening.decision.past")
  // A reminder that was struck out by the decision that is taken back, before it came.
  if (before)
    await sql`
      update mention_decisions set reminded_at = null where id = ${before.id} and look_again_at is not null and reminded_at = ${decision.at}`.execute(
      tx.sql,
    )
  const undone = await decisionRoom(tx)
    .updateTable("mention_decisions")
    .set({ undone_at: tx.now, undone_by: actor.ref, reminded_at: tx.now })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.record({
    kind: decision.story_id === null ? "mention.decision-undone" : "story.decision-undone",
    actor: actor.ref,
    about: standing ? { case: standing.id } : {},
    audience: standing ? { inboxes: standing.inboxIds } : "all",
    data: { ...named(decision), decision: id },
  })
  return undone
}

/** What holds now, and what held before it. */
function standingOf(tx: Tx, { mention_id, story_id }: Decision): Promise<Decision[]> {
  return decisionRoom(tx)
    .selectFrom("mention_decisions")
    .selectAll()
    .$call((query) => (story_id ? query.where("story_id", "=", story_id) : query.where("mention_id", "=", mention_id)))
    .where("undone_at", "is", null)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(2)
    .execute()
}
