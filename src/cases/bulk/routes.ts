import { createRoute, z } from "@hono/zod-openapi"
import { sql } from "kysely"
import type { Actor, PeopleEnv } from "#people"
import { idParam, json, newRouter, pageOf, type Reader } from "#platform"
import { say } from "#words"
import { body, type CaseRoutesNeed } from "../routes/parts.ts"
import { type BulkAction, bulkAction, bulkSelection } from "./actions.ts"
import { markOf } from "./mark.ts"
import { planBulk, runBulk } from "./run.ts"
import { undoBulk } from "./undo.ts"

const asked = body(z.strictObject({ selection: bulkSelection, action: bulkAction }))
const named = z.object({ id: z.string(), number: z.number().int(), subject: z.string() })
const untouched = named.extend({ why: z.string(), text: z.string() })
const done = z
  .object({ id: z.string(), changed: z.number().int(), untouched: z.array(untouched), gone: z.number().int(), more: z.boolean() })
  .openapi("BulkDone")
const preview = z
  .object({
    touched: z.number().int(),
    seen: z.array(z.object({ id: z.string(), mark: z.string() })).openapi({
      description: "Those, as they are now. Given as the selection, they are what is done, and those that changed since are left",
    }),
    untouched: z.array(untouched),
    gone: z.number().int().openapi({ description: "Named, but not there or not to be seen" }),
    more: z.boolean().openapi({ description: "The list has more than can be done at once" }),
  })
  .openapi("BulkPreview")
const change = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  action: bulkAction,
  cases: z.number().int(),
  undoneAt: z.iso.datetime().nullable(),
})

export type BulkPreviewView = z.infer<typeof preview>
export type BulkDoneView = z.infer<typeof done>
export type BulkChangeView = z.infer<typeof change>

const route = <const Path extends string, const Method extends "get" | "post">(method: Method, path: Path, summary: string) => ({
  method,
  path,
  tags: ["cases"],
  summary,
})

/** One thing done to many cases: what it would touch, doing it, taking it back. */
export function bulkRoutes({ db, later }: CaseRoutesNeed) {
  const worded = <Row extends { why: string }>(language: "en" | "fr", rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, text: say(language, `cases.bulk.why.${row.why}`) }))
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...route("post", "/api/cases/bulk/preview", "What an action would touch, and what not and why"),
        request: asked,
        responses: { 200: json(preview, "Nothing is changed") },
      }),
      async (c) => {
        const { selection, action } = c.req.valid("json")
        const { rows, untouched: left, gone, more } = await planBulk(c.get("actor"), db.read, selection, action)
        const seen = rows.map((row) => ({ id: row.id, mark: markOf(row) }))
        return c.json({ touched: rows.length, seen, untouched: worded(c.get("language"), left), gone, more }, 200)
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/api/cases/bulk", "Do one thing to many cases"),
        request: asked,
        responses: { 200: json(done, "What was done, under an id that takes it back") },
      }),
      async (c) => {
        const { selection, action } = c.req.valid("json")
        const plan = await planBulk(c.get("actor"), db.read, selection, action)
        const { untouched: left, ...result } = await runBulk(c.get("actor"), db, later, plan)
        return c.json({ ...result, untouched: worded(c.get("language"), left), gone: plan.gone, more: plan.more }, 200)
      },
    )
    .openapi(
      createRoute({
        ...route("get", "/api/bulk", "What one has lately done to many cases"),
        responses: { 200: json(pageOf(change), "The latest first") },
      }),
      async (c) => c.json({ items: await recentOf(c.get("actor"), db.read), next: null }, 200),
    )
    .openapi(
      createRoute({
        ...route("post", "/api/bulk/{id}/undo", "Take back what was done to many cases"),
        request: { params: idParam },
        responses: { 200: json(z.object({ restored: z.number().int(), left: z.array(named) }), "Which were left alone, changed since") },
      }),
      async (c) => c.json(await undoBulk(c.get("actor"), db, c.req.valid("param").id), 200),
    )
}

async function recentOf(actor: Actor, reader: Reader) {
  const found = await sql<{ id: string; at: Date; action: BulkAction; cases: number; undone_at: Date | null }>`
    select b.id, b.at, b.action, b.undone_at, (select count(*) from bulk_changed_cases as c where c.bulk_id = b.id)::int as cases
    from bulk_changes as b where b.by_actor = ${actor.ref} and b.at > ${reader.now}::timestamptz - interval '7 days'
    order by b.at desc limit 20`.execute(reader.sql)
  return found.rows.map(({ at, undone_at, ...rest }) => ({ ...rest, at: at.toISOString(), undoneAt: undone_at?.toISOString() ?? null }))
}
