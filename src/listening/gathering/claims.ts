import { type Actor, requireRole } from "#people"
import { isId, newId, NotFound, type Reader, type Tx } from "#platform"
import { holdStory } from "./access-story.ts"
import { type ClaimState, gathering } from "./tables.ts"

/** What is known of a claim now, how it came to be, and what was answered. */
export interface Claim {
  id: string
  claim: string
  createdBy: string
  createdAt: Date
  /** The latest last; there is always one. */
  states: { state: ClaimState; reason: string | null; url: string | null; by: string; at: Date }[]
  answers: { id: string; answer: string; url: string | null; by: string; at: Date }[]
}

/** Writes down what a story claims; nothing is known of it yet. Gives its id. @throws NotFound */
export async function makeClaim(actor: Actor, tx: Tx, storyId: string, claim: string): Promise<string> {
  requireRole(actor, "agent")
  const { id: story } = await holdStory(tx, storyId)
  const id = newId(tx.now)
  await gathering(tx).insertInto("story_claims").values({ id, story_id: story, claim, created_by: actor.ref, created_at: tx.now }).execute()
  await tx.record({ kind: "claim.made", actor: actor.ref, about: {}, audience: "all", data: { story, claim: id } })
  await addState(actor, tx, id, { state: "unverified" })
  return id
}

/** Says what a claim is by now, why, and where it is shown. @throws NotFound */
export async function judgeClaim(
  actor: Actor,
  tx: Tx,
  id: string,
  judged: { state: ClaimState; reason?: string; url?: string },
): Promise<string> {
  requireRole(actor, "agent")
  const { story_id: story } = await holdClaim(tx, id)
  await addState(actor, tx, id, judged)
  await tx.record({ kind: "claim.judged", actor: actor.ref, about: {}, audience: "all", data: { story, claim: id, state: judged.state } })
  return story
}

/** Keeps what was answered to a claim, and where. @throws NotFound */
export async function answerClaim(actor: Actor, tx: Tx, id: string, { answer, url }: { answer: string; url?: string }): Promise<string> {
  requireRole(actor, "agent")
  const { story_id: story } = await holdClaim(tx, id)
  const answerId = newId(tx.now)
  await gathering(tx)
    .insertInto("story_answers")
    .values({ id: answerId, claim_id: id, answer, url: url ?? null, by_actor: actor.ref, at: tx.now })
    .execute()
  await tx.record({ kind: "claim.answered", actor: actor.ref, about: {}, audience: "all", data: { story, claim: id, answer: answerId } })
  return story
}

/** The claims of these stories, the earliest first. */
export async function claimsOf(reader: Pick<Reader, "sql">, storyIds: readonly string[]): Promise<Claim[]> {
  const claims = await gathering(reader)
    .selectFrom("story_claims")
    .selectAll()
    .where("story_id", "in", [...storyIds])
    .orderBy("n")
    .execute()
  if (claims.length === 0) return []
  const ids = claims.map(({ id }) => id)
  const states = await gathering(reader).selectFrom("story_claim_states").selectAll().where("claim_id", "in", ids).orderBy("n").execute()
  const answers = await gathering(reader).selectFrom("story_answers").selectAll().where("claim_id", "in", ids).orderBy("n").execute()
  return claims.map(({ id, claim, created_by, created_at }) => ({
    id,
    claim,
    createdBy: created_by,
    createdAt: created_at,
    states: states.flatMap(({ claim_id, state, reason, url, by_actor: by, at }) =>
      claim_id === id ? [{ state, reason, url, by, at }] : [],
    ),
    answers: answers.flatMap(({ claim_id, id: answerId, answer, url, by_actor: by, at }) =>
      claim_id === id ? [{ id: answerId, answer, url, by, at }] : [],
    ),
  }))
}

async function holdClaim(tx: Tx, id: string): Promise<{ story_id: string }> {
  const claim = isId(id)
    ? await gathering(tx).selectFrom("story_claims").select("story_id").where("id", "=", id).forUpdate().executeTakeFirst()
    : undefined
  if (!claim) throw new NotFound("listening.claim.notFound")
  return claim
}

async function addState(
  actor: Actor,
  tx: Tx,
  claimId: string,
  { state, reason, url }: { state: ClaimState; reason?: string | undefined; url?: string | undefined },
): Promise<void> {
  await gathering(tx)
    .insertInto("story_claim_states")
    .values({ id: newId(tx.now), claim_id: claimId, state, reason: reason ?? null, url: url ?? null, by_actor: actor.ref, at: tx.now })
    .execute()
}
