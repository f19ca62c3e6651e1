import { z } from "@hono/zod-openapi"
import type { Logged } from "./delivery-log.ts"
import type { Attempt, Delivery, DeliveryState, Webhook } from "./tables.ts"

const moment = z.iso.datetime()
const STATES = ["ready", "sending", "delivered", "retry", "failed", "cancelled"] as const satisfies readonly DeliveryState[]
export const deliveryState = z.enum(STATES)
const inboxIds = z.array(z.uuid()).max(500).nullable()
const name = z.string().trim().min(1).max(100)
const events = z.array(z.string().max(100)).max(100).openapi({ description: 'Events by their names, or "*" for all' })

export const WebhookView = z
  .object({
    id: z.string(),
    name: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    inboxIds,
    bodies: z.boolean(),
    createdAt: moment,
    failingSince: moment.nullable().openapi({ description: "First failure after the last success" }),
    disabled: z.object({ at: moment, why: z.enum(["person", "gone", "failing"]) }).nullable(),
    deliveries: z.record(z.string(), z.number().int()).openapi({ description: "How many in the log stand how" }),
  })
  .openapi("Webhook")

export const newWebhook = z.strictObject({
  name,
  url: z.string().max(2000),
  events,
  inboxIds: inboxIds.default(null),
  bodies: z.boolean().default(false),
})
export const webhookChange = z.strictObject({
  name: name.optional(),
  url: z.string().max(2000).optional(),
  events: events.optional(),
  inboxIds: inboxIds.optional(),
  bodies: z.boolean().optional(),
})

export const DeliveryView = z
  .object({
    id: z.string().openapi({ description: "The webhook-id header, the same at each try" }),
    event: z.string(),
    seq: z.number().int().nullable(),
    caseId: z.string().nullable(),
    state: deliveryState,
    attempts: z.number().int(),
    dueAt: moment.nullable().openapi({ description: "When it is tried (again)" }),
    createdAt: moment,
    last: z.object({ at: moment, ms: z.number().int(), status: z.number().int().nullable(), reason: z.string().nullable() }).nullable(),
  })
  .openapi("WebhookDelivery")

const headers = z.record(z.string(), z.string())
export const DeliveryDetail = DeliveryView.extend({
  body: z.string(),
  tries: z.array(
    z.object({
      number: z.number().int(),
      at: moment,
      ms: z.number().int(),
      requestHeaders: headers,
      status: z.number().int().nullable(),
      reason: z.string().nullable(),
      responseHeaders: headers.nullable(),
      responseBody: z.string().nullable().openapi({ description: "The first kilobyte" }),
    }),
  ),
}).openapi("WebhookDeliveryDetail")

export function presentWebhook(row: Webhook, deliveries: Partial<Record<DeliveryState, number>> = {}): z.infer<typeof WebhookView> {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    events: row.events,
    inboxIds: row.inbox_ids,
    bodies: row.bodies,
    createdAt: row.created_at.toISOString(),
    failingSince: row.failing_since?.toISOString() ?? null,
    disabled: row.disabled_at && row.disabled_why ? { at: row.disabled_at.toISOString(), why: row.disabled_why } : null,
    deliveries,
  }
}

export function presentDelivery({ last, ...row }: Logged): z.infer<typeof DeliveryView> {
  return {
    id: row.id,
    event: row.event,
    seq: row.fact_seq,
    caseId: row.case_id,
    state: row.state,
    attempts: row.attempts,
    dueAt: row.state === "ready" || row.state === "retry" ? row.due_at.toISOString() : null,
    createdAt: row.created_at.toISOString(),
    last: last && { at: last.at.toISOString(), ms: last.ms, status: last.status, reason: last.reason },
  }
}

export function presentDetail(delivery: Delivery, attempts: readonly Attempt[]): z.infer<typeof DeliveryDetail> {
  return {
    ...presentDelivery({ ...delivery, last: attempts.at(-1) ?? null }),
    body: delivery.body,
    tries: attempts.map((tried) => ({
      number: tried.number,
      at: tried.at.toISOString(),
      ms: tried.ms,
      requestHeaders: tried.request_headers,
      status: tried.status,
      reason: tried.reason,
      responseHeaders: tried.response_headers,
      responseBody: tried.response_body,
    })),
  }
}
