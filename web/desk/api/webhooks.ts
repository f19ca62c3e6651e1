import { queryOptions } from "@tanstack/react-query"
import { get } from "./request.ts"
import type { Page, Webhook, WebhookDelivery, WebhookDeliveryDetail } from "./types.ts"

export const webhooksQuery = queryOptions({
  queryKey: ["webhooks"],
  queryFn: async ({ signal }) => (await get<Page<Webhook>>("/api/webhooks", signal)).items,
})

export const webhookEventsQuery = queryOptions({
  queryKey: ["webhook-events"],
  queryFn: async ({ signal }) => (await get<Page<string>>("/api/webhooks/events", signal)).items,
  staleTime: Infinity,
})

export const deliveriesQuery = (webhookId: string, state: string) =>
  queryOptions({
    queryKey: ["webhooks", webhookId, "deliveries", state],
    queryFn: async ({ signal }) =>
      (await get<Page<WebhookDelivery>>(`/api/webhooks/${webhookId}/deliveries?limit=100${state ? `&state=${state}` : ""}`, signal)).items,
    refetchInterval: 3000,
  })

/** What will change by itself. */
const UNSETTLED: ReadonlySet<string> = new Set(["ready", "sending", "retry"])

export const deliveryQuery = (webhookId: string, id: string) =>
  queryOptions({
    queryKey: ["webhooks", webhookId, "delivery", id],
    queryFn: ({ signal }) => get<WebhookDeliveryDetail>(`/api/webhooks/${webhookId}/deliveries/${id}`, signal),
    refetchInterval: ({ state: { data } }) => (data && UNSETTLED.has(data.state) ? 1000 : false),
  })
