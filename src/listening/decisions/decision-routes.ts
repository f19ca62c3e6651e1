import { createRoute, z } from "@hono/zod-openapi"
import { accessCase, familyOf } from "#cases"
import { agentNames, type PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter, type Reader } from "#platform"
import { accessMention } from "../mentions/list-mentions.ts"
import { tiesOfCases } from "../ties/list-ties.ts"
import { decideMention, decisionsOf } from "./decide-mention.ts"
import { type MentionDecision, WAYS } from "./tables.ts"

const tags = ["listening"]
const params = idParam
const words = (max: number) => z.string().trim().max(max)
const moment = z.iso.datetime()

export const DecisionView = z
  .object({
    id: z.string(),
    mentionId: z.string(),
    way: z.enum(WAYS).openapi({ description: "Speak in public, in private, watch, or leave it" }),
    aim: z.string(),
    tone: z.string(),
    reason: z.string(),
    by: z.object({ ref: z.string(), name: z.string().nullable() }),
    at: moment,
    lookAgainAt: moment.nullable(),
  })
  .openapi("MentionDecision")
const list = json(z.object({ items: z.array(DecisionView), next: z.null() }), "The latest first: it holds")

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
const decide = createRoute({
  method: "post",
  path: "/api/mentions/{id}/decisions",
  tags,
  summary: "Decide whether to speak, to what end and in what tone, and when to look again (agent)",
  request: {
    params,
    body: {
      required: true,
      ...json(
        z.strictObject({
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
        }),
        "The decision",
      ),
    },
  },
  responses: { 201: json(DecisionView, "The decision; earlier ones are kept") },
})

/** Decisions about what is said in the open. */
export function decisionRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>()
    .openapi(ofMention, async (c) => {
      const { id } = await accessMention(db.read, c.req.valid("param").id)
      return c.json({ items: await present(db.read, await decisionsOf(c.get("actor"), db.read, [id])), next: null }, 200)
    })
    .openapi(ofCase, async (c) => {
      const { id } = await accessCase(c.get("actor"), db.read, c.req.valid("param").id)
      const ties = await tiesOfCases(db.read, await familyOf(db.read, id), ["confirmed"])
      const mentions = ties.map(({ mention_id }) => mention_id)
      return c.json({ items: await present(db.read, await decisionsOf(c.get("actor"), db.read, mentions)), next: null }, 200)
    })
    .openapi(decide, async (c) => {
      const { lookAgainAt, caseId, ...rest } = c.req.valid("json")
      const decided = await db.transact((tx) =>
        decideMention(c.get("actor"), tx, c.req.valid("param").id, {
          ...rest,
          caseId: caseId ?? null,
          lookAgainAt: lookAgainAt ? new Date(lookAgainAt) : null,
        }),
      )
      const [view] = await present(db.read, [decided])
      return c.json(view!, 201)
    })
}

async function present(reader: Reader, decisions: readonly MentionDecision[]): Promise<z.infer<typeof DecisionView>[]> {
  const names = await agentNames(
    reader,
    decisions.flatMap(({ by_actor }) => (by_actor.startsWith("agent:") ? [by_actor.slice(6)] : [])),
  )
  return decisions.map(({ id, mention_id, way, aim, tone, reason, by_actor, at, look_again_at }) => ({
    id,
    mentionId: mention_id,
    way,
    aim,
    tone,
    reason,
    by: { ref: by_actor, name: names.get(by_actor.slice(6)) ?? null },
    at: at.toISOString(),
    lookAgainAt: look_again_at?.toISOString() ?? null,
  }))
}
