import { randomUUID } from "node:crypto"
import type { Row } from "./rows.ts"

const query = { match: "all", parts: [{ field: "category", is: "any", values: ["new", "open"] }] }
const ofOurs: NonNullable<Row["body"]> = async ({ scene }) => ({
  selection: { ids: [(await scene.mail("ours")).case] },
  action: { do: "priority", priority: "urgent" },
})

/** Views that people make, many cases at once, followers, cases alike, and what one is told. */
export const viewRows = {
  "GET /api/saved-views": { who: "observer", ok: 200 },
  "POST /api/saved-views": { who: "observer", person: true, ok: 201, body: () => ({ name: `Tulips ${randomUUID()}`, query }) },
  "POST /api/saved-views/preview": { who: "observer", ok: 200, body: () => ({ query }) },
  "PUT /api/saved-views/order": { who: "observer", person: true, ok: 204, body: () => ({ ids: [] }) },
  "GET /api/saved-views/{id}": { who: "observer", names: "shared view", ok: 200 },
  "PATCH /api/saved-views/{id}": { who: "observer", person: true, names: "saved view", ok: 200, body: () => ({ name: "Roses" }) },
  "DELETE /api/saved-views/{id}": { who: "observer", person: true, names: "saved view", ok: 204, fresh: "object" },
  "POST /api/cases/bulk/preview": { who: "agent", ok: 200, body: ofOurs },
  "POST /api/cases/bulk": { who: "agent", ok: 200, body: ofOurs },
  "GET /api/bulk": { who: "observer", ok: 200 },
  "POST /api/bulk/{id}/undo": { who: "agent", names: "bulk change", ok: 200, fresh: "object" },
  "POST /api/cases/{id}/followers": {
    who: "agent",
    names: "case",
    ok: 200,
    body: ({ scene }) => ({ add: [scene.caller("agent", "agent").id] }),
    ids: { "add.0": "unknown" },
  },
  "GET /api/cases/{id}/similar": { who: "observer", names: "case", ok: 200 },
  "POST /api/promises/{id}/reopen": { who: "agent", names: "promise", ok: 200 },
  "GET /api/notifications": { who: "observer", person: true, ok: 200, queries: ["unread=true"] },
  "GET /api/notifications/count": { who: "observer", person: true, ok: 200 },
  "POST /api/notifications/read": { who: "observer", person: true, ok: 200, body: () => ({ read: true }) },
} as const satisfies Readonly<Record<string, Row>>
