import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, newRouter, pageOf, pageQuery } from "#platform"
import { readRemark } from "./remarks.ts"
import { search, type SearchDeps } from "./search.ts"

const foundView = z
  .object({
    kind: z.enum(["message", "note", "contact", "case", "satisfaction"]),
    id: z.string(),
    caseId: z.string().nullable(),
    caseNumber: z.number().int().nullable(),
    conversationId: z.string().nullable(),
    subject: z.string().openapi({ description: "Of the message or case; a contact's name" }),
    contactId: z.string().nullable(),
    snippet: z
      .array(z.object({ text: z.string(), hit: z.boolean() }))
      .openapi({ description: "Text, never HTML; show the hits as you like" }),
    at: z.iso.datetime().nullable(),
    score: z.number(),
  })
  .openapi("Found")

const answer = pageOf(foundView).extend({
  notes: z
    .array(z.object({ code: z.string(), text: z.string() }))
    .openapi({ description: "How the question was understood, where the reader might wonder" }),
})

const look = createRoute({
  method: "get",
  path: "/api/search",
  tags: ["search"],
  summary: "Messages, notes, cases and contacts, the best first",
  description: 'Words, `"phrases"`, `-not`, `#1234`, from:, to:, status:, tag:, owner:, has:attachment, before:, after:',
  request: { query: pageQuery.extend({ q: z.string().max(1000).default("") }) },
  responses: { 200: { description: "A page", content: { "application/json": { schema: answer } } } },
})

export function searchRoutes({ db, ...deps }: SearchDeps & { db: Database }) {
  return newRouter<PeopleEnv>().openapi(look, async (c) => {
    const { items, next, remarks } = await search(c.get("actor"), db.read, deps, c.req.valid("query"))
    const shown = items.map((item) => ({ ...item, at: item.at?.toISOString() ?? null }))
    return c.json({ items: shown, next, notes: remarks.map((remark) => readRemark(c.get("language"), remark)) }, 200)
  })
}
