import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter } from "#platform"
import { decideHint, type Join } from "./decide-hint.ts"
import { RelatedView } from "./views.ts"

/** What only may belong together, decided by a person. */
export function hintRoutes({ db, join }: { db: Database; join: Join }) {
  return newRouter<PeopleEnv>()
    .openapi(hintRoute("accept"), async (c) => {
      const decided = await db.transact(async (tx) => {
        const hint = await decideHint(c.get("actor"), tx, c.req.valid("param").id, "accepted")
        await join(c.get("actor"), tx, hint.conversationId, hint.relatedId)
        return hint
      })
      return c.json(decided, 200)
    })
    .openapi(hintRoute("refuse"), async (c) => {
      const decided = await db.transact((tx) => decideHint(c.get("actor"), tx, c.req.valid("param").id, "refused"))
      return c.json(decided, 200)
    })
}

function hintRoute<const Verb extends "accept" | "refuse">(verb: Verb) {
  return createRoute({
    method: "post",
    path: `/api/related/{id}/${verb}`,
    summary: verb === "accept" ? "These belong together" : "These don't belong together",
    request: { params: idParam },
    responses: { 200: json(RelatedView.pick({ conversationId: true }).extend({ relatedId: z.uuid() }), "Decided") },
  })
}
