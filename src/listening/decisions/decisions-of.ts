import { standingCases } from "#cases"
import { type Actor, seesInbox } from "#people"
import type { Reader } from "#platform"
import { tieRoom } from "../ties/tables.ts"
import { type Decision, decisionRoom } from "./tables.ts"

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
    ties.flatMap(({ case_id }) => case_id ?? []),
  )
  return [...new Map([...standing.values()].map((found) => [found.id, found])).values()]
}

const MOST = 100

/**
 * What was decided about these mentions, or stories: the latest that holds first, what was taken back last; what was decided with a case
 * in sight for those who may see it.
 */
export async function decisionsOf(
  actor: Actor,
  reader: Reader,
  about: { mentions: readonly string[] } | { stories: readonly string[] },
): Promise<Decision[]> {
  const ids = "mentions" in about ? about.mentions : about.stories
  if (ids.length === 0) return []
  const rows = await decisionRoom(reader)
    .selectFrom("mention_decisions")
    .selectAll()
    .where("mentions" in about ? "mention_id" : "story_id", "in", [...ids])
    .orderBy((order) => order("undone_at", "is not", null))
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
