import type { RegistrationResponseJSON } from "@simplewebauthn/server"
import { Conflict, errorFields, Invalid, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { accessAgent } from "../agents/find-agent.ts"
import type { PeopleDeps } from "../deps.ts"
import { requirePerson } from "../rights.ts"
import { keepChallenge, takeChallenge } from "../sign-in/challenge.ts"
import type { PeopleTables } from "../tables.ts"
import { answeredChallenge } from "./credential-views.ts"
import { passkeyChecks } from "./passkey-checks.ts"
import { passkeysOf } from "./list-passkeys.ts"

/** EdDSA, ES256, RS256 (COSE): what authenticators have, and what Node verifies without experimental parts. */
const ALGORITHMS = [-8, -7, -257]

/** What the browser needs to make a passkey: one that is found without a name, and makes sure of its owner. */
export async function beginPasskey(actor: Actor, deps: PeopleDeps, tx: Tx) {
  const { id } = requirePerson(actor)
  const agent = await accessAgent(tx, id)
  const options = await (
    await passkeyChecks()
  ).generateRegistrationOptions({
    rpName: "Vigie",
    rpID: deps.url.hostname,
    userName: agent.email ?? agent.name,
    userDisplayName: agent.name,
    userID: new Uint8Array(Buffer.from(id)),
    attestationType: "none",
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: (await passkeysOf(tx, id)).map((key) => ({ id: key.id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  })
  await keepChallenge(tx, "passkey-add", options.challenge, id)
  return options
}

/** Adds the passkey that the browser made. @throws Invalid people.passkey.refused, Conflict people.passkey.known */
export async function addPasskey(actor: Actor, deps: PeopleDeps, response: RegistrationResponseJSON, name: string): Promise<string> {
  const { id, ref } = requirePerson(actor)
  const credential = await verify(deps, response, id)
  return deps.db.transact(async (tx) => {
    const added = await tx.sql
      .withTables<PeopleTables>()
      .insertInto("passkeys")
      .values({
        id: credential.id,
        agent_id: id,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: response.response.transports ?? [],
        name,
        created_at: tx.now,
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) throw new Conflict("people.passkey.known")
    await tx.record({ kind: "agent.passkey-added", actor: ref, about: { agent: id }, audience: { agent: id } })
    return credential.id
  })
}

async function verify(deps: PeopleDeps, response: RegistrationResponseJSON, agentId: string) {
  const expectedChallenge = answeredChallenge(response.response.clientDataJSON)
  const kept = expectedChallenge && (await deps.db.transact((tx) => takeChallenge(tx, "passkey-add", expectedChallenge)))
  if (!expectedChallenge || !kept || kept.agentId !== agentId) throw new Invalid("people.passkey.refused")
  try {
    const { verified, registrationInfo } = await (
      await passkeyChecks()
    ).verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: deps.url.origin,
      expectedRPID: deps.url.hostname,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (verified) return registrationInfo.credential
  } catch (error) {
    deps.log.info("passkey.refused", errorFields(error))
  }
  throw new Invalid("people.passkey.refused")
}
