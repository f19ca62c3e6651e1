import type { AuthenticationResponseJSON } from "@simplewebauthn/server"
import { errorFields, type Tx, Unauthenticated } from "#platform"
import type { PeopleDeps } from "../deps.ts"
import { keepChallenge, takeChallenge } from "../sign-in/challenge.ts"
import type { PeopleTables } from "../tables.ts"
import { answeredChallenge } from "./credential-views.ts"
import { passkeyChecks } from "./passkey-checks.ts"

/** What the browser needs to show a passkey. It names nobody: the passkey says whose it is. */
export async function askForPasskey(deps: PeopleDeps) {
  const options = await (await passkeyChecks()).generateAuthenticationOptions({ rpID: deps.url.hostname, userVerification: "required" })
  await deps.db.transact((tx) => keepChallenge(tx, "passkey", options.challenge, null))
  return options
}

/** Whose passkey this is, once its signature has held and its owner was verified by it. @throws Unauthenticated people.passkey.refused */
export async function usePasskey(deps: PeopleDeps, response: AuthenticationResponseJSON): Promise<{ agentId: string; counter: number }> {
  const expectedChallenge = answeredChallenge(response.response.clientDataJSON)
  const kept = expectedChallenge && (await deps.db.transact((tx) => takeChallenge(tx, "passkey", expectedChallenge)))
  const passkey = await deps.db.read.sql
    .withTables<PeopleTables>()
    .selectFrom("passkeys")
    .selectAll()
    .where("id", "=", response.id)
    .executeTakeFirst()
  if (!expectedChallenge || !kept || !passkey) throw new Unauthenticated("people.passkey.refused")
  const { userHandle } = response.response
  if (userHandle !== undefined && Buffer.from(userHandle, "base64url").toString() !== passkey.agent_id)
    throw new Unauthenticated("people.passkey.refused")
  try {
    const { verified, authenticationInfo } = await (
      await passkeyChecks()
    ).verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: deps.url.origin,
      expectedRPID: deps.url.hostname,
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
        transports: passkey.transports,
      },
    })
    if (verified) return { agentId: passkey.agent_id, counter: authenticationInfo.newCounter }
  } catch (error) {
    deps.log.info("passkey.refused", errorFields(error))
  }
  throw new Unauthenticated("people.passkey.refused")
}

/** A counter that doesn't go up tells of a copy (WebAuthn §6.1.1); those that stay at zero count nothing. @throws Unauthenticated */
export async function advanceCounter(tx: Tx, passkeyId: string, counter: number): Promise<void> {
  const moved = await tx.sql
    .withTables<PeopleTables>()
    .updateTable("passkeys")
    .set({ counter, used_at: tx.now })
    .where("id", "=", passkeyId)
    .where((p) => p.or([p("counter", "<", counter), p.and([p("counter", "=", 0), p.val(counter === 0)])]))
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) throw new Unauthenticated("people.passkey.refused")
}
