import { createRoute } from "@hono/zod-openapi"
import ipaddr from "ipaddr.js"
import { newRouter, type Reader } from "#platform"
import type { PeopleEnv } from "../actor.ts"
import type { PeopleDeps } from "../deps.ts"
import { hashSession } from "../sessions/open-session.ts"
import { readSsoSettings } from "../sso/settings.ts"
import type { PeopleTables } from "../tables.ts"
import { shownToken } from "./finish.ts"
import { waysView } from "./views.ts"

const ways = createRoute({
  method: "get",
  path: "/api/sign-in/ways",
  tags: ["sign-in"],
  summary: "Which ways of signing in are open",
  responses: { 200: { description: "The ways", content: { "application/json": { schema: waysView } } } },
})

export function waysRoutes(deps: PeopleDeps) {
  return newRouter<PeopleEnv>().openapi(ways, async (c) => {
    const { read } = deps.db
    const sso = await readSsoSettings(read)
    const answer = {
      password: true,
      link: deps.mailSignInLink !== null && (await deps.mailLeaves(read)),
      // A passkey belongs to a host name; browsers refuse one for a bare address.
      passkey: !ipaddr.isValid(deps.url.hostname.replace(/^\[|\]$/g, "")),
      sso: sso && { name: sso.name },
      secondStep: await awaitsCode(read, deps, shownToken(c, deps)),
    }
    c.header("cache-control", "no-store")
    return c.json(answer, 200)
  })
}

async function awaitsCode(reader: Reader, { keys }: PeopleDeps, token: string | null): Promise<boolean> {
  if (!token) return false
  const half = await reader.sql
    .withTables<PeopleTables>()
    .selectFrom("sessions")
    .select("id")
    .where("token_hash", "=", hashSession(keys, token))
    .where("second_step", "=", true)
    .where("expires_at", ">", reader.now)
    .executeTakeFirst()
  return half !== undefined
}
