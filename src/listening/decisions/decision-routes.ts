import { createRoute, z } from "@hono/zod-openapi"
import { accessCase, familyOf } from "#cases"
import type { PeopleEnv, PersonActor } from "#people"
import { type Database, idParam, json, newRouter } from "#platform"
import { accessStory, familyOf as familyOfStory } from "../gathering/access-story.ts"
import { accessMention } from "../mentions/list-mentions.ts"
import { tiesOfCases } from "../ties/list-ties.ts"
import { decide } from "./decide.ts"
import { DecisionView, presentDecisions } from "./decision-view.ts"
import { decisionsOf } from "./decisions-of.ts"
import { type About, WAYS } from "./tables.ts"
import { undoDecision } from "./undo-decision.ts"

const tags = ["listening"]
const params = idParam
const words = (max: number) => z.string().trim().max(max)
const list = json(z.object({ items: z.array(DecisionView), next: z.null() }), "The latest that holds first; what was taken back last")

const ofMention = createRoute({
  method: "get",
  path: "/api/mentions/{id}/decisions",
  tags,
  summary: "What was decided about a mention",
  request: { params },
  responses: { 200: list },
})
const ofCase = createRoute({
  method: "get",
  path: "/api/cases/{id}/mention-decisions",
  tags,
  summary: "What was decided about the mentions that are tied to a case",
  request: { params },
  responses: { 200: list },
})
const ofStory = createRoute({
  method: "get",
  path: "/api/stories/{id}/decisions",
  tags,
  summary: "What was decided about a story",
  request: { params },
  responses: { 200: list },
})
const toDecide = z.strictObject({
  caseId: z
    .string()
    .max(100)
    .nullish()
    .openapi({ description: "Id or number of the case that was in sight: what is written here is then for those who may see it" }),
  way: z.enum(WAYS),
  aim: words(500).default(""),
  tone: words(200).default(""),
  reason: words(2000).min(1),
  lookAgainAt: z.iso.datetime({ offset: true }).nullish(),
})
const request = { params, body: { required: true, ...json(toDecide, "The decision") } }
const responses = { 201: json(DecisionView, "The decision; earlier ones are kept") }
const aboutMention = createRoute({
  method: "post",
  path: "/api/mentions/{id}/decisions",
  tags,
  summary: "Decide whether to speak, to what end and in what tone, and when to look again (agent)",
  request,
  responses,
})
const aboutStory = createRoute({
  method: "post",
  path: "/api/stories/{id}/decisions",
  tags,
  summary: "The same of a whole story (agent)",
  request,
  responses,
})
const undo = createRoute({
  method: "post",
  path: "/api/open-decisions/{id}/undo",
  tags,
  summary: "Take back what was decided last about a mention or a story: what was decided before holds again (agent)",
  request: { params },
  responses: { 200: json(DecisionView, "The decision, as taken back") },
})

/** Decisions about what is said in the open. */
export function decisionRoutes({ db }: { db: Database }) {
  const decided = async (actor: PersonActor, about: About, { lookAgainAt, caseId, ...rest }: z.infer<typeof toDecide>) => {
    const asked = { ...rest, caseId: caseId ?? null, lookAgainAt: lookAgainAt ? new Date(lookAgainAt) : null }
    const decision = await db.transact((tx) => decide(actor, tx, about, asked))
    return (await presentDecisions(db.read, [decision]))[0]!
  }
  return newRouter<PeopleEnv>()
    .openapi(ofMention, async (c) => {
      const { id } = await accessMention(db.read, c.req.valid("param").id)
      const decisions = await decisionsOf(c.get("actor"), db.read, { mentions: [id] })
      return c.json({ items: await presentDecisions(db.read, decisions), next: null }, 200)
    })
    .openapi(ofStory, async (c) => {
      const { id } = await accessStory(db.read, c.req.valid("param").id)
      const decisions = await decisionsOf(c.get("actor"), db.read, { stories: await familyOfStory(db.read, id) })
      return c.json({ items: await presentDecisions(db.read, decisions), next: null }, 200)
    })
    .openapi(ofCase, async (c) => {
      const { id } = await accessCase(c.get("actor"), db.read, c.req.valid("param").id)
      const ties = await tiesOfCases(db.read, await familyOf(db.read, id), ["confirmed"])
      const decisions = await decisionsOf(c.get("actor"), db.read, { mentions: ties.map(({ mention_id }) => mention_id) })
      return c.json({ items: await presentDecisions(db.read, decisions), next: null }, 200)
    })
    .openapi(aboutMention, async (c) =>
      c.json(await decided(c.get("actor"), { mentionId: c.req.valid("param").id }, c.req.valid("json")), 201),
    )
    .openapi(aboutStory, async (c) => c.json(await decided(c.get("actor"), { storyId: c.req.valid("param").id }, c.req.valid("json")), 201))
    .openapi(undo, async (c) => {
      const undone = await db.transact((tx) => undoDecision(c.get("actor"), tx, c.req.valid("param").id))
      return c.json((await presentDecisions(db.read, [undone]))[0]!, 200)
    })
}
