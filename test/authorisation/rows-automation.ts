import type { Row } from "./rows.ts"

const hook = { name: "Workshop", url: "https://192.0.2.1/vigie", events: ["case.opened"] }

const rule = {
  name: "Complaints",
  trigger: { on: "snooze-over" },
  conditions: { match: "all", parts: [] },
  actions: [{ do: "tag", tags: ["tulip"] }],
}

/** Webhooks and automation rules. */
export const automationRows = {
  "GET /api/webhooks": { who: "lead", ok: 200 },
  "GET /api/webhooks/events": { who: "lead", ok: 200 },
  "POST /api/webhooks": {
    who: "admin",
    ok: 201,
    body: ({ scene }) => ({ ...hook, inboxIds: scene.seen }),
    ids: { "inboxIds.0": "inbox" },
  },
  "GET /api/webhooks/{id}": { who: "admin", names: "webhook", ok: 200 },
  "PATCH /api/webhooks/{id}": { who: "admin", names: "webhook", ok: 200, body: () => ({ name: "Atelier" }), ids: {} },
  "DELETE /api/webhooks/{id}": { who: "admin", names: "webhook", ok: 204, fresh: "object" },
  "POST /api/webhooks/{id}/enable": { who: "admin", names: "disabled webhook", ok: 200, fresh: "object" },
  "POST /api/webhooks/{id}/disable": { who: "admin", names: "webhook", ok: 200, fresh: "object" },
  "POST /api/webhooks/{id}/secret": { who: "admin", names: "webhook", ok: 200 },
  "POST /api/webhooks/{id}/test": { who: "admin", names: "webhook", ok: 202 },
  "POST /api/webhooks/{id}/replay": { who: "admin", names: "webhook", ok: 202, body: () => ({ since: "2026-11-02T00:00:00Z" }) },
  "GET /api/webhooks/{id}/deliveries": { who: "admin", names: "webhook", ok: 200, queries: ["state=failed"] },
  "GET /api/webhooks/{id}/deliveries/{deliveryId}": { who: "admin", names: "delivery", ok: 200 },
  "POST /api/webhooks/{id}/deliveries/{deliveryId}/replay": { who: "admin", names: "delivery", ok: 202 },

  "GET /api/automation/rules": { who: "lead", ok: 200 },
  "POST /api/automation/rules": {
    who: "lead",
    ok: 201,
    body: ({ scene }) => ({ ...rule, inboxIds: scene.seen }),
    ids: { "inboxIds.0": "inbox" },
  },
  "PUT /api/automation/order": { who: "lead", ok: 204, body: () => ({ ids: [] }) },
  "GET /api/automation/rules/{id}": { who: "lead", names: "automation rule", ok: 200 },
  "PATCH /api/automation/rules/{id}": { who: "lead", names: "automation rule", ok: 200, body: () => ({ name: "Claims" }) },
  "DELETE /api/automation/rules/{id}": { who: "lead", names: "automation rule", ok: 204, fresh: "object" },
  "POST /api/automation/rules/{id}/enable": { who: "lead", names: "tried rule", ok: 200, fresh: "object" },
  "POST /api/automation/rules/{id}/disable": { who: "lead", names: "automation rule", ok: 200 },
  "GET /api/automation/rules/{id}/runs": { who: "lead", names: "automation rule", ok: 200 },
  "POST /api/automation/rules/{id}/runs/{runId}/undo": { who: "lead", names: "rule's run", ok: 200, fresh: "object" },
  "GET /api/automation/rules/{id}/dry-runs": { who: "lead", names: "automation rule", ok: 200 },
  "POST /api/automation/rules/{id}/dry-runs": { who: "lead", names: "automation rule", ok: 202, body: () => ({ days: 3 }) },
  "GET /api/automation/rules/{id}/dry-runs/{dryRunId}": { who: "lead", names: "dry run", ok: 200 },
  "POST /api/automation/rules/{id}/dry-runs/{dryRunId}/stop": { who: "lead", names: "dry run", ok: 200, fresh: "object" },
} as const satisfies Readonly<Record<string, Row>>
