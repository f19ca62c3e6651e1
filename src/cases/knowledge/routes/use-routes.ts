import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter, pageOf } from "#platform"
import { accessCase } from "../../access-case.ts"
import { body, caseParam } from "../../routes/parts.ts"
import { suggestArticles } from "../suggest-articles.ts"
import { insertArticle } from "../uses/insert.ts"
import { noteShown } from "../uses/note-shown.ts"
import { languageSchema, suggestedArticle } from "../views.ts"

const tags = ["knowledge"]
const id = z.string().max(100)
const inserted = z.object({ useId: z.string(), title: z.string(), language: languageSchema, text: z.string() })

/** Articles beside a case, and into its answers. */
export function useRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/cases/{id}/articles",
        tags,
        summary: "Articles that may help with a case, the likest first, and why",
        request: { params: caseParam },
        responses: { 200: json(pageOf(suggestedArticle), "At most five") },
      }),
      async (c) =>
        c.json({ items: await suggestArticles(c.get("actor"), db.read, c.req.valid("param").id, c.get("language")), next: null }, 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/cases/{id}/articles/shown",
        tags,
        summary: "These were on the screen beside the case",
        request: { params: caseParam, ...body(z.strictObject({ articleIds: z.array(id).max(20) })) },
        responses: { 204: { description: "Counted" } },
      }),
      async (c) => {
        const actor = c.get("actor")
        await db.transact(async (tx) => {
          const row = await accessCase(actor, tx, c.req.valid("param").id)
          await noteShown(actor, tx, row.id, c.req.valid("json").articleIds)
        })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/articles/{id}/insert",
        tags,
        summary: "An article goes into an answer: its words as text",
        request: { params: idParam, ...body(z.strictObject({ conversationId: id, language: languageSchema.default("en") })) },
        responses: { 200: json(inserted, "Its words; the other language's when this one isn't published") },
      }),
      async (c) => c.json(await db.transact((tx) => insertArticle(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json"))), 200),
    )
}
