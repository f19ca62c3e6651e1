import type { Row } from "./rows.ts"

const hook = { name: "Workshop", url: "https://hooks.example/vigie", events: ["case.opened"] }

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
} as const satisfies Readonly<Record<string, Row>>
