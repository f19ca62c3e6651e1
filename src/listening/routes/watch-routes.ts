import { createRoute, z } from "@hono/zod-openapi"
import { agentNames, type PeopleEnv, requireRole } from "#people"
import { type Database, idParam, type Jobs, json, newRouter, pageOf, pageQuery, readCursor, type Tx, writeCursor } from "#platform"
import { room, type Watch } from "../tables.ts"
import { presentProblems, presentWatch, QueryProblemView, WatchView } from "../views/watch-view.ts"
import { presentMention, MentionView } from "../views/mention-view.ts"
import { mentionsByIds } from "../mentions/list-mentions.ts"
import { accessWatch, listWatches } from "../watches/access-watch.ts"
import { CATCH_UP } from "../watches/catch-up.ts"
import { addWatch, changeWatch, pauseWatch, removeWatch, resumeWatch } from "../watches/define-watch.ts"
import { type PreviewNeed, previewQuery } from "../watches/preview.ts"
import { watchFigures } from "../watches/watch-figures.ts"
import { route } from "./route.ts"

export interface WatchRoutesNeed {
  db: Database
  later: Pick<Jobs, "put">
  preview: PreviewNeed
}

const params = idParam
const name = z.string().trim().min(1).max(200)
const query = z.string().max(200_000)
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { required: true, ...json(schema, "What it shall be") } })
const one = { 200: json(WatchView, "As it is now") }
const moment = z.iso.datetime()

const revisionView = z.object({
  revision: z.number().int(),
  query: z.string(),
  by: z.object({ ref: z.string(), name: z.string().nullable() }),
  at: moment,
})

const previewView = z
  .object({
    problems: z.array(QueryProblemView).openapi({ description: "Why it can't be saved, each at its place" }),
    remarks: z.array(QueryProblemView).openapi({ description: "What is allowed, and likely means otherwise" }),
    found: z
      .object({
        posts: z.number().int(),
        people: z.number().int(),
        days: z.array(z.object({ from: moment, posts: z.number().int(), people: z.number().int() })),
        examples: z.array(MentionView).openapi({ description: "The latest" }),
        looked: z.object({
          mentions: z.number().int().openapi({ description: "So many were looked at, the latest heard first" }),
          since: moment.nullable().openapi({ description: "When the earliest of these was heard" }),
          isAll: z.boolean().openapi({ description: "All of the last month; otherwise time was up" }),
        }),
        partial: z
          .array(z.object({ id: z.string(), name: z.string() }))
          .openapi({ description: "Sources of which only what some watch wanted was kept: a new query will find more there" }),
      })
      .nullable()
      .openapi({ description: "Null where the query can't be read" }),
  })
  .openapi("QueryPreview")

const change = z.strictObject({ name: name.optional(), query: query.optional(), state: z.enum(["listening", "paused"]).optional() })

/** Watches: what is listened for. What they heard is in mention-routes.ts. */
export function watchRoutes({ db, later, preview }: WatchRoutesNeed) {
  const present = async (watches: readonly Watch[]) => {
    const figures = await watchFigures(
      db.read,
      watches.map(({ id }) => id),
    )
    return watches.map((watch) => presentWatch(watch, figures.get(watch.id)))
  }
  const only = async (watch: Watch) => (await present([watch]))[0]!
  const lookBack = (tx: Tx, { id }: Watch) => later.put(tx, CATCH_UP, { watch: id })
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...route("get", "/api/watches", "Watches by name"),
        request: { query: pageQuery },
        responses: { 200: json(pageOf(WatchView), "A page") },
      }),
      async (c) => {
        const { limit, cursor } = c.req.valid("query")
        const rows = await listWatches(db.read, limit + 1, readCursor(cursor, ["text", "id"]))
        const page = rows.slice(0, limit)
        const last = rows.length > limit ? page.at(-1)! : null
        return c.json({ items: await present(page), next: last && writeCursor([last.name, last.id]) }, 200)
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/api/watches", "Listen for something (agent)"),
        request: body(z.strictObject({ name, query })),
        responses: { 201: json(WatchView, "Listening from now on; the last month is looked through as well") },
      }),
      async (c) => {
        const watch = await db.transact(async (tx) => {
          const added = await addWatch(c.get("actor"), tx, c.req.valid("json"))
          await lookBack(tx, added)
          return added
        })
        return c.json(await only(watch), 201)
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/api/watches/preview", "What a query would have found in the last month, and what is wrong with it (agent)"),
        request: body(z.strictObject({ query })),
        responses: { 200: json(previewView, "As much as could be looked at in time") },
      }),
      async (c) => {
        const actor = c.get("actor")
        requireRole(actor, "agent")
        const { problems, remarks, found } = await previewQuery(db.read, preview, c.req.valid("json").query, actor.timeZone)
        const language = c.get("language")
        const shown = found && {
          ...found,
          days: found.days.map((day) => ({ ...day, from: day.from.toISOString() })),
          looked: { ...found.looked, since: found.looked.since?.toISOString() ?? null },
          examples: (await mentionsByIds(db.read, found.examples)).map(presentMention),
        }
        return c.json({ problems: presentProblems(problems, language), remarks: presentProblems(remarks, language), found: shown }, 200)
      },
    )
    .openapi(createRoute({ ...route("get", "/api/watches/{id}", "A watch"), request: { params }, responses: one }), async (c) =>
      c.json(await only(await accessWatch(db.read, c.req.valid("param").id)), 200),
    )
    .openapi(
      createRoute({
        ...route("patch", "/api/watches/{id}", "Change, pause or resume a watch (agent)"),
        request: { params, ...body(change) },
        responses: one,
      }),
      async (c) => {
        const { state, name, query } = c.req.valid("json")
        const { id } = c.req.valid("param")
        const watch = await db.transact(async (tx) => {
          const change = { ...(name === undefined ? {} : { name }), ...(query === undefined ? {} : { query }) }
          if (state === undefined || Object.keys(change).length > 0) await changeWatch(c.get("actor"), tx, id, change)
          if (state !== undefined) await (state === "paused" ? pauseWatch : resumeWatch)(c.get("actor"), tx, id)
          const turned = await accessWatch(tx, id)
          if (turned.state === "listening" && turned.caught_up < turned.generation) await lookBack(tx, turned)
          return turned
        })
        return c.json(await only(watch), 200)
      },
    )
    .openapi(
      createRoute({
        ...route("delete", "/api/watches/{id}", "End a watch (lead). What was heard stays"),
        request: { params },
        responses: { 204: { description: "Ended" } },
      }),
      async (c) => {
        await db.transact((tx) => removeWatch(c.get("actor"), tx, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        ...route("get", "/api/watches/{id}/revisions", "How its query was written over time, the latest first"),
        request: { params },
        responses: { 200: json(pageOf(revisionView), "All of them") },
      }),
      async (c) => {
        const { id } = await accessWatch(db.read, c.req.valid("param").id)
        const rows = await room(db.read)
          .selectFrom("watch_revisions")
          .selectAll()
          .where("watch_id", "=", id)
          .orderBy("revision", "desc")
          .limit(200)
          .execute()
        const people = rows.flatMap(({ by_actor }) => (by_actor.startsWith("agent:") ? [by_actor.slice("agent:".length)] : []))
        const names = await agentNames(db.read, people)
        const items = rows.map(({ revision, query, by_actor, at }) => ({
          revision,
          query,
          by: { ref: by_actor, name: names.get(by_actor.slice("agent:".length)) ?? null },
          at: at.toISOString(),
        }))
        return c.json({ items, next: null }, 200)
      },
    )
}
