import { type Actor, requireCovers, requireRole } from "#people"
import { type FieldProblem, Invalid, type Keys, newId, type Tx } from "#platform"
import { holdWebhook } from "./access.ts"
import { ALL, isEvent } from "./events.ts"
import { makeSecret } from "./secrets.ts"
import { room, type Webhook } from "./tables.ts"

export interface WebhookParts {
  name: string
  url: string
  /** Events by their names, or "*" for all. */
  events: readonly string[]
  /** Only what lies in one of these; null: every inbox. */
  inboxIds: readonly string[] | null
  /** Whether words of messages and notes go along. */
  bodies: boolean
}

/** Tells a program outside of what happens here from now on. Gives the secret that proves it, this once. */
export async function addWebhook(actor: Actor, tx: Tx, keys: Keys, parts: WebhookParts): Promise<{ webhook: Webhook; secret: string }> {
  requireRole(actor, "admin")
  check(actor, parts)
  const webhook = await room(tx)
    .insertInto("webhooks")
    .values({
      id: newId(tx.now),
      ...columns(parts),
      created_by: actor.ref,
      created_at: tx.now,
      updated_at: tx.now,
      failing_since: null,
      disabled_at: null,
      disabled_why: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const secret = await makeSecret(tx, keys, webhook.id)
  await told(actor, tx, "webhook.added", webhook)
  return { webhook, secret }
}

export async function changeWebhook(actor: Actor, tx: Tx, id: string, change: Partial<WebhookParts>): Promise<Webhook> {
  requireRole(actor, "admin")
  const before = await holdWebhook(actor, tx, id)
  const { name, url, events, inbox_ids: inboxIds, bodies } = before
  const parts = { name, url, events, inboxIds, bodies, ...change }
  check(actor, parts)
  const webhook = await room(tx)
    .updateTable("webhooks")
    .set({ ...columns(parts), updated_at: tx.now })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await told(actor, tx, "webhook.changed", webhook)
  return webhook
}

export async function removeWebhook(actor: Actor, tx: Tx, id: string): Promise<void> {
  requireRole(actor, "admin")
  const webhook = await holdWebhook(actor, tx, id)
  await room(tx).deleteFrom("webhooks").where("id", "=", id).execute()
  await told(actor, tx, "webhook.removed", webhook)
}

/** Sends again, beginning with what happens from now on; what was missed can be replayed. */
export async function enableWebhook(actor: Actor, tx: Tx, id: string): Promise<Webhook> {
  requireRole(actor, "admin")
  await holdWebhook(actor, tx, id)
  const webhook = await room(tx)
    .updateTable("webhooks")
    .set({ disabled_at: null, disabled_why: null, failing_since: null })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await told(actor, tx, "webhook.enabled", webhook)
  return webhook
}

/** Sends nothing more. What waits to be sent is given up: it can be replayed. */
export async function disableWebhook(actor: Actor, tx: Tx, id: string): Promise<Webhook> {
  requireRole(actor, "admin")
  return stopSending(actor, tx, await holdWebhook(actor, tx, id), "person")
}

/** The caller holds the row. */
export async function stopSending(actor: Actor, tx: Tx, { id }: Webhook, why: NonNullable<Webhook["disabled_why"]>): Promise<Webhook> {
  const tables = room(tx)
  const webhook = await tables
    .updateTable("webhooks")
    .set({ disabled_at: tx.now, disabled_why: why })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await tables
    .updateTable("webhook_deliveries")
    .set({ state: "cancelled", finished_at: tx.now, leased_until: null })
    .where("webhook_id", "=", id)
    .where("state", "in", ["ready", "retry"])
    .execute()
  await told(actor, tx, "webhook.disabled", webhook)
  return webhook
}

/** Replaces the secret. For a day both sign, so that the receiver can change over. Gives the new one, this once. */
export async function rotateSecret(actor: Actor, tx: Tx, keys: Keys, id: string): Promise<string> {
  requireRole(actor, "admin")
  const webhook = await holdWebhook(actor, tx, id)
  const secret = await makeSecret(tx, keys, id)
  await told(actor, tx, "webhook.secret-replaced", webhook)
  return secret
}

function columns({ name, url, events, inboxIds, bodies }: WebhookParts) {
  return {
    name: name.trim(),
    url: new URL(url).href,
    events: events.includes(ALL) ? [ALL] : [...new Set(events)],
    inbox_ids: inboxIds ? [...inboxIds] : null,
    bodies,
  }
}

function check(actor: Actor, { url, events, inboxIds }: WebhookParts): void {
  if (actor.kind !== "system") requireCovers(actor, { role: "observer", inboxes: inboxIds ?? "every", scopes: [] })
  const problems: FieldProblem[] = []
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || (parsed.protocol !== "https:" && parsed.protocol !== "http:") || parsed.username || parsed.password)
    problems.push({ path: "url", key: "webhooks.url" })
  if (events.length === 0) problems.push({ path: "events", key: "webhooks.noEvents" })
  const unknown = events.find((event) => event !== ALL && !isEvent(event))
  if (unknown) problems.push({ path: "events", key: "webhooks.unknownEvent", values: { event: unknown } })
  if (problems.length) throw new Invalid("request.invalid", {}, problems)
}

function told(actor: Actor, tx: Tx, kind: `webhook.${string}`, { id, inbox_ids, disabled_why }: Webhook): Promise<void> {
  return tx.record({
    kind,
    actor: actor.ref,
    about: {},
    audience: inbox_ids ? { inboxes: inbox_ids } : "all",
    data: { webhook: id, ...(disabled_why ? { why: disabled_why } : {}) },
  })
}
