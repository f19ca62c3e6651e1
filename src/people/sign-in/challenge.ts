import { MINUTE, type Tx } from "#platform"
import { hashSecret } from "../secrets.ts"
import type { ChallengeData, PeopleTables } from "../tables.ts"

const LIFETIME = 10 * MINUTE

export type ChallengeKind = "passkey" | "passkey-add" | "sso"

/** Remembers a challenge until its answer comes, ten minutes at most; only its hash, and what belongs to it. */
export async function keepChallenge(
  tx: Tx,
  kind: ChallengeKind,
  secret: string,
  agentId: string | null,
  data: ChallengeData = {},
): Promise<void> {
  await tx.sql
    .withTables<PeopleTables>()
    .insertInto("sign_in_challenges")
    .values({
      hash: hashSecret(secret),
      kind,
      agent_id: agentId,
      data: JSON.stringify(data),
      expires_at: new Date(tx.now.getTime() + LIFETIME),
    })
    .execute()
}

/** Takes a challenge, which is then no more, whatever comes of its answer. Null when there is none, or it is too old. */
export async function takeChallenge(
  tx: Tx,
  kind: ChallengeKind,
  secret: string,
): Promise<{ agentId: string | null; data: ChallengeData } | null> {
  const taken = await tx.sql
    .withTables<PeopleTables>()
    .deleteFrom("sign_in_challenges")
    .where("hash", "=", hashSecret(secret))
    .where("kind", "=", kind)
    .returning(["agent_id", "data", "expires_at"])
    .executeTakeFirst()
  return taken && taken.expires_at > tx.now ? { agentId: taken.agent_id, data: taken.data } : null
}
