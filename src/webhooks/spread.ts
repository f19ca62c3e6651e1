import type { PersonActor } from "#people"
import type { Reader, SealedFact, Tx } from "#platform"
import { isEvent } from "./events.ts"
import { listeningTo, queueDelivery, standingWebhooks } from "./queue-delivery.ts"
import type { Webhook } from "./tables.ts"

/**
 * What stands in a delivery beside the fact: the things it is about, as somebody sees them who sees the webhook's inboxes. The house
 * gives it, because the rooms that show them lie above.
 */
export type Present = (
  reader: Reader,
  actor: PersonActor,
  fact: Pick<SealedFact, "kind" | "about">,
  bodies: boolean,
) => Promise<{ caseId: string | null; views: Readonly<Record<string, unknown>> }>

/** Whether any webhook could be told of it. */
export function isTold({ kind, audience }: SealedFact): boolean {
  return isEvent(kind) && (audience === "all" || (typeof audience === "object" && "inboxes" in audience))
}

/** Queues facts for each webhook that wants them. */
export async function spread(tx: Tx, present: Present, facts: readonly SealedFact[]): Promise<void> {
  const webhooks = await standingWebhooks(tx)
  if (webhooks.length > 0) for (const fact of facts) await spreadFact(tx, present, fact, webhooks)
}

async function spreadFact(tx: Tx, present: Present, fact: SealedFact, webhooks: readonly Webhook[]): Promise<void> {
  const { audience } = fact
  const inboxes = typeof audience === "object" && "inboxes" in audience ? audience.inboxes : "all"
  for (const webhook of listeningTo(webhooks, fact.kind, inboxes)) {
    const { caseId, views } = await present(tx, eyesOf(webhook), fact, webhook.bodies)
    const { seq, kind, at, actor, about, data } = fact
    await queueDelivery(tx, webhook.id, {
      event: kind,
      at,
      seq,
      caseId,
      data: { by: actor, about, ...(data ? { changed: data } : {}), ...views },
    })
  }
}

/** Somebody who reads what the webhook may be told of. */
export function eyesOf({ id, name, inbox_ids }: { id: string; name: string; inbox_ids: readonly string[] | null }): PersonActor {
  return {
    kind: "token",
    id,
    ref: `webhook:${id}`,
    role: "observer",
    name,
    language: "en",
    timeZone: "UTC",
    inboxes: inbox_ids ?? "every",
    teams: [],
  }
}
