import type { Row } from "./rows.ts"

/** What the pages of watches, mentions and stories tell and change: public words, which everybody at the desk may read. */
export const pageRows = {
  "GET /api/watches/{id}/told": { who: "observer", names: "watch", ok: 200, queries: ["step=hour"] },
  "GET /api/watches/{id}/speakers": { who: "observer", names: "watch", ok: 200 },
  "GET /api/watches/{id}/coverage": { who: "observer", names: "watch", ok: 200 },
  "GET /api/mentions/{id}/spread": { who: "observer", names: "mention", ok: 200 },
  "DELETE /api/mentions/{id}/corrections/{correction}": { who: "agent", names: "correction", ok: 200, fresh: "object" },
  "POST /api/stories/{id}/move": {
    who: "agent",
    names: "story",
    ok: 422,
    body: ({ params }) => ({ mentions: [params["id"]], into: params["id"] }),
  },
  "GET /api/stories/{id}/decisions": { who: "observer", names: "story", ok: 200 },
  "POST /api/stories/{id}/decisions": {
    who: "agent",
    names: "story",
    ok: 201,
    body: () => ({ way: "watch", reason: "Nobody asks us yet." }),
  },
  "POST /api/open-decisions/{id}/undo": { who: "agent", names: "openDecision", ok: 200, fresh: "object" },
  "GET /api/contacts/{id}/ties": { who: "observer", names: "contact", ok: 200 },
} as const satisfies Readonly<Record<string, Row>>
