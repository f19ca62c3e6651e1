import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { json, newRouter, type Tx } from "#platform"
import { follow, unfollow } from "../follow.ts"
import { changeFollowers } from "../followers.ts"
import { markSpam, reopen, resolve, setStatus } from "../set-status.ts"
import { sleepAgain } from "../sleep-again.ts"
import { snooze } from "../snooze.ts"
import type { CaseRow } from "../tables.ts"
import { caseView } from "../views.ts"
import { type Asker, body, caseParam, type CaseRoutesNeed, moment, presentCase } from "./parts.ts"

const status = z.union([
  z.strictObject({ statusId: z.string().max(100) }),
  z.strictObject({ category: z.enum(["new", "open", "waiting", "resolved", "spam"]) }),
])

const sleep = z.strictObject({
  until: moment,
  again: z
    .boolean()
    .optional()
    .openapi({ description: "It slept and was woken by mistake: its clocks and what it was before are as if it hadn't been" }),
})

/** Where a case stands, and who follows it. */
export function stateRoutes(need: CaseRoutesNeed) {
  const { db, later } = need
  const done = async (c: Asker, work: (tx: Tx) => Promise<CaseRow>) => presentCase(need, c, await db.transact(work))
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...verb("status", "Give a case a status, or the usual one of a category"),
        request: { params: caseParam, ...body(status) },
      }),
      async (c) => c.json(await done(c, (tx) => setStatus(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json"))), 200),
    )
    .openapi(
      createRoute({
        ...verb("snooze", "Put a case off until a moment, or until the customer writes"),
        request: { params: caseParam, ...body(sleep) },
      }),
      async (c) => {
        const { until, again } = c.req.valid("json")
        const put = again ? sleepAgain : snooze
        return c.json(await done(c, (tx) => put(c.get("actor"), tx, later, c.req.valid("param").id, new Date(until))), 200)
      },
    )
    .openapi(createRoute({ ...verb("resolve", "Nothing more is to be done"), request: { params: caseParam } }), async (c) =>
      c.json(await done(c, (tx) => resolve(c.get("actor"), tx, c.req.valid("param").id)), 200),
    )
    .openapi(createRoute({ ...verb("reopen", "Open a case again"), request: { params: caseParam } }), async (c) =>
      c.json(await done(c, (tx) => reopen(c.get("actor"), tx, c.req.valid("param").id)), 200),
    )
    .openapi(createRoute({ ...verb("spam", "It is spam"), request: { params: caseParam } }), async (c) =>
      c.json(await done(c, (tx) => markSpam(c.get("actor"), tx, c.req.valid("param").id)), 200),
    )
    .openapi(createRoute({ ...verb("follow", "Follow a case"), request: { params: caseParam } }), async (c) =>
      c.json(await done(c, (tx) => follow(c.get("actor"), tx, c.req.valid("param").id)), 200),
    )
    .openapi(createRoute({ ...verb("unfollow", "Follow a case no longer"), request: { params: caseParam } }), async (c) =>
      c.json(await done(c, (tx) => unfollow(c.get("actor"), tx, c.req.valid("param").id)), 200),
    )
    .openapi(
      createRoute({
        ...verb("followers", "Let colleagues hear of a case, or no longer"),
        request: { params: caseParam, ...body(z.strictObject({ add: agentIds, remove: agentIds })) },
      }),
      async (c) => c.json(await done(c, (tx) => changeFollowers(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json"))), 200),
    )
}

const agentIds = z.array(z.string().max(100)).max(50).optional()

function verb<const Name extends string>(name: Name, summary: string) {
  return {
    method: "post" as const,
    path: `/api/cases/{id}/${name}` as const,
    tags: ["cases"],
    summary,
    responses: { 200: json(caseView, "The case as it is now") },
  }
}
