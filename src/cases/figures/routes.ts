import { createRoute, z } from "@hono/zod-openapi"
import { companyZone, type Actor, type PeopleEnv, seesInbox } from "#people"
import { type Database, json, newRouter, NotFound } from "#platform"
import type { Among } from "./ask.ts"
import { readFigures } from "./figures.ts"
import { waitingNow } from "./now.ts"
import { periodOf, PERIODS } from "./period.ts"
import { figuresView, nowView } from "./views.ts"

const filter = z.object({
  inbox: z.uuid().optional(),
  team: z.union([z.uuid(), z.literal("none")]).optional(),
  tag: z
    .string()
    .max(100)
    .regex(/^[^\0]*$/)
    .optional(),
})
const period = filter.extend({
  period: z.enum(PERIODS).default("28d"),
  from: z.string().max(10).optional().openapi({ description: "First day of a custom period", example: "2026-11-01" }),
  to: z.string().max(10).optional().openapi({ description: "Its last day; today unless said" }),
})

/** What can be told of the work in numbers. Everybody who is signed in reads them, of the inboxes that they see. */
export function figuresRoutes({ db, timeZone }: { db: Database; timeZone: string }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/figures",
        tags: ["figures"],
        summary: "How long answers took, what was kept, what came back, how much came and went, in a period and the one before",
        request: { query: period },
        responses: { 200: json(figuresView, "Each figure with its count") },
      }),
      async (c) => {
        const { inbox, team, tag, ...asked } = c.req.valid("query")
        const zone = await companyZone(db.read, timeZone)
        const which = among(c.get("actor"), { inbox, team, tag })
        return c.json(await readFigures(c.get("actor"), db.read, which, periodOf(asked, db.read.now, zone), zone), 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/figures/now",
        tags: ["figures"],
        summary: "Who waits just now, and for how long",
        request: { query: filter },
        responses: { 200: json(nowView, "As it is") },
      }),
      async (c) => c.json(await waitingNow(db.read, among(c.get("actor"), c.req.valid("query"))), 200),
    )
}

/** @throws NotFound for an inbox that the actor doesn't see */
function among(actor: Actor, { inbox, team, tag }: z.infer<typeof filter>): Among {
  if (inbox && !seesInbox(actor, [inbox])) throw new NotFound("conversations.inbox.notFound")
  const seen = actor.inboxes === "every" ? null : actor.inboxes
  return { inboxes: inbox ? [inbox] : seen, team: team ?? null, tag: tag ?? "" }
}
