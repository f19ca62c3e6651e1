import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv, PersonActor } from "#people"
import { type Database, idParam, json, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import { body, caseParam } from "../routes/parts.ts"
import type { Template } from "./access-template.ts"
import { addTemplate, changeTemplate, countUse, removeTemplate, restoreTemplate } from "./change-template.ts"
import { listTemplates, presentTemplates } from "./list-templates.ts"
import { templateFields } from "./template-fields.ts"
import { reachSchema, templateFieldsView, templateView } from "./views.ts"

const text = z.string().max(50_000)
const parts = z.strictObject({
  name: z.string().trim().min(1).max(200),
  reach: reachSchema,
  teamId: z.string().max(100).nullable().default(null),
  textEn: text.default(""),
  textFr: text.default(""),
})
const changes = z.strictObject({
  name: parts.shape.name.optional(),
  reach: reachSchema.optional(),
  teamId: z.string().max(100).nullable().optional(),
  textEn: text.optional(),
  textFr: text.optional(),
})
const tags = ["templates"]
const one = (description: string) => json(templateView, description)

/** Texts that answers begin from, and what their fields say in a case. */
export function templateRoutes({ db }: { db: Database }) {
  const shown = async (actor: PersonActor, template: Template) => (await presentTemplates(actor, db.read, [template]))[0]!
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/templates",
        tags,
        summary: "Templates one may begin an answer from, by name",
        request: { query: pageQuery },
        responses: { 200: json(pageOf(templateView), "A page") },
      }),
      async (c) => {
        const { limit, cursor } = c.req.valid("query")
        const place = readCursor(cursor, ["text", "id"])
        const after = place && { name: place[0], id: place[1] }
        const rows = await listTemplates(c.get("actor"), db.read, { limit, after })
        const last = rows.length === limit ? rows.at(-1) : undefined
        const next = last ? writeCursor([last.name.toLowerCase(), last.id]) : null
        return c.json({ items: await presentTemplates(c.get("actor"), db.read, rows), next }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/templates",
        tags,
        summary: "Add a template: one's own, a team's, or everybody's (lead)",
        request: body(parts),
        responses: { 201: one("Added") },
      }),
      async (c) =>
        c.json(await shown(c.get("actor"), await db.transact((tx) => addTemplate(c.get("actor"), tx, c.req.valid("json")))), 201),
    )
    .openapi(
      createRoute({
        method: "patch",
        path: "/api/templates/{id}",
        tags,
        summary: "Change a template",
        request: { params: idParam, ...body(changes) },
        responses: { 200: one("As it is now") },
      }),
      async (c) => {
        const given = Object.fromEntries(Object.entries(c.req.valid("json")).filter(([, value]) => value !== undefined))
        const changed = await db.transact((tx) => changeTemplate(c.get("actor"), tx, c.req.valid("param").id, given))
        return c.json(await shown(c.get("actor"), changed), 200)
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/api/templates/{id}",
        tags,
        summary: "Take a template away; it can be brought back",
        request: { params: idParam },
        responses: { 204: { description: "Gone" } },
      }),
      async (c) => {
        await db.transact((tx) => removeTemplate(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/templates/{id}/restore",
        tags,
        summary: "Bring a template back",
        request: { params: idParam },
        responses: { 200: one("Back") },
      }),
      async (c) =>
        c.json(await shown(c.get("actor"), await db.transact((tx) => restoreTemplate(c.get("actor"), tx, c.req.valid("param").id))), 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/templates/{id}/used",
        tags,
        summary: "Count that an answer began from it",
        request: { params: idParam },
        responses: { 204: { description: "Counted" } },
      }),
      async (c) => {
        await db.transact((tx) => countUse(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/cases/{id}/template-fields",
        tags,
        summary: "What the fields of templates say in a case, in both languages",
        request: { params: caseParam },
        responses: { 200: json(templateFieldsView, "Null: not known") },
      }),
      async (c) => c.json(await templateFields(c.get("actor"), db.read, c.req.valid("param").id), 200),
    )
}
