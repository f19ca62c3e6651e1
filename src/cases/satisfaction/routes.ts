import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter, pageOf } from "#platform"
import { listAsking, setAsking } from "./settings.ts"

const choices = z
  .union([z.literal(3), z.literal(5)])
  .nullable()
  .openapi({ description: "How many answers there are; null: nobody is asked" })
const view = z.object({ inboxId: z.string(), choices }).openapi("Asking")

/** Which inboxes ask their customers, after a case is resolved, how it went. */
export function satisfactionRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/satisfaction",
        tags: ["settings"],
        summary: "Which inboxes ask how it went",
        responses: { 200: json(pageOf(view), "All of those that the actor sees") },
      }),
      async (c) => c.json({ items: await listAsking(c.get("actor"), db.read), next: null }, 200),
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/api/satisfaction/{id}",
        tags: ["settings"],
        summary: "Have an inbox ask, or no more (admin)",
        request: { params: idParam, body: { required: true, content: { "application/json": { schema: z.strictObject({ choices }) } } } },
        responses: { 200: json(view, "As it is now") },
      }),
      async (c) => {
        const asking = await db.transact((tx) => setAsking(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json").choices))
        return c.json(asking, 200)
      },
    )
}
