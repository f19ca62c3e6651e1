import { createRoute, z } from "@hono/zod-openapi"
import { sql } from "kysely"
import { newRouter, type Reader, Unauthenticated } from "#platform"
import type { PeopleEnv } from "../actor.ts"
import type { PeopleDeps } from "../deps.ts"
import { findHalfOpen, takeCode } from "../two-step/second-step.ts"
import { finishSignIn, giveSession, shownToken } from "./finish.ts"
import { isPassword } from "./password-hash.ts"
import { refuseOtherSites } from "./same-origin.ts"
import { attempt } from "./throttle.ts"
import { signInState } from "./views.ts"

const password = createRoute({
  method: "post",
  path: "/api/sign-in/password",
  tags: ["sign-in"],
  summary: "Sign in by password",
  request: {
    body: {
      required: true,
      content: {
        "application/json": { schema: z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) }) },
      },
    },
  },
  responses: { 200: { description: "Signed in, or a two-step code is awaited", content: { "application/json": { schema: signInState } } } },
})

const code = createRoute({
  method: "post",
  path: "/api/sign-in/code",
  tags: ["sign-in"],
  summary: "Give the two-step code, or a recovery code",
  request: { body: { required: true, content: { "application/json": { schema: z.strictObject({ code: z.string().min(1).max(40) }) } } } },
  responses: { 200: { description: "Signed in", content: { "application/json": { schema: signInState } } } },
})

/** Sign-in by password, and the second step that a password or a link may owe. */
export function passwordRoutes(deps: PeopleDeps) {
  const { db, keys } = deps
  return newRouter<PeopleEnv>()
    .openapi(password, async (c) => {
      refuseOtherSites(c)
      const asked = c.req.valid("json")
      const tried = await attempt(db, keys, "password", { ip: deps.ipOf(c), target: asked.email })
      const agent = await passwordOf(db.read, asked.email)
      if (!(await isPassword(agent?.hash ?? null, asked.password)) || !agent) throw new Unauthenticated("people.signIn.wrong")
      const opened = await db.transact((tx) => finishSignIn(c, deps, tx, agent.id, "password", false))
      await tried.succeeded()
      return c.json(giveSession(c, deps, opened), 200)
    })
    .openapi(code, async (c) => {
      refuseOtherSites(c)
      const half = await findHalfOpen(db.read, keys, shownToken(c, deps))
      const tried = await attempt(db, keys, "code", { ip: deps.ipOf(c), target: half.agentId })
      const opened = await db.transact(async (tx) => {
        await takeCode(tx, keys, half.agentId, c.req.valid("json").code)
        return finishSignIn(c, deps, tx, half.agentId, half.proof, true)
      })
      await tried.succeeded()
      return c.json(giveSession(c, deps, opened), 200)
    })
}

async function passwordOf(reader: Reader, email: string): Promise<{ id: string; hash: string | null } | null> {
  const found = await sql<{ id: string; hash: string | null }>`
    select id, password_hash as hash from agents where lower(email) = lower(${email.trim().normalize("NFC")})`.execute(reader.sql)
  return found.rows[0] ?? null
}
