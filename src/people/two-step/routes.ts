import { createRoute, z } from "@hono/zod-openapi"
import { newRouter, tellOnce } from "#platform"
import type { PeopleEnv } from "../actor.ts"
import type { PeopleDeps } from "../deps.ts"
import { requirePerson } from "../rights.ts"
import { requireFreshSession } from "../sessions/fresh-session.ts"
import { attempt } from "../sign-in/throttle.ts"
import { confirmTwoStep } from "./confirm-two-step.ts"
import { beginTwoStep, forgetTwoStep } from "./set-up.ts"

const tags = ["me"]
const begin = createRoute({
  method: "post",
  path: "/api/me/two-step",
  tags,
  summary: "Begin two-step codes: a secret for the authenticator",
  responses: {
    200: { description: "Shown this once", content: { "application/json": { schema: z.object({ secret: z.string(), uri: z.string() }) } } },
  },
})
const confirm = createRoute({
  method: "post",
  path: "/api/me/two-step/confirm",
  tags,
  summary: "Confirm by a first code",
  request: { body: { required: true, content: { "application/json": { schema: z.strictObject({ code: z.string().min(1).max(40) }) } } } },
  responses: {
    200: {
      description: "Recovery codes, shown this once",
      content: { "application/json": { schema: z.object({ recoveryCodes: z.array(z.string()) }) } },
    },
  },
})
const forget = createRoute({
  method: "delete",
  path: "/api/me/two-step",
  tags,
  summary: "No two-step codes any more",
  responses: { 204: { description: "Forgotten" } },
})

export function twoStepRoutes(deps: PeopleDeps) {
  const { db, keys } = deps
  return newRouter<PeopleEnv>()
    .openapi(begin, async (c) => {
      const actor = c.get("actor")
      await requireFreshSession(actor, db.read)
      tellOnce(c)
      return c.json(await db.transact((tx) => beginTwoStep(actor, tx, keys)), 200)
    })
    .openapi(confirm, async (c) => {
      const actor = c.get("actor")
      const tried = await attempt(db, keys, "code", { ip: deps.ipOf(c), target: requirePerson(actor).id })
      const recoveryCodes = await db.transact((tx) => confirmTwoStep(actor, tx, keys, c.req.valid("json").code))
      await tried.succeeded()
      tellOnce(c)
      return c.json({ recoveryCodes }, 200)
    })
    .openapi(forget, async (c) => {
      const actor = c.get("actor")
      await requireFreshSession(actor, db.read)
      await db.transact((tx) => forgetTwoStep(tx, requirePerson(actor).id, actor.ref))
      return c.body(null, 204)
    })
}
