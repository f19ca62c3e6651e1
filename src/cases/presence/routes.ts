import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, requirePerson, seesInbox } from "#people"
import { type Database, json, newRouter, pageOf } from "#platform"
import { accessCase } from "../access-case.ts"
import { body, caseParam } from "../routes/parts.ts"
import type { Gathering, Presence } from "./presence.ts"

const gathering = z
  .object({
    caseId: z.string(),
    people: z.array(
      z.object({ agentId: z.string(), name: z.string(), doing: z.enum(["viewing", "replying", "noting"]), since: z.iso.datetime() }),
    ),
  })
  .openapi("Presence")

export type PresenceView = z.infer<typeof gathering>

const said = z.strictObject({
  window: z.string().min(1).max(64).openapi({ description: "A name for this window, so that one closing doesn't take away another" }),
  turn: z
    .int()
    .min(0)
    .default(0)
    .openapi({ description: "Grows with each word of this window: one that was overtaken on the way is passed over" }),
  doing: z.enum(["viewing", "replying", "noting", "gone"]),
})

/** Who is in which case right now. The feed tells of changes as `event: presence`, without a number: it can't be resumed. */
export function presenceRoutes({ db, presence }: { db: Database; presence: Presence }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "put",
        path: "/api/cases/{id}/presence",
        tags: ["presence"],
        summary: "Say that one is here; again every 20 seconds",
        request: { params: caseParam, ...body(said) },
        responses: { 200: json(gathering, "Everybody who is here") },
      }),
      async (c) => {
        const actor = c.get("actor")
        requirePerson(actor)
        const { window, turn, doing } = c.req.valid("json")
        const row = await accessCase(actor, db.read, c.req.valid("param").id)
        return c.json(shown(presence.note(actor, row, { window, turn, doing: doing === "gone" ? null : doing })), 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/presence",
        tags: ["presence"],
        summary: "All cases of one's inboxes in which somebody is",
        responses: { 200: json(pageOf(gathering), "All of them") },
      }),
      (c) => {
        const actor = c.get("actor")
        return c.json({ items: presence.all((inboxIds) => seesInbox(actor, inboxIds)).map(shown), next: null }, 200)
      },
    )
}

function shown({ caseId, people }: Gathering) {
  return { caseId, people: people.map((person) => ({ ...person, since: person.since.toISOString() })) }
}
