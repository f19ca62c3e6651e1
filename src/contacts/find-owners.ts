import type { Reader } from "#platform"
import { ownersOf } from "./history-identities.ts"
import { type Identity, identityKey, readIdentity } from "./identity.ts"

/** For each identity, the contact that has it, or null; `undefined` where it can't be one of its kind. In the order given. */
export async function findOwners(reader: Reader, identities: readonly Identity[]): Promise<(string | null | undefined)[]> {
  const known = identities.map(readIdentity)
  const owners = await ownersOf(
    reader,
    known.filter((one) => one !== null),
  )
  return known.map((one) => (one ? (owners.get(identityKey(one)) ?? null) : undefined))
}

/** Whether a value can be an identity of its kind. */
export function isIdentity(identity: Identity): boolean {
  return readIdentity(identity) !== null
}
