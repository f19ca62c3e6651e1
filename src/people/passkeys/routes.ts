import { createRoute, z } from "@hono/zod-openapi"
import { newRouter, NotFound } from "#platform"
import type { PeopleEnv } from "../actor.ts"
import type { PeopleDeps } from "../deps.ts"
import { requirePerson } from "../rights.ts"
import { requireFreshSession } from "../sessions/fresh-session.ts"
import { finishSignIn, giveSession } from "../sign-in/finish.ts"
import { refuseOtherSites } from "../sign-in/same-origin.ts"
import { attempt } from "../sign-in/throttle.ts"
import { signInState } from "../sign-in/views.ts"
import { addPasskey, beginPasskey } from "./add-passkey.ts"
import { creationOptions, madeCredential, requestOptions, shownCredential } from "./credential-views.ts"
import { removePasskey } from "./remove-passkey.ts"
import { renamePasskey } from "./rename-passkey.ts"
import { advanceCounter, askForPasskey, usePasskey } from "./use-passkey.ts"

const params = z.object({
  id: z
    .string()
    .max(2000)
    .openapi({ param: { name: "id", in: "path" } }),
})
const named = z.string().trim().min(1).max(100)

const ask = createRoute({
  method: "post",
  path: "/api/sign-in/passkey/options",
  tags: ["sign-in"],
  summary: "Begin sign-in by passkey",
  responses: { 200: { description: "For the browser", content: { "application/json": { schema: requestOptions } } } },
})
const use = createRoute({
  method: "post",
  path: "/api/sign-in/passkey",
  tags: ["sign-in"],
  summary: "Sign in by passkey; it owes no further step",
  request: { body: { required: true, content: { "application/json": { schema: shownCredential } } } },
  responses: { 200: { description: "Signed in", content: { "application/json": { schema: signInState } } } },
})
const begin = createRoute({
  method: "post",
  path: "/api/me/passkeys/options",
  tags: ["me"],
  summary: "Begin adding a passkey",
  responses: { 200: { description: "For the browser", content: { "application/json": { schema: creationOptions } } } },
})
const add = createRoute({
  method: "post",
  path: "/api/me/passkeys",
  tags: ["me"],
  summary: "Add the passkey that the browser made",
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: z.strictObject({ name: named, response: madeCredential }) } },
    },
  },
  responses: { 201: { description: "Added", content: { "application/json": { schema: z.object({ id: z.string() }) } } } },
})
const rename = createRoute({
  method: "patch",
  path: "/api/me/passkeys/{id}",
  tags: ["me"],
  summary: "Give a passkey another name",
  request: { params, body: { required: true, content: { "application/json": { schema: z.strictObject({ name: named }) } } } },
  responses: { 204: { description: "Renamed" } },
})
const remove = createRoute({
  method: "delete",
  path: "/api/me/passkeys/{id}",
  tags: ["me"],
  summary: "Forget a passkey",
  request: { params },
  responses: { 204: { description: "Forgotten" } },
})

/** Sign-in by passkey. */
export function passkeySignInRoutes(deps: PeopleDeps) {
  const { db, keys } = deps
  return newRouter<PeopleEnv>()
    .openapi(ask, async (c) => {
      refuseOtherSites(c)
      await attempt(db, keys, "passkey", { ip: deps.ipOf(c) })
      return c.json(await askForPasskey(deps), 200)
    })
    .openapi(use, async (c) => {
      refuseOtherSites(c)
      const response = c.req.valid("json")
      const { agentId, counter } = await usePasskey(deps, response)
      const opened = await db.transact(async (tx) => {
        await advanceCounter(tx, response.id, counter)
        return finishSignIn(c, deps, tx, agentId, "passkey", true)
      })
      return c.json(giveSession(c, deps, opened), 200)
    })
}

/** One's own passkeys. */
export function passkeyRoutes(deps: PeopleDeps) {
  const { db } = deps
  return newRouter<PeopleEnv>()
    .openapi(begin, async (c) => {
      const actor = c.get("actor")
      await requireFreshSession(actor, db.read)
      return c.json(await db.transact((tx) => beginPasskey(actor, deps, tx)), 200)
    })
    .openapi(add, async (c) => {
      const { name, response } = c.req.valid("json")
      return c.json({ id: await addPasskey(c.get("actor"), deps, response, name) }, 201)
    })
    .openapi(rename, async (c) => {
      const { id } = c.req.valid("param")
      const done = await db.transact((tx) => renamePasskey(tx, requirePerson(c.get("actor")), id, c.req.valid("json").name))
      if (!done) throw new NotFound("people.passkey.notFound")
      return c.body(null, 204)
    })
    .openapi(remove, async (c) => {
      const actor = c.get("actor")
      await requireFreshSession(actor, db.read)
      const gone = await db.transact((tx) => removePasskey(tx, requirePerson(actor), c.req.valid("param").id))
      if (!gone) throw new NotFound("people.passkey.notFound")
      return c.body(null, 204)
    })
}
