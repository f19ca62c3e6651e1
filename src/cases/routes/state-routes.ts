import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { json, newRouter, type Tx } from "#platform"
import { expectLeftAt, type LeftAt } from "../as-left.ts"
import { follow, unfollow } from "../follow.ts"
import { changeFollowers } from "../followers.ts"
import { markSpam, reopen, resolve, setStatus } from "../set-status.ts"
import { sleepAgain } from "../sleep-again.ts"
import { snooze } from "../snooze.ts"
import type { CaseRow } from "../tables.ts"
import { caseView } from "../views.ts"
import { type Asker, body, caseParam, type CaseRoutesNeed, moment, presentCase } from "./parts.ts"

const left = z
  .strictObject({ statusId: z.string().max(100), snoozedUntil: moment.nullable() })
  .optional()
  .openapi({ description: "To take a change back: where it left the case. Where somebody has moved it since, nothing is done (409)" })

const status = z.union([
  z.strictObject({ statusId: z.string().max(100), left }),
  z.strictObject({ category: z.enum(["new", "open", "waiting", "resolved", "spam"]), left }),
])

const sleep = z.strictObject({
  until: moment,
  again: z
    .boolean()
    .optional()
    .openapi({ description: "It slept and was woken by mistake: its clocks and what it was before are as if it hadn't been" }),
  left,
})

/** Where a case stands, and who follows it. */
export function stateRoutes(need: CaseRoutesNeed) {
  const { db, later } = need
  const done = async (c: Asker, work: (tx: Tx) => Promise<CaseRow>) => presentCase(need, c, await db.transact(work))
  const back = async (c: Asker, id: string, left: LeftAt | undefined, work: (tx: Tx) => Promise<CaseRow>) =>
    done(c, async (tx) => {
      if (left) await expectLeftAt(c.get("actor"), tx, id, left)
      return work(tx)
    })
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...verb("status", "Give a case a status, or the usual one of a category"),
        request: { params: caseParam, ...body(status) },
      }),
      async (c) => {
        const { id } = c.req.valid("param")
        const { left, ...wanted } = c.req.valid("json")
        return c.json(await back(c, id, left, (tx) => setStatus(c.get("actor"), tx, id, wanted)), 200)
      },
    )
    .openapi(
      createRoute({
        ...verb("snooze", "Put a case off until a moment, or until the customer writes"),
        request: { params: caseParam, ...body(sleep) },
      }),
      async (c) => {
        const { id } = c.req.valid("param")
        const { until, again, left } = c.req.valid("json")
        const put = again ? sleepAgain : snooze
        return c.json(await back(c, id, left, (tx) => put(c.get("actor"), tx, later, id, new Date(until))), 200)
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
