import { holdCase, standingCases } from "#cases"
import { type Actor, requireRole, seesInbox } from "#people"
import { Conflict, DAY, Invalid, newId, type Reader, type Tx } from "#platform"
import { accessMention } from "../mentions/list-mentions.ts"
import { tieRoom } from "../ties/tables.ts"
import { decisionRoom, type MentionDecision, type Way } from "./tables.ts"

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

/** Whether to speak, how, and why; what was decided before is kept, and nobody is reminded of it any more. @throws Invalid, Conflict when it is gone */
export async function decideMention(
  actor: Actor,
  tx: Tx,
  mentionId: string,
  { caseId, way, aim, tone, reason, lookAgainAt }: ToDecide,
): Promise<MentionDecision> {
  requireRole(actor, "agent")
  const mention = await accessMention(tx, mentionId)
  const row = caseId === null ? null : await holdCase(actor, tx, caseId)
  if (mention.gone_at && way === "public") throw new Conflict("listening.decision.gone")
  if (lookAgainAt && (lookAgainAt <= tx.now || lookAgainAt.getTime() > tx.now.getTime() + LATEST))
    throw new Invalid("request.invalid", {}, [{ path: "lookAgainAt", key: "listening.decision.when" }])
  const decisions = decisionRoom(tx)
  await decisions
    .updateTable("mention_decisions")
    .set({ reminded_at: tx.now })
    .where("mention_id", "=", mention.id)
    .where("look_again_at", "is not", null)
    .where("reminded_at", "is", null)
    .execute()
  const decided = await decisions
    .insertInto("mention_decisions")
    .values({
      id: newId(tx.now),
      mention_id: mention.id,
      case_id: row?.id ?? null,
      way,
      aim: aim.trim(),
      tone: tone.trim(),
      reason: reason.trim(),
      by_actor: actor.ref,
      at: tx.now,
      look_again_at: lookAgainAt,
      reminded_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.record({
    kind: "mention.decided",
    actor: actor.ref,
    about: row ? { case: row.id } : {},
    audience: row ? { inboxes: row.inbox_ids } : "all",
    data: { mention: mention.id, decision: decided.id, way, lookAgainAt: lookAgainAt?.toISOString() ?? null },
  })
  return decided
}

/** Cases that persons tied to a mention, as they stand now. */
export async function tiedCases(reader: Reader, mentionId: string) {
  const ties = await tieRoom(reader)
    .selectFrom("ties")
    .select("case_id")
    .where("mention_id", "=", mentionId)
    .where("state", "=", "confirmed")
    .execute()
  const standing = await standingCases(
    reader,
    ties.map(({ case_id }) => case_id),
  )
  return [...new Map([...standing.values()].map((found) => [found.id, found])).values()]
}

const MOST = 100

/** What was decided about these mentions, the latest first; what was decided with a case in sight for those who may see it. */
export async function decisionsOf(actor: Actor, reader: Reader, mentionIds: readonly string[]): Promise<MentionDecision[]> {
  if (mentionIds.length === 0) return []
  const rows = await decisionRoom(reader)
    .selectFrom("mention_decisions")
    .selectAll()
    .where("mention_id", "in", [...mentionIds])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(MOST)
    .execute()
  const standing = await standingCases(
    reader,
    rows.flatMap(({ case_id }) => case_id ?? []),
  )
  return rows.filter(({ case_id }) => case_id === null || seesInbox(actor, standing.get(case_id)?.inboxIds ?? []))
}
