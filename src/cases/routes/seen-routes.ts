import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { newRouter } from "#platform"
import { markSeen, markUnseen } from "../seen.ts"
import { body, caseParam, type CaseRoutesNeed } from "./parts.ts"

const done = { 204: { description: "Noted" } }

/** What each agent has read. */
export function seenRoutes({ db }: CaseRoutesNeed) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "post",
        path: "/api/cases/{id}/seen",
        tags: ["cases"],
        summary: "I have read it as far as it goes",
        request: { params: caseParam, ...body(z.strictObject({})) },
        responses: done,
      }),
      async (c) => {
        await db.transact((tx) => markSeen(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/api/cases/{id}/seen",
        tags: ["cases"],
        summary: "I want to see it as new",
        request: { params: caseParam },
        responses: done,
      }),
      async (c) => {
        await db.transact((tx) => markUnseen(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
}
