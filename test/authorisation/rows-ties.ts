import type { Row } from "./rows.ts"

const decide = { way: "watch", reason: "He is in surgery.", tone: "warm" }

/** Ties between what is said in the open and cases: a tie is told to those who may see its case. */
export const tieRows = {
  "GET /api/mentions/{id}/ties": { who: "observer", names: "mention", ok: 200 },
  "POST /api/mentions/{id}/ties": {
    who: "agent",
    names: "mention",
    ok: 201,
    fresh: "object",
    body: async ({ scene }) => ({ caseId: (await scene.mail("ours")).case }),
    ids: { caseId: "case" },
  },
  "GET /api/cases/{id}/ties": { who: "observer", names: "case", ok: 200 },
  "POST /api/ties/{id}/confirm": { who: "agent", names: "tie", ok: 200 },
  "POST /api/ties/{id}/refuse": { who: "agent", names: "tie", ok: 200, fresh: "object" },
  "POST /api/ties/{id}/undo": { who: "agent", names: "tie", ok: 200, fresh: "object" },
  "POST /api/cases/{id}/public-text": { who: "observer", names: "case", ok: 200, body: () => ({ text: "We are sorry." }) },
  "GET /api/mentions/{id}/decisions": { who: "observer", names: "mention", ok: 200 },
  "POST /api/mentions/{id}/decisions": { who: "agent", names: "mention", ok: 201, body: () => decide },
  "GET /api/cases/{id}/mention-decisions": { who: "observer", names: "case", ok: 200 },
} as const satisfies Readonly<Record<string, Row>>
