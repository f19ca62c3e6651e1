import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, requireRole } from "#people"
import { type Database, idParam, json, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import { accessMention } from "../mentions/list-mentions.ts"
import { accessAnswer } from "./access-answer.ts"
import { asksLeave, reachingAccounts } from "./accounts.ts"
import { AnswerDetail, AnswerView, Checked } from "./answer-view.ts"
import { checkAnswer } from "./check-answer.ts"
import { changeDraft, discardAnswer, draftAnswer } from "./draft-answer.ts"
import { listAnswers } from "./list-answers.ts"
import { presentAnswers, presentDetail } from "./present-answers.ts"
import type { AnswerDeps } from "./submit-answer.ts"
import { ANSWER_STATES } from "./tables.ts"

const tags = ["public answers"]
const params = idParam
const words = z.string().max(20_000)
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
  .max(35)
  .nullish()
const caseId = z.string().max(100).nullish().openapi({ description: "Id or number of the case in sight; left out: the tied one" })
const states = z
  .string()
  .max(200)
  .optional()
  .transform((given) => given?.split(",").filter(Boolean))
  .pipe(z.array(z.enum(ANSWER_STATES)).optional())
  .openapi({ description: "Several, by commas", type: "string" })
const ways = z.object({
  items: z.array(
    z.object({
      accountId: z.string(),
      kind: z.string(),
      name: z.string(),
      handle: z.string(),
      counting: z.object({
        most: z.number().int(),
        by: z.enum(["signs", "points", "units", "bytes", "emoji-bytes"]),
        bytes: z.number().int().nullable(),
        link: z.number().int().nullable(),
        shortNames: z.boolean(),
      }),
      keepsOne: z.boolean().openapi({ description: "A second answer takes the place of the first there" }),
      takesBack: z.boolean().openapi({ description: "What stands there can be deleted from here" }),
      opening: z.string().openapi({ description: "What an answer begins with there, so that whoever is answered hears of it" }),
      needsApproval: z.boolean(),
    }),
  ),
  next: z.null(),
})
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { required: true, ...json(schema, "What is to be said") } })

/** Reading answers in the open, and writing them; what is done with them is in answer-act-routes.ts. */
export function answerRoutes({ db, ...deps }: AnswerDeps & { db: Database }) {
  const { channel } = deps
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/mentions/{id}/ways-to-answer",
        tags,
        summary: "Accounts by which a mention can be answered in public, and how their place counts",
        request: { params },
        responses: { 200: json(ways, "None: it can't be answered from here") },
      }),
      async (c) => {
        const found = await reachingAccounts(channel, db.read, await accessMention(db.read, c.req.valid("param").id))
        const writers = [c.get("actor").ref]
        const items = await Promise.all(
          found.map(async ({ account, opening }) => ({
            accountId: account.id,
            kind: account.kind,
            name: account.name,
            handle: account.handle,
            counting: account.counting,
            keepsOne: account.keepsOne,
            takesBack: account.takesBack,
            opening,
            needsApproval: await asksLeave(db.read, writers, account),
          })),
        )
        return c.json({ items, next: null }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/public-answers",
        tags,
        summary: "Public answers, the latest first",
        request: {
          query: pageQuery.extend({
            mention: z.string().max(100).optional(),
            case: z.string().max(100).optional(),
            story: z.string().max(100).optional(),
            state: states,
          }),
        },
        responses: { 200: json(pageOf(AnswerView), "A page") },
      }),
      async (c) => {
        const { limit, cursor, mention, case: of, story, state } = c.req.valid("query")
        const asked = { mentionId: mention, caseId: of, storyId: story, states: state }
        const { rows, next } = await listAnswers(c.get("actor"), db.read, asked, limit, readCursor(cursor, ["id"])?.[0] ?? null)
        const onlooker = { actor: c.get("actor"), language: c.get("language") }
        return c.json({ items: await presentAnswers(onlooker, db.read, channel, rows), next: next && writeCursor([next]) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/public-answers/{id}",
        tags,
        summary: "A public answer, with all that was done with it",
        request: { params },
        responses: { 200: json(AnswerDetail, "As it stands") },
      }),
      async (c) => {
        const row = await accessAnswer(c.get("actor"), db.read, c.req.valid("param").id)
        return c.json(await presentDetail({ actor: c.get("actor"), language: c.get("language") }, db.read, channel, row), 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/public-answers/check",
        tags,
        summary: "How long a text is at its place, and which private facts stand in it; nothing is kept or sent (agent)",
        request: body(
          z.strictObject({
            mentionId: z.string().max(100),
            accountId: z.string().max(100),
            answerId: z.string().max(100).nullish().openapi({ description: "What was released for this answer counts as released" }),
            caseId,
            text: words,
          }),
        ),
        responses: { 200: json(Checked, "What was found") },
      }),
      async (c) => {
        requireRole(c.get("actor"), "agent")
        return c.json(await checkAnswer(c.get("actor"), db.read, channel, c.req.valid("json")), 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/mentions/{id}/answers",
        tags,
        summary: "Begin a public answer; nothing leaves (agent)",
        request: { params, ...body(z.strictObject({ accountId: z.string().max(100), text: words, language, caseId })) },
        responses: { 201: json(AnswerDetail, "A draft") },
      }),
      async (c) => {
        const { accountId, text, language: tongue, caseId: of } = c.req.valid("json")
        const given = { accountId, text, language: tongue ?? null, caseId: of ?? null }
        const row = await db.transact((tx) => draftAnswer(c.get("actor"), tx, channel, c.req.valid("param").id, given))
        return c.json(await presentDetail({ actor: c.get("actor"), language: c.get("language") }, db.read, channel, row), 201)
      },
    )
    .openapi(
      createRoute({
        method: "patch",
        path: "/api/public-answers/{id}",
        tags,
        summary: "Change words that nobody was asked about yet (agent)",
        request: {
          params,
          ...body(
            z.strictObject({
              revision: z.number().int(),
              text: words.optional(),
              accountId: z.string().max(100).optional(),
              language,
            }),
          ),
        },
        responses: { 200: json(AnswerDetail, "As it stands") },
      }),
      async (c) => {
        const { revision, text, accountId, language: tongue } = c.req.valid("json")
        const change = {
          revision,
          ...(text === undefined ? {} : { text }),
          ...(accountId === undefined ? {} : { accountId }),
          ...(tongue === undefined ? {} : { language: tongue }),
        }
        const row = await db.transact((tx) => changeDraft(c.get("actor"), tx, channel, c.req.valid("param").id, change))
        return c.json(await presentDetail({ actor: c.get("actor"), language: c.get("language") }, db.read, channel, row), 200)
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/api/public-answers/{id}",
        tags,
        summary: "Throw away words that never left (agent)",
        request: { params },
        responses: { 204: { description: "Thrown away" } },
      }),
      async (c) => {
        await db.transact((tx) => discardAnswer(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
}
