import { randomUUID } from "node:crypto"
import type { Row } from "./rows.ts"

/** Tags, put in order everywhere at once. */
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
} as const satisfies Readonly<Record<string, Row>>
