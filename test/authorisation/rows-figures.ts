import { randomUUID } from "node:crypto"
import type { Row } from "./rows.ts"

/** Figures, satisfaction, the company, and setting up. */
export const figuresRows = {
  "GET /api/figures": { who: "observer", ok: 200, queries: ["period=year", "team=none"] },
  "GET /api/figures/now": { who: "observer", ok: 200, queries: ["team=none"] },
  "GET /api/satisfaction": { who: "observer", ok: 200 },
  "PUT /api/satisfaction/{id}": { who: "admin", names: "inbox", ok: 200, body: () => ({ choices: 5 }) },
  "GET /s/{token}": { who: "anybody", ok: 404 },
  "POST /s/{token}": { who: "anybody", ok: 404 },
  "POST /s/{token}/open-again": { who: "anybody", ok: 404 },

  "GET /api/company": { who: "observer", ok: 200 },
  "PATCH /api/company": { who: "admin", ok: 200, body: () => ({ name: "Maison Rousseau" }) },
  "PUT /api/company/logo": { who: "admin", ok: 200, body: () => ({ data: null }) },
  "GET /company/logo": { who: "anybody", ok: 404 },

  "GET /api/holidays": { who: "observer", ok: 200, query: "kind=FR" },

  "GET /api/start": { who: "admin", ok: 200 },
  "PATCH /api/start": { who: "admin", ok: 200, body: () => ({ skipped: ["hours"] }) },
  "POST /api/start/relay-trial": { who: "admin", person: true, ok: 200 },
  "POST /api/start/first-mail": {
    who: "admin",
    person: true,
    ok: 202,
    body: ({ scene }) => ({ inboxId: scene.inboxes.ours }),
    ids: { inboxId: "inbox" },
  },
  "POST /api/inboxes/{id}/dns-check": { who: "admin", names: "inbox", ok: 200 },
  "POST /api/mailboxes/try": {
    who: "admin",
    ok: 200,
    body: () => ({ host: "127.0.0.1", port: 1, security: "none", username: randomUUID(), password: "secret" }),
  },
} as const satisfies Readonly<Record<string, Row>>
