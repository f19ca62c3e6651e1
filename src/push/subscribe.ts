import { type Actor, requirePerson } from "#people"
import { Invalid, type Keys, newId, sealSecret, type Tx } from "#platform"
import { areKeys } from "./browser-keys.ts"
import { accessSubscription, listSubscriptions, sealedAs } from "./own-browsers.ts"
import { room, type Subscription } from "./tables.ts"

export interface NewSubscription {
  endpoint: string
  /** base64url, as browsers give them. */
  keys: { p256dh: string; auth: string }
  /** What the browser calls itself. */
  browser: string
}

/** An agent has so many browsers at most; the one that was told longest ago goes. */
const MOST = 10

/** Tells an agent in this browser from now on, while they are signed in there. The same browser again takes its own place. */
export async function subscribe(actor: Actor, tx: Tx, keys: Keys, asked: NewSubscription): Promise<Subscription> {
  const person = requirePerson(actor)
  const given = { p256dh: Buffer.from(asked.keys.p256dh, "base64url"), auth: Buffer.from(asked.keys.auth, "base64url") }
  const wrong = [
    ...(mayBeCalled(asked.endpoint) ? [] : [{ path: "endpoint", key: "push.endpoint" }]),
    ...(areKeys(given) ? [] : [{ path: "keys", key: "push.keys" }]),
  ]
  if (wrong.length > 0) throw new Invalid("request.invalid", {}, wrong)
  const tables = room(tx)
  const before = await tables
    .deleteFrom("push_subscriptions")
    .where("endpoint", "=", asked.endpoint)
    .returning("agent_id")
    .executeTakeFirst()
  const id = newId(tx.now)
  const made = await tables
    .insertInto("push_subscriptions")
    .values({
      id,
      agent_id: person.id,
      session_id: person.session,
      endpoint: asked.endpoint,
      sealed: sealSecret(keys, sealedAs(id), JSON.stringify(asked.keys)),
      browser: asked.browser,
      created_at: tx.now,
      told_at: null,
      failed_why: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const others = (await listSubscriptions(actor, tx)).filter(({ id: one }) => one !== id)
  const tooMany = others.toSorted((a, b) => lastHeard(b) - lastHeard(a)).slice(MOST - 1)
  for (const { id: old } of tooMany) await tables.deleteFrom("push_subscriptions").where("id", "=", old).execute()
  if (before?.agent_id !== person.id) await record(tx, person.ref, "push.subscribed", made)
  return made
}

const lastHeard = ({ told_at: told, created_at: made }: Subscription): number => (told ?? made).getTime()

/** Tells nothing more in that browser. */
export async function unsubscribe(actor: Actor, tx: Tx, id: string): Promise<void> {
  const found = await accessSubscription(actor, tx, id)
  await room(tx).deleteFrom("push_subscriptions").where("id", "=", found.id).execute()
  await record(tx, actor.ref, "push.unsubscribed", found)
}

/** The browser itself has left, says its push service. */
export async function forgetBrowser(tx: Tx, one: Subscription): Promise<void> {
  const gone = await room(tx).deleteFrom("push_subscriptions").where("id", "=", one.id).returning("id").executeTakeFirst()
  if (gone) await record(tx, "system:push", "push.gone", one)
}

async function record(tx: Tx, actor: string, kind: `push.${string}`, { agent_id: agent }: Subscription): Promise<void> {
  await tx.record({ kind, actor, about: { agent }, audience: { agent } })
}

/** Push services speak https; one on this machine may not, and is called only if the operator lets it be (SafeFetch). */
function mayBeCalled(endpoint: string): boolean {
  const { protocol, hostname } = new URL(endpoint)
  return protocol === "https:" || (protocol === "http:" && hostname === "localhost")
}
