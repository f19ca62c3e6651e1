import { newId, type Tx } from "#platform"
import { ALL, isEvent } from "./events.ts"
import { room, type Webhook } from "./tables.ts"

/** What happened, as a webhook is told of it. */
export interface Told {
  event: string
  at: Date
  /** The fact's number; null for what is no fact. */
  seq: number | null
  caseId: string | null
  data: Readonly<Record<string, unknown>>
}

/** Writes down what is to be sent: the exact bytes, once for a webhook and a fact. Gives the delivery's id; null when it is there already. */
export async function queueDelivery(tx: Tx, webhookId: string, { event, at, seq, caseId, data }: Told): Promise<string | null> {
  const body = JSON.stringify({ type: event, timestamp: at.toISOString(), data: { ...(seq === null ? {} : { seq }), ...data } })
  const made = await room(tx)
    .insertInto("webhook_deliveries")
    .values({
      id: newId(tx.now),
      webhook_id: webhookId,
      fact_seq: seq,
      event,
      case_id: caseId,
      body,
      due_at: tx.now,
      leased_until: null,
      created_at: tx.now,
      finished_at: null,
    })
    .onConflict((conflict) => conflict.columns(["webhook_id", "fact_seq"]).where("fact_seq", "is not", null).doNothing())
    .returning("id")
    .executeTakeFirst()
  return made?.id ?? null
}

/** Webhooks that are on. */
export function standingWebhooks(tx: Tx): Promise<Webhook[]> {
  return room(tx).selectFrom("webhooks").selectAll().where("disabled_at", "is", null).orderBy("id").execute()
}

/** The webhooks that want to hear of such an event in these inboxes. What lies in no inbox is for those that hear of every inbox. */
export function listeningTo(webhooks: readonly Webhook[], kind: string, inboxes: readonly string[] | "all"): Webhook[] {
  if (!isEvent(kind)) return []
  return webhooks.filter(
    ({ events, inbox_ids }) =>
      (events.includes(ALL) || events.includes(kind)) &&
      (inbox_ids === null || (inboxes !== "all" && inboxes.some((id) => inbox_ids.includes(id)))),
  )
}
