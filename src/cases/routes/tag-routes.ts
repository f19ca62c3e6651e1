import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { json, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import { beginTagChange } from "../tagging/begin.ts"
import { latestTagChanges, usesOf } from "../tagging/list.ts"
import type { TagChangeRow } from "../tagging/tables.ts"
import { listTags } from "../tags.ts"
import { body, type CaseRoutesNeed } from "./parts.ts"

const plain = z
  .string()
  .max(100)
  .regex(/^[^\0]*$/)
const query = pageQuery.extend({
  q: plain.optional().openapi({ description: "How a word of it begins" }),
  counted: z.literal("true").optional().openapi({ description: "With how many cases and articles have it" }),
})
const tagView = z
  .object({ name: z.string(), cases: z.number().int().optional(), articles: z.number().int().optional() })
  .openapi("KnownTag")
const changeView = z
  .object({
    id: z.string(),
    tag: z.string(),
    becomes: z.string().nullable().openapi({ description: "Null: it is taken off" }),
    total: z.number().int().openapi({ description: "Cases that had it when this began" }),
    changed: z.number().int(),
    at: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .openapi("TagChange")

/** The tags of cases and articles: everybody reads them; leads rename, join and remove them everywhere. */
export function tagRoutes({ db, later }: CaseRoutesNeed) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/tags",
        tags: ["cases"],
        summary: "Tags that were ever given",
        request: { query },
        responses: { 200: json(pageOf(tagView), "A page, by name") },
      }),
      async (c) => {
        const { limit, cursor, q, counted } = c.req.valid("query")
        const after = readCursor(cursor, ["text"])?.[0] ?? null
        const names = await listTags(db.read, { limit: limit + 1, after, like: q })
        const shown = names.slice(0, limit)
        const uses = counted ? await usesOf(db.read, shown) : null
        const next = names.length > limit ? writeCursor([shown.at(-1)!]) : null
        return c.json({ items: shown.map((name) => ({ name, ...uses?.get(name) })), next }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/tags/changes",
        tags: ["settings"],
        summary: "Tags that are being changed everywhere, and those that were lately",
        responses: { 200: json(pageOf(changeView), "Those that go on first") },
      }),
      async (c) => c.json({ items: (await latestTagChanges(db.read)).map(presentChange), next: null }, 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/tags/changes",
        tags: ["settings"],
        summary: "Rename a tag everywhere, make it one with another, or take it off",
        request: body(z.strictObject({ tag: plain, becomes: plain.nullable() })),
        responses: { 202: json(changeView, "It has begun") },
      }),
      async (c) => {
        const row = await db.transact((tx) => beginTagChange(c.get("actor"), tx, later, c.req.valid("json")))
        return c.json(presentChange(row), 202)
      },
    )
}

function presentChange({ id, tag, becomes, total, changed, at, finished_at }: TagChangeRow) {
  return { id, tag, becomes, total, changed, at: at.toISOString(), finishedAt: finished_at?.toISOString() ?? null }
}
