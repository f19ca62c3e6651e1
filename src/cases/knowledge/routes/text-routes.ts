import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import { body } from "../../routes/parts.ts"
import { accessArticle } from "../access-article.ts"
import { accessText } from "../access-text.ts"
import { presentWhole, versionsOf } from "../present.ts"
import { publish } from "../publish.ts"
import { useVersion, withdraw } from "../take-back.ts"
import { articleTextView, articleVersionView, audienceSchema, languageSchema, publishedTextView } from "../views.ts"
import { writeText } from "../write-text.ts"

const tags = ["knowledge"]
const params = idParam.extend({ language: languageSchema.openapi({ param: { name: "language", in: "path" } }) })
const path = "/api/articles/{id}/texts/{language}"

const typed = z.strictObject({
  title: z.string().max(300),
  body: z.string().max(100_000),
  revision: z.number().int().min(0).openapi({ description: "The revision that this was typed on; 0 begins the language" }),
})
const publishing = z.strictObject({
  revision: z.number().int().optional().openapi({ description: "What was read before publishing" }),
  regardless: z.boolean().default(false).openapi({ description: "What identifies a customer was read, and may stay" }),
})

const left = z
  .strictObject({ version: z.number().int().nullable(), audience: audienceSchema })
  .optional()
  .openapi({ description: "To take a change back: what it put in use. Where somebody has changed that since, nothing is done (409)" })
const again = z.strictObject({ version: z.number().int().min(1), left, regardless: publishing.shape.regardless })

/** The words of an article, a language at a time: typed, published, taken back, and every version that was published. */
export function textRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "put",
        path,
        tags,
        summary: "Keep what is being typed; what is published stays",
        request: { params, ...body(typed) },
        responses: { 200: json(articleTextView, "Kept") },
      }),
      async (c) => {
        const [actor, { id, language }] = [c.get("actor"), c.req.valid("param")]
        const text = await db.transact((tx) => writeText(actor, tx, id, language, c.req.valid("json")))
        return c.json(await presentWhole(db.read, await accessArticle(actor, db.read, id), text), 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: `${path}/publish`,
        tags,
        summary: "Put what is written in use; for a public article, on its page (leads)",
        request: { params, ...body(publishing) },
        responses: { 200: json(publishedTextView, "Published") },
      }),
      async (c) => {
        const [actor, { id, language }] = [c.get("actor"), c.req.valid("param")]
        const { text, before } = await db.transact((tx) => publish(actor, tx, id, language, c.req.valid("json")))
        return c.json({ ...(await presentWhole(db.read, await accessArticle(actor, db.read, id), text)), before }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: `${path}/use`,
        tags,
        summary: "Put a version back in use that was published before; what is being written stays (leads, for a public article)",
        request: { params, ...body(again) },
        responses: { 200: json(articleTextView, "In use") },
      }),
      async (c) => {
        const [actor, { id, language }] = [c.get("actor"), c.req.valid("param")]
        const text = await db.transact((tx) => useVersion(actor, tx, id, language, c.req.valid("json")))
        return c.json(await presentWhole(db.read, await accessArticle(actor, db.read, id), text), 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: `${path}/withdraw`,
        tags,
        summary: "Take a language out of use",
        request: { params, body: { ...body(z.strictObject({ left })).body, required: false } },
        responses: { 204: { description: "Done" } },
      }),
      async (c) => {
        const { id, language } = c.req.valid("param")
        await db.transact((tx) => withdraw(c.get("actor"), tx, id, language, c.req.valid("json").left))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: `${path}/versions`,
        tags,
        summary: "Every version that was published, the latest first",
        request: { params, query: pageQuery },
        responses: { 200: json(pageOf(articleVersionView), "A page") },
      }),
      async (c) => {
        const [{ id, language }, { limit, cursor }] = [c.req.valid("param"), c.req.valid("query")]
        const text = await accessText(c.get("actor"), db.read, id, language)
        const before = readCursor(cursor, ["count"])
        const items = await versionsOf(db.read, text, { limit: limit + 1, before: before?.[0] ?? null })
        const last = items.length > limit ? items[limit - 1] : undefined
        return c.json({ items: items.slice(0, limit), next: last ? writeCursor([last.number]) : null }, 200)
      },
    )
}
