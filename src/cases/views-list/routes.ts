import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, newRouter, pageOf, pageQuery } from "#platform"
import { say } from "#words"
import { presentCases } from "../present.ts"
import { listSaved } from "../saved-views/list-saved.ts"
import { caseView } from "../views.ts"
import { caseRows } from "./case-rows.ts"
import { countViews } from "./counts.ts"
import { listCases } from "./list-cases.ts"
import { CATEGORIES, VIEWS } from "./view-names.ts"
import { ORDER_NAMES } from "./walk.ts"

const query = pageQuery.extend({
  until: z.string().max(500).optional().openapi({ description: "The `next` of a page that is read again: so far and no farther" }),
  view: z
    .union([z.enum(VIEWS), z.uuid()])
    .optional()
    .openapi({ description: "One of Vigie's views, or the id of a saved one" }),
  status: z.string().max(100).optional().openapi({ description: "A status's id, or a category" }),
  category: z.enum(CATEGORIES).optional(),
  owner: z.string().max(100).optional().openapi({ description: "An agent's id, `me` or `none`" }),
  team: z.string().max(100).optional().openapi({ description: "A team's id, `mine` or `none`" }),
  tag: z
    .string()
    .max(100)
    .regex(/^[^\0]*$/)
    .optional(),
  inbox: z.string().max(100).optional(),
  contact: z.string().max(100).optional(),
  sort: z.enum(ORDER_NAMES).optional(),
})

const countedView = z.object({ id: z.enum(VIEWS), name: z.string(), count: z.number().int() }).openapi("View")

const list = createRoute({
  method: "get",
  path: "/api/cases",
  tags: ["cases"],
  summary: "Cases of a view, filtered and sorted",
  request: { query },
  responses: { 200: { description: "A page", content: { "application/json": { schema: pageOf(caseView) } } } },
})
const views = createRoute({
  method: "get",
  path: "/api/views",
  tags: ["cases"],
  summary: "The views with their counts",
  responses: { 200: { description: "All of them", content: { "application/json": { schema: pageOf(countedView) } } } },
})

/** The lists of cases, and how many each view has. */
export function caseListRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      const { limit, cursor, until, view, ...filters } = c.req.valid("query")
      const [actor, page] = [c.get("actor"), { limit, cursor, until }]
      const own = VIEWS.find((known) => known === view)
      const { ids, next } =
        view && !own
          ? await listSaved(actor, db.read, view, filters, page)
          : await listCases(actor, db.read, { ...filters, view: own }, page)
      return c.json({ items: await presentCases(actor, db.read, c.get("language"), await caseRows(db.read, ids)), next }, 200)
    })
    .openapi(views, async (c) => {
      const counts = await countViews(c.get("actor"), db.read)
      return c.json(
        { items: VIEWS.map((id) => ({ id, name: say(c.get("language"), `views.${id}`), count: counts.get(id) ?? 0 })), next: null },
        200,
      )
    })
}
