import { holdCase } from "#cases"
import { type Actor, requireRole } from "#people"
import { Conflict, DAY, Invalid, newId, type Tx } from "#platform"
import { familyOf, holdStory } from "../gathering/access-story.ts"
import { accessMention } from "../mentions/list-mentions.ts"
import { type About, type Decision, decisionRoom, type Way } from "./tables.ts"

export interface ToDecide {
  /** The case, by id or number, with which in sight it is decided. */
  caseId: string | null
  way: Way
  aim: string
  tone: string
  reason: string
  lookAgainAt: Date | null
}

const LATEST = 400 * DAY

/**
 * Whether to speak, how, and why, of a mention or of a story; what was decided before is kept, and nobody is reminded of it any more.
 * @throws NotFound, Invalid, Conflict when it is gone
 */
export async function decide(
  actor: Actor,
  tx: Tx,
  about: About,
  { caseId, way, aim, tone, reason, lookAgainAt }: ToDecide,
): Promise<Decision> {
  requireRole(actor, "agent")
  const what = await holdAbout(tx, about, way)
  const row = caseId === null ? null : await holdCase(actor, tx, caseId)
  if (lookAgainAt && (lookAgainAt <= tx.now || lookAgainAt.getTime() > tx.now.getTime() + LATEST))
    throw new Invalid("request.invalid", {}, [{ path: "lookAgainAt", key: "listening.decision.when" }])
  const decisions = decisionRoom(tx)
  const family = what.story_id && (await familyOf(tx, what.story_id))
  await decisions
    .updateTable("mention_decisions")
    .set({ reminded_at: tx.now })
    .$call((query) => (family ? query.where("story_id", "in", family) : query.where("mention_id", "=", what.mention_id)))
    .where("look_again_at", "is not", null)
    .where("reminded_at", "is", null)
    .execute()
  const decided = await decisions
    .insertInto("mention_decisions")
    .values({
      ...what,
      id: newId(tx.now),
      case_id: row?.id ?? null,
      way,
      aim: aim.trim(),
      tone: tone.trim(),
      reason: reason.trim(),
      by_actor: actor.ref,
      at: tx.now,
      look_again_at: lookAgainAt,
      reminded_at: null,
      undone_at: null,
      undone_by: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.record({
    kind: what.story_id ? "story.decided" : "mention.decided",
    actor: actor.ref,
    about: row ? { case: row.id } : {},
    audience: row ? { inboxes: row.inbox_ids } : "all",
    data: { ...named(what), decision: decided.id, way, lookAgainAt: lookAgainAt?.toISOString() ?? null },
  })
  return decided
}

/** What a fact says a decision is about. */
export const named = ({ mention_id, story_id }: Pick<Decision, "mention_id" | "story_id">): { mention: string } | { story: string } =>
  story_id === null ? { mention: mention_id ?? "" } : { story: story_id }

async function holdAbout(tx: Tx, about: About, way: Way): Promise<Pick<Decision, "mention_id" | "story_id">> {
  if ("storyId" in about) {
    const { id, title } = await holdStory(tx, about.storyId)
    if (title === null && way === "public") throw new Conflict("listening.decision.gone")
    return { mention_id: null, story_id: id }
  }
  const { id, gone_at } = await accessMention(tx, about.mentionId)
  if (gone_at && way === "public") throw new Conflict("listening.decision.gone")
  return { mention_id: id, story_id: null }
}
