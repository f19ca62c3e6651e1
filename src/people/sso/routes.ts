import type { Context } from "hono"
import { createRoute, z } from "@hono/zod-openapi"
import { getCookie, setCookie } from "hono/cookie"
import { newRouter, Problem } from "#platform"
import { languageOf } from "#words"
import type { PeopleEnv } from "../actor.ts"
import type { PeopleDeps } from "../deps.ts"
import { finishSignIn, giveSession, isSecure } from "../sign-in/finish.ts"
import { showRefusal } from "../sign-in/link-page.ts"
import { attempt } from "../sign-in/throttle.ts"
import { agentOfSubject } from "./agent-of-subject.ts"
import { beginSso } from "./begin.ts"
import { confirmSso } from "./confirm.ts"

const begin = createRoute({
  method: "get",
  path: "/api/sign-in/sso",
  tags: ["sign-in"],
  summary: "To the company's own sign-in",
  responses: { 302: { description: "To the provider" } },
})
const callback = createRoute({
  method: "get",
  path: "/api/sign-in/sso/callback",
  tags: ["sign-in"],
  summary: "Back from the company's own sign-in",
  request: { query: z.looseObject({}) },
  responses: { 303: { description: "To the desk" } },
})

/** Sign-in through the company's provider. Browsers navigate here, so refusals are pages. */
export function ssoRoutes(deps: PeopleDeps) {
  return newRouter<PeopleEnv>()
    .openapi(begin, async (c) => {
      return onPage(c, async () => {
        await attempt(deps.db, deps.keys, "sso", { ip: deps.ipOf(c) })
        const { to, browserSecret } = await beginSso(deps)
        keepSecret(c, deps, browserSecret, 600)
        return c.redirect(to.href, 302)
      })
    })
    .openapi(callback, async (c) => {
      return onPage(c, async () => {
        const secret = getCookie(c, secretCookie(deps))
        keepSecret(c, deps, "", 0)
        const { said, settings } = await confirmSso(deps, secret, new URL(c.req.url).search)
        const opened = await deps.db.transact(async (tx) =>
          finishSignIn(c, deps, tx, await agentOfSubject(tx, said, settings), "sso", true),
        )
        giveSession(c, deps, opened)
        return c.redirect("/", 303)
      })
    })
}

async function onPage(c: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem) return showRefusal(c, error, languageOf(c.req.header("accept-language")))
    throw error
  }
}

function secretCookie(deps: PeopleDeps): string {
  return isSecure(deps) ? "__Host-vigie_sso" : "vigie_sso"
}

/** Lax: it has to come along when the provider sends the browser back. */
function keepSecret(c: Context, deps: PeopleDeps, secret: string, maxAge: number): void {
  setCookie(c, secretCookie(deps), secret, { path: "/", httpOnly: true, sameSite: "Lax", secure: isSecure(deps), maxAge })
}
