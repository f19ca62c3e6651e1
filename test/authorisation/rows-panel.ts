import { randomUUID } from "node:crypto"
import type { Row } from "./rows.ts"

/** Tags, put in order everywhere at once; decisions, refusals and views taken back. */
export const panelRows = {
  "GET /api/tags/changes": { who: "observer", ok: 200 },
  "POST /api/tags/changes": {
    who: "lead",
    ok: 202,
    body: async ({ scene }) => {
      const tag = randomUUID()
      await scene.must("PATCH", `/api/cases/${(await scene.mail("ours")).case}`, { tags: { add: [tag] } })
      return { tag, becomes: null }
    },
  },
  "POST /api/decisions/{id}/withdraw": { who: "agent", names: "decision", ok: 204 },
  "POST /api/contacts/suggestions/{id}/recall": { who: "agent", names: "refused merge of contacts", ok: 204, fresh: "object" },
  "POST /api/saved-views/{id}/restore": { who: "observer", person: true, names: "removed view", ok: 200, fresh: "object" },
} as const satisfies Readonly<Record<string, Row>>
