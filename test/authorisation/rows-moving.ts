import type { Row } from "./rows.ts"

const NOWHERE = "00000000-0000-7000-8000-00000000beef"
const lead = { who: "lead", ok: 404 } as const

/**
 * What is brought in and taken out. Mentions are brought in by leads, everything else by administrators alone (test/moving/import.test.ts
 * says which a lead doesn't see); none is there, so who may is told just that.
 */
export const movingRows: Readonly<Record<string, Row>> = {
  "GET /api/imports": { who: "lead", ok: 200 },
  "POST /api/imports": { who: "admin", ok: 201, body: () => ({ kind: "mbox", name: "Archive" }) },
  "GET /api/imports/{id}": lead,
  "DELETE /api/imports/{id}": lead,
  "PUT /api/imports/{id}/file": { ...lead, query: "name=a.mbox" },
  "POST /api/imports/{id}/preview": { ...lead, body: () => ({}) },
  "POST /api/imports/{id}/start": { ...lead, body: () => ({ settings: { inboxId: NOWHERE } }) },
  "POST /api/imports/{id}/stop": lead,
  "POST /api/imports/{id}/continue": lead,
  "GET /api/imports/{id}/skipped": lead,
  "GET /api/imports/{id}/skipped.csv": lead,
  "GET /api/exports/cases.csv": { who: "lead", ok: 200 },
  "GET /api/exports/cases.jsonl": { who: "lead", ok: 200 },
  "GET /api/exports/contacts.csv": { who: "lead", ok: 200 },
  "GET /api/exports/contacts.jsonl": { who: "lead", ok: 200 },
  // Everybody in the table sees some inboxes only; what a sight of every one gets is in test/moving/export.test.ts.
  "GET /api/exports/messages.jsonl": { who: "lead", ok: 403 },
  "GET /api/exports/cases/{id}": { who: "observer", names: "case", ok: 200, queries: ["notes=true"] },
}
