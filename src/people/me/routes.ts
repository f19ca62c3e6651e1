import { createRoute, z } from "@hono/zod-openapi"
import { idParam, Invalid, newRouter } from "#platform"
import type { PeopleEnv, PersonActor } from "../actor.ts"
import { changeOneself, type OwnChanges } from "../agents/change-agent.ts"
import { accessAgent } from "../agents/find-agent.ts"
import type { PeopleDeps } from "../deps.ts"
import { requirePerson } from "../rights.ts"
import { endSession, endSessionOfToken } from "../sessions/end-session.ts"
import { requireFreshSession } from "../sessions/fresh-session.ts"
import { takeSessionCookie } from "../sessions/session-cookie.ts"
import { isSecure, shownToken } from "../sign-in/finish.ts"
import { hashPassword, isPassword } from "../sign-in/password-hash.ts"
import { passwordHashOf, refuseWeakPassword, setPassword } from "../sign-in/set-password.ts"
import { attempt } from "../sign-in/throttle.ts"
import { readMe } from "./read-me.ts"
import { meView, newPassword, ownChanges } from "./views.ts"

const tags = ["me"]
const me = { description: "Oneself", content: { "application/json": { schema: meView } } }

const get = createRoute({ method: "get", path: "/api/me", tags, summary: "Who I am and what I may", responses: { 200: me } })
const change = createRoute({
  method: "patch",
  path: "/api/me",
  tags,
  summary: "Change how I am called and written to",
  request: { body: { required: true, content: { "application/json": { schema: ownChanges } } } },
  responses: { 200: me },
})
const password = createRoute({
  method: "put",
  path: "/api/me/password",
  tags,
  summary: "Set my password; my other sessions end. Without `current` only soon after signing in",
  request: { body: { required: true, content: { "application/json": { schema: newPassword } } } },
  responses: { 204: { description: "Set" } },
})
const end = createRoute({
  method: "delete",
  path: "/api/me/sessions/{id}",
  tags,
  summary: "End one of my sessions",
  request: { params: idParam },
  responses: { 204: { description: "Ended" } },
})
const signOut = createRoute({
  method: "post",
  path: "/api/sign-out",
  tags: ["sign-in"],
  summary: "End this session",
  request: { body: { content: { "application/json": { schema: z.strictObject({}) } } } },
  responses: { 204: { description: "Ended" } },
})

/** What people do about themselves. */
export function meRoutes(deps: PeopleDeps) {
  const { db, keys } = deps
  return newRouter<PeopleEnv>()
    .openapi(get, async (c) => c.json(await readMe(db.read, c.get("actor")), 200))
    .openapi(change, async (c) => {
      const asked = c.req.valid("json")
      await db.transact((tx) => changeOneself(c.get("actor"), tx, withoutAbsent(asked)))
      return c.json(await readMe(db.read, c.get("actor")), 200)
    })
    .openapi(password, async (c) => {
      const { current, next } = c.req.valid("json")
      const actor = c.get("actor")
      await provePossession(deps, actor, deps.ipOf(c), current)
      refuseWeakPassword(next, await accessAgent(db.read, actor.id))
      const hashed = await hashPassword(next)
      await db.transact((tx) => setPassword(actor, tx, hashed))
      return c.body(null, 204)
    })
    .openapi(end, async (c) => {
      await db.transact((tx) => endSession(c.get("actor"), tx, c.req.valid("param").id))
      return c.body(null, 204)
    })
    .openapi(signOut, async (c) => {
      await db.transact((tx) => endSessionOfToken(tx, keys, shownToken(c, deps)))
      takeSessionCookie(c, isSecure(deps))
      return c.body(null, 204)
    })
}

/** By the current password, or by having just signed in. @throws Invalid people.password.current, Forbidden people.session.notFresh */
async function provePossession({ db, keys }: PeopleDeps, actor: PersonActor, ip: string, current: string | undefined): Promise<void> {
  const { id } = requirePerson(actor)
  const { email, hash } = await passwordHashOf(db.read, id)
  if (current === undefined || hash === null) return requireFreshSession(actor, db.read)
  const tried = await attempt(db, keys, "password", { ip, target: email ?? id })
  if (!(await isPassword(hash, current))) throw new Invalid("request.invalid", {}, [{ path: "current", key: "people.password.current" }])
  await tried.succeeded()
}

function withoutAbsent(asked: z.infer<typeof ownChanges>): OwnChanges {
  const { name, language, timeZone, signature, email } = asked
  return {
    ...(name !== undefined ? { name } : {}),
    ...(language !== undefined ? { language } : {}),
    ...(timeZone !== undefined ? { timeZone } : {}),
    ...(signature !== undefined ? { signature } : {}),
    ...(email !== undefined ? { email } : {}),
  }
}
