import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, type PersonActor, requirePerson } from "#people"
import { type Database, idParam, json, newRouter, pageOf, type Reader } from "#platform"
import { body } from "../routes/parts.ts"
import { presentCases } from "../present.ts"
import { caseView } from "../views.ts"
import { caseRows } from "../views-list/case-rows.ts"
import { listFitting } from "../views-list/list-cases.ts"
import { ORDER_NAMES } from "../views-list/walk.ts"
import { accessView, viewsFor } from "./access-view.ts"
import { mayChangeView, type SavedView } from "./view-sight.ts"
import { addView, changeView, orderViews, removeView, restoreView } from "./change-view.ts"
import { compileView } from "./compile.ts"
import { ViewCounts } from "./count-view.ts"
import { versionOf } from "./version.ts"
import { querySchema } from "./query.ts"

const sort = z.enum(ORDER_NAMES)
const words = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^\0]*$/),
  icon: z.string().min(1).max(30).default("all"),
  query: querySchema,
  sort: sort.default("newest"),
  shared: z.enum(["me", "team", "everybody"]).default("me"),
  teamId: z.string().max(100).nullable().optional(),
})
const changes = z.strictObject({
  name: words.shape.name.optional(),
  icon: z.string().min(1).max(30).optional(),
  query: querySchema.optional(),
  sort: sort.optional(),
  shared: z.enum(["me", "team", "everybody"]).optional(),
  teamId: words.shape.teamId,
  version: z.string().max(100).optional().openapi({ description: "Over which version it is changed: refused when it is another by now" }),
})

const savedView = z
  .object({
    id: z.string(),
    name: z.string(),
    icon: z.string(),
    query: querySchema,
    sort,
    shared: z.enum(["me", "team", "everybody"]),
    teamId: z.string().nullable(),
    ownerId: z.string(),
    mayChange: z.boolean(),
    version: z.string().openapi({ description: "Another one once anybody has changed the view" }),
    count: z.number().int().openapi({ description: "How many cases it shows whoever asks, up to 999" }),
    more: z.boolean().openapi({ description: "There are more than `count`" }),
  })
  .openapi("SavedView")

export type SavedViewView = z.infer<typeof savedView>

const route = <const Path extends string, const Method extends "get" | "post" | "patch" | "put" | "delete">(
  method: Method,
  path: Path,
  summary: string,
) => ({ method, path, tags: ["views"], summary })

/** Views that people make: a query with a name, counted while one looks. */
export function savedViewRoutes({ db }: { db: Database }) {
  const counts = new ViewCounts()
  const present = async (actor: PersonActor, reader: Reader, view: SavedView) => ({
    id: view.id,
    name: view.name,
    icon: view.icon,
    query: view.query,
    sort: view.sort,
    shared: view.shared,
    teamId: view.team_id,
    ownerId: view.owner_id,
    mayChange: mayChangeView(actor, view),
    version: versionOf(view),
    ...(await counts.count(actor, reader, view.query)),
  })
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...route("get", "/api/saved-views", "Views made here, one's own and shared ones, with how many cases they show"),
        responses: { 200: json(pageOf(savedView), "All of them") },
      }),
      async (c) => {
        const items = []
        for (const view of await viewsFor(c.get("actor"), db.read)) items.push(await present(c.get("actor"), db.read, view))
        return c.json({ items, next: null }, 200)
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/api/saved-views", "Save a view"),
        request: body(words),
        responses: { 201: json(savedView, "The view") },
      }),
      async (c) => {
        requirePerson(c.get("actor"))
        const view = await db.transact((tx) => addView(c.get("actor"), tx, c.req.valid("json")))
        return c.json(await present(c.get("actor"), db.read, view), 201)
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/api/saved-views/preview", "What a query shows, before it is saved"),
        request: body(z.strictObject({ query: querySchema, sort: sort.default("newest") })),
        responses: {
          200: json(z.object({ count: z.number().int(), more: z.boolean(), items: z.array(caseView) }), "How many, and the first of them"),
        },
      }),
      async (c) => {
        const [actor, reader] = [c.get("actor"), db.read]
        const { query, sort: order } = c.req.valid("json")
        const { ids } = await listFitting(actor, reader, { where: [await compileView(actor, reader, query)], order }, { limit: 8 })
        const items = await presentCases(actor, reader, c.get("language"), await caseRows(reader, ids))
        return c.json({ ...(await counts.count(actor, reader, query)), items }, 200)
      },
    )
    .openapi(
      createRoute({
        ...route("put", "/api/saved-views/order", "The order in which one wants to see them"),
        request: body(z.strictObject({ ids: z.array(z.string().max(100)).max(300) })),
        responses: { 204: { description: "Kept" } },
      }),
      async (c) => {
        requirePerson(c.get("actor"))
        await db.transact((tx) => orderViews(c.get("actor"), tx, c.req.valid("json").ids))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        ...route("get", "/api/saved-views/{id}", "A view"),
        request: { params: idParam },
        responses: { 200: json(savedView, "The view") },
      }),
      async (c) => c.json(await present(c.get("actor"), db.read, await accessView(c.get("actor"), db.read, c.req.valid("param").id)), 200),
    )
    .openapi(
      createRoute({
        ...route("patch", "/api/saved-views/{id}", "Change a view"),
        request: { params: idParam, ...body(changes) },
        responses: { 200: json(savedView, "The view as it is now") },
      }),
      async (c) => {
        requirePerson(c.get("actor"))
        const view = await db.transact((tx) => changeView(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json")))
        return c.json(await present(c.get("actor"), db.read, view), 200)
      },
    )
    .openapi(
      createRoute({
        ...route("delete", "/api/saved-views/{id}", "Remove a view; its cases stay"),
        request: { params: idParam },
        responses: { 204: { description: "Removed" } },
      }),
      async (c) => {
        requirePerson(c.get("actor"))
        await db.transact((tx) => removeView(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/api/saved-views/{id}/restore", "Bring a removed view back as it was"),
        request: { params: idParam, ...body(z.strictObject({})) },
        responses: { 200: json(savedView, "The view") },
      }),
      async (c) => {
        requirePerson(c.get("actor"))
        const view = await db.transact((tx) => restoreView(c.get("actor"), tx, c.req.valid("param").id))
        return c.json(await present(c.get("actor"), db.read, view), 200)
      },
    )
}
