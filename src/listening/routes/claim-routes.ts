import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter } from "#platform"
import { answerClaim, claimsOf, judgeClaim, makeClaim } from "../gathering/claims.ts"
import { accessStory, familyOf } from "../gathering/access-story.ts"
import { CLAIM_STATES } from "../gathering/tables.ts"
import { ClaimView, presentClaim } from "../views/story-view.ts"

const tags = ["listening"]
const params = idParam
const words = z.string().trim().min(1).max(2000)
const url = z.url({ protocol: /^https?$/ }).max(2000)

const make = createRoute({
  method: "post",
  path: "/api/stories/{id}/claims",
  tags,
  summary: "Write down what a story claims; it is unverified at first (agent)",
  request: { params, body: { required: true, ...json(z.strictObject({ claim: words }), "The claim") } },
  responses: { 201: json(ClaimView, "The claim") },
})
const judge = createRoute({
  method: "post",
  path: "/api/story-claims/{id}/state",
  tags,
  summary: "Say whether a claim is confirmed or denied, why, and where that is shown (agent)",
  request: {
    params,
    body: {
      required: true,
      ...json(z.strictObject({ state: z.enum(CLAIM_STATES), reason: words.optional(), url: url.optional() }), "What it is now"),
    },
  },
  responses: { 200: json(ClaimView, "The claim") },
})
const answer = createRoute({
  method: "post",
  path: "/api/story-claims/{id}/answers",
  tags,
  summary: "Keep what was answered to a claim, and where (agent)",
  request: {
    params,
    body: { required: true, ...json(z.strictObject({ answer: z.string().trim().min(1).max(10_000), url: url.optional() }), "The answer") },
  },
  responses: { 201: json(ClaimView, "The claim") },
})

/** What a story claims, what is known of it, and what was answered. */
export function claimRoutes({ db }: { db: Database }) {
  const shown = async (story: string, id: string) => {
    const { id: home } = await accessStory(db.read, story)
    const claims = await claimsOf(db.read, await familyOf(db.read, home))
    return presentClaim(claims.find((claim) => claim.id === id)!)
  }
  return newRouter<PeopleEnv>()
    .openapi(make, async (c) => {
      const story = c.req.valid("param").id
      const id = await db.transact((tx) => makeClaim(c.get("actor"), tx, story, c.req.valid("json").claim))
      return c.json(await shown(story, id), 201)
    })
    .openapi(judge, async (c) => {
      const { id } = c.req.valid("param")
      const { state, reason, url } = c.req.valid("json")
      const story = await db.transact((tx) =>
        judgeClaim(c.get("actor"), tx, id, { state, ...(reason ? { reason } : {}), ...(url ? { url } : {}) }),
      )
      return c.json(await shown(story, id), 200)
    })
    .openapi(answer, async (c) => {
      const { id } = c.req.valid("param")
      const { answer, url } = c.req.valid("json")
      const story = await db.transact((tx) => answerClaim(c.get("actor"), tx, id, { answer, ...(url ? { url } : {}) }))
      return c.json(await shown(story, id), 201)
    })
}
