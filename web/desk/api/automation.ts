import { queryOptions } from "@tanstack/react-query"
import { get } from "./request.ts"
import type { AutomationRule, Page, RuleDryRun, RuleRun, Webhook, WebhookDelivery, WebhookDeliveryDetail } from "./types.ts"

export type RuleTrigger = AutomationRule["trigger"]
export type RuleConditions = AutomationRule["conditions"]
export type RulePart = RuleConditions["parts"][number]
export type RuleCondition = Exclude<RulePart, { match: string }>
export type RuleAction = AutomationRule["actions"][number]
export type RuleDeed = RuleRun["done"][number]
export type RuleReason = RuleRun["reasons"][number]

export const rulesQuery = queryOptions({
  queryKey: ["automation"],
  queryFn: async ({ signal }) => (await get<Page<AutomationRule>>("/api/automation/rules", signal)).items,
})

export const runsQuery = (ruleId: string) =>
  queryOptions({
    queryKey: ["automation", ruleId, "runs"],
    queryFn: async ({ signal }) => (await get<Page<RuleRun>>(`/api/automation/rules/${ruleId}/runs?limit=50`, signal)).items,
  })

/** The latest dry run of a rule as it is; asked again while it goes on. */
export const dryRunQuery = (ruleId: string) =>
  queryOptions({
    queryKey: ["automation", ruleId, "dry-run"],
    queryFn: async ({ signal }) => (await get<Page<RuleDryRun>>(`/api/automation/rules/${ruleId}/dry-runs`, signal)).items[0] ?? null,
    refetchInterval: ({ state: { data } }) => (data && !data.finishedAt && !data.stoppedAt ? 500 : false),
  })

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
