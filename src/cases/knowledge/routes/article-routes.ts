import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter, pageOf, pageQuery } from "#platform"
import { body, moment } from "../../routes/parts.ts"
import { accessArticle } from "../access-article.ts"
import { archive, changeArticle, stillHolds } from "../change-article.ts"
import { createArticle } from "../create-article.ts"
import { articleOfAnswer } from "../from-answer.ts"
import { listArticles } from "../list-articles.ts"
import { presentArticle, presentArticles } from "../present.ts"
import { articleDetail, articleView, audienceSchema, languageSchema, listFilters } from "../views.ts"

const tags = ["knowledge"]
const title = z.string().max(300)
const text = z.string().max(100_000)
const tagList = z.array(z.string().max(200)).max(100)
const detail = json(articleDetail, "The article as it is now")

const create = z.strictObject({ language: languageSchema, title: title.default(""), body: text.default(""), tags: tagList.optional() })
const values = z.strictObject({
  ownerId: z.string().max(100).nullable().optional(),
  audience: audienceSchema.optional(),
  tags: tagList.optional(),
  reviewAt: moment.nullable().optional(),
})
const change = values.extend({
  left: values
    .optional()
    .openapi({ description: "What these are taken to be. Where somebody has changed one since, nothing is done (409)" }),
  regardless: z.boolean().optional().openapi({ description: "What identifies a customer was read, and may stay" }),
})

/** Articles: found, begun, given an owner and readers, archived. */
export function articleRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/articles",
        tags,
        summary: "Articles: those touched last, or those that fit a question",
        request: {
          query: pageQuery.extend({
            filter: z.enum(listFilters).default("all"),
            q: z.string().max(400).default(""),
            tag: z.string().max(50).optional(),
          }),
        },
        responses: { 200: json(pageOf(articleView), "A page") },
      }),
      async (c) => {
        const { rows, next } = await listArticles(c.get("actor"), db.read, c.req.valid("query"))
        return c.json({ items: await presentArticles(db.read, rows), next }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/articles",
        tags,
        summary: "Begin an article, as a draft",
        request: body(create),
        responses: { 201: detail },
      }),
      async (c) => {
        const row = await db.transact((tx) => createArticle(c.get("actor"), tx, c.req.valid("json")))
        return c.json(await presentArticle(c.get("actor"), db.read, row), 201)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/messages/{id}/article",
        tags,
        summary: "Make the draft of an article of an answer, without greeting and signature, with what identifies the customer marked",
        request: { params: idParam },
        responses: { 201: detail },
      }),
      async (c) => {
        const row = await db.transact((tx) => articleOfAnswer(c.get("actor"), tx, c.req.valid("param").id))
        return c.json(await presentArticle(c.get("actor"), db.read, row), 201)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/articles/{id}",
        tags,
        summary: "An article, in its languages",
        request: { params: idParam },
        responses: { 200: detail },
      }),
      async (c) =>
        c.json(await presentArticle(c.get("actor"), db.read, await accessArticle(c.get("actor"), db.read, c.req.valid("param").id)), 200),
    )
    .openapi(
      createRoute({
        method: "patch",
        path: "/api/articles/{id}",
        tags,
        summary: "Change who stands behind it, who reads it, its tags, when it is looked at again",
        request: { params: idParam, ...body(change) },
        responses: { 200: detail },
      }),
      async (c) => {
        const [actor, { id }, { left, ...asked }] = [c.get("actor"), c.req.valid("param"), c.req.valid("json")]
        await db.transact((tx) => changeArticle(actor, tx, id, { ...dated(asked), left: left && dated(left) }))
        return c.json(await presentArticle(actor, db.read, await accessArticle(actor, db.read, id)), 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/articles/{id}/reviewed",
        tags,
        summary: "Somebody has read it and it still holds",
        request: { params: idParam, ...body(z.strictObject({ until: moment.optional() })) },
        responses: { 200: detail },
      }),
      async (c) => {
        const [actor, { id }, { until }] = [c.get("actor"), c.req.valid("param"), c.req.valid("json")]
        await db.transact((tx) => stillHolds(actor, tx, id, until ? new Date(until) : null))
        return c.json(await presentArticle(actor, db.read, await accessArticle(actor, db.read, id)), 200)
      },
    )
    .openapi(archiving("archive", "Put an article away: no list, search or page shows it"), async (c) => {
      await db.transact((tx) => archive(c.get("actor"), tx, c.req.valid("param").id, true))
      return c.body(null, 204)
    })
    .openapi(archiving("restore", "Take an article out of the archive"), async (c) => {
      await db.transact((tx) => archive(c.get("actor"), tx, c.req.valid("param").id, false))
      return c.body(null, 204)
    })
}

function dated<Rest extends object>({ reviewAt, ...rest }: Rest & { reviewAt?: string | null | undefined }) {
  return { ...rest, ...(reviewAt === undefined ? {} : { reviewAt: reviewAt === null ? null : new Date(reviewAt) }) }
}

const archiving = <const Verb extends string>(verb: Verb, summary: string) =>
  createRoute({
    method: "post",
    path: `/api/articles/{id}/${verb}` as const,
    tags,
    summary,
    request: { params: idParam },
    responses: { 204: { description: "Done" } },
  })
