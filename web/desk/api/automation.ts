import { queryOptions } from "@tanstack/react-query"
import { get } from "./request.ts"
import type { AutomationRule, Page, RuleDryRun, RuleRun } from "./types.ts"

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
