import { type Actor, requirePerson } from "#people"
import { isId, type Keys, NotFound, openSecret, type Reader } from "#platform"
import type { BrowserKeys } from "./browser-keys.ts"
import { room, type Subscription } from "./tables.ts"

/** Under what name a browser's keys are sealed. */
export const sealedAs = (id: string): string => `push_subscriptions:${id}`

/** An agent's own, the newest first. */
export async function listSubscriptions(actor: Actor, reader: Reader): Promise<Subscription[]> {
  const { id } = requirePerson(actor)
  return room(reader).selectFrom("push_subscriptions").selectAll().where("agent_id", "=", id).orderBy("id", "desc").execute()
}

/** @throws NotFound for anybody else's */
export async function accessSubscription(actor: Actor, reader: Reader, id: string): Promise<Subscription> {
  const person = requirePerson(actor)
  const found = isId(id)
    ? await room(reader)
        .selectFrom("push_subscriptions")
        .selectAll()
        .where("id", "=", id)
        .where("agent_id", "=", person.id)
        .executeTakeFirst()
    : null
  if (!found) throw new NotFound("push.notFound")
  return found
}

export function keysOf(keys: Keys, { id, sealed }: Subscription): BrowserKeys {
  const kept = JSON.parse(openSecret(keys, sealedAs(id), sealed)) as { p256dh: string; auth: string }
  return { p256dh: Buffer.from(kept.p256dh, "base64url"), auth: Buffer.from(kept.auth, "base64url") }
}
