import { createRoute, z } from "@hono/zod-openapi"
import type { Context } from "hono"
import { errorFields, Invalid, newRouter, Problem, Unauthenticated } from "#platform"
import { languageOf, say } from "#words"
import type { PeopleEnv } from "../actor.ts"
import { completeAddress } from "../agents/change-agent.ts"
import { emailAddress } from "../agents/address.ts"
import type { PeopleDeps } from "../deps.ts"
import { finishSignIn, giveSession } from "./finish.ts"
import { linkForm, showRefusal } from "./link-page.ts"
import { showPage } from "./page.ts"
import { mailLink } from "./mail-link.ts"
import { refuseOtherSites } from "./same-origin.ts"
import { findSignInLink, useSignInLink } from "./sign-in-link.ts"
import { attempt } from "./throttle.ts"
import { signInState } from "./views.ts"

const tokenParam = z.object({
  token: z
    .string()
    .max(100)
    .openapi({ param: { name: "token", in: "path" } }),
})

const ask = createRoute({
  method: "post",
  path: "/api/sign-in/link",
  tags: ["sign-in"],
  summary: "Ask for a sign-in link by mail; the answer is the same whether the address is known or not",
  request: { body: { required: true, content: { "application/json": { schema: z.strictObject({ email: emailAddress }) } } } },
  responses: { 202: { description: "If the address is an agent's, a link is on its way" } },
})

/** What the first administrator, who has no address yet, may give along; ignored for everybody else. */
const whoIsIt = z.strictObject({ email: z.union([z.literal(""), emailAddress]).optional(), name: z.string().trim().max(200).optional() })

const use = createRoute({
  method: "post",
  path: "/api/sign-in/link/{token}",
  tags: ["sign-in"],
  summary: "Sign in by a link, once. A form lands on the desk, JSON gets JSON",
  request: {
    params: tokenParam,
    body: { content: { "application/json": { schema: whoIsIt }, "application/x-www-form-urlencoded": { schema: whoIsIt } } },
  },
  responses: {
    200: { description: "Signed in, or a two-step code is awaited", content: { "application/json": { schema: signInState } } },
    303: { description: "To the desk" },
  },
})

export function linkRoutes(deps: PeopleDeps) {
  const { db, keys } = deps
  const router = newRouter<PeopleEnv>()
    .openapi(ask, async (c) => {
      refuseOtherSites(c)
      const { email } = c.req.valid("json")
      await attempt(db, keys, "link-mail", { ip: deps.ipOf(c), target: email })
      // Answered before anybody is looked for, so that the time tells nothing of whether the address is known.
      mailLink(deps, email).catch((error: unknown) => deps.log.error("sign-in.link-not-mailed", errorFields(error)))
      return c.body(null, 202)
    })
    .openapi(
      use,
      async (c) => {
        try {
          refuseOtherSites(c)
          const opened = await signInByLink(c, deps, c.req.valid("param").token, isForm(c) ? c.req.valid("form") : c.req.valid("json"))
          const state = giveSession(c, deps, opened)
          if (isForm(c)) return c.redirect(state.state === "signed-in" ? "/" : "/sign-in?step=code", 303)
          return c.json(state, 200)
        } catch (error) {
          if (isForm(c) && error instanceof Problem) return showRefusal(c, error, languageOf(c.req.header("accept-language")))
          throw error
        }
      },
      (result, c) => {
        if (result.success) return undefined
        const problem = misunderstood(result.error.issues.map((issue) => issue.path.join(".")))
        if (!isForm(c)) throw problem
        return showRefusal(c, problem, languageOf(c.req.header("accept-language")))
      },
    )
  router.get("/sign-in/:token", async (c) => {
    const language = languageOf(c.req.header("accept-language"))
    const found = await findSignInLink(db.read, c.req.param("token"))
    if (!found) return showRefusal(c, new Unauthenticated("people.link.spent"), language)
    return showPage(c, 200, language, say(language, "people.page.signIn"), linkForm(language, c.req.param("token"), !found.hasAddress))
  })
  return router
}

/** What the first administrator gave along and can't be used; the link stays good. */
function misunderstood(paths: string[]): Problem {
  const fields = paths.map((path) => ({ path, key: path === "email" ? "people.agent.address" : "field.invalid" }))
  return new Invalid(paths.includes("email") ? "people.agent.address" : "request.invalid", {}, fields)
}

function isForm(c: Context): boolean {
  return (c.req.header("content-type") ?? "").startsWith("application/x-www-form-urlencoded")
}

async function signInByLink(c: Context, deps: PeopleDeps, token: string, who: z.infer<typeof whoIsIt>) {
  const tried = await attempt(deps.db, deps.keys, "link", { ip: deps.ipOf(c) })
  const opened = await deps.db.transact(async (tx) => {
    const { agentId } = await useSignInLink(tx, token)
    await completeAddress(tx, agentId, who)
    return finishSignIn(c, deps, tx, agentId, "link", false)
  })
  await tried.succeeded()
  return opened
}
