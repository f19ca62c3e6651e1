import type { Row } from "./rows.ts"

const NOWHERE = "00000000-0000-7000-8000-00000000beef"
const admin = { who: "admin", ok: 404 } as const

/** What is brought in and taken out. Imports are their administrators' alone; none is there, so who may is told just that. */
export const movingRows: Readonly<Record<string, Row>> = {
  "GET /api/imports": { who: "admin", ok: 200 },
  "POST /api/imports": { who: "admin", ok: 201, body: () => ({ kind: "mbox", name: "Archive" }) },
  "GET /api/imports/{id}": admin,
  "DELETE /api/imports/{id}": admin,
  "PUT /api/imports/{id}/file": { ...admin, query: "name=a.mbox" },
  "POST /api/imports/{id}/preview": { ...admin, body: () => ({}) },
  "POST /api/imports/{id}/start": { ...admin, body: () => ({ settings: { inboxId: NOWHERE } }) },
  "POST /api/imports/{id}/stop": admin,
  "POST /api/imports/{id}/continue": admin,
  "GET /api/imports/{id}/skipped": admin,
  "GET /api/imports/{id}/skipped.csv": admin,
  "GET /api/exports/cases.csv": { who: "lead", ok: 200 },
  "GET /api/exports/cases.jsonl": { who: "lead", ok: 200 },
  "GET /api/exports/contacts.csv": { who: "lead", ok: 200 },
  "GET /api/exports/contacts.jsonl": { who: "lead", ok: 200 },
  // Everybody in the table sees some inboxes only; what a sight of every one gets is in test/moving/export.test.ts.
  "GET /api/exports/messages.jsonl": { who: "lead", ok: 403 },
  "GET /api/exports/cases/{id}": { who: "observer", names: "case", ok: 200, queries: ["notes=true"] },
}
