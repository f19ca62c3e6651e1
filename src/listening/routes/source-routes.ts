import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import { say } from "#words"
import { monthOf, spentIn } from "../hearing/source-spending.ts"
import type { SourceReaders } from "../hearing/source-readers.ts"
import { accessSource, listSources } from "../sources/access-source.ts"
import { coverageOf } from "../sources/coverage.ts"
import { addSource, askNow, changeSource, pauseSource, removeSource, resumeSource, type SourceDeps } from "../sources/define-source.ts"
import type { SourceGround } from "../sources/source-ground.ts"
import { HEARD_KINDS, TROUBLES } from "../sources/source.ts"
import { trySource } from "../sources/try-source.ts"
import { heardToday } from "../sources/heard-today.ts"
import { listEvents } from "../sources/list-events.ts"
import type { Source } from "../tables.ts"
import { KindsView, presentKinds } from "../views/kinds-view.ts"
import { presentEvent, presentSource, SourceEventView, SourceView } from "../views/source-view.ts"
import { pushUrlOf } from "./push-routes.ts"
import { route } from "./route.ts"

export interface SourceRoutesNeed extends SourceDeps {
  db: Database
  readers: SourceReaders
  groundOf: (sourceId: string | null) => SourceGround
  /** Where the outside reaches us. */
  url: URL
}

const params = idParam
const moment = z.iso.datetime()
const label = z.string().trim().min(1).max(200)
const settings = z.record(z.string(), z.unknown())
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { required: true, ...json(schema, "What it shall be") } })
const given = z.strictObject({
  kind: z.string().max(50),
  settings,
  secret: settings.nullable().optional().openapi({ description: "Sealed, and never shown again" }),
  name: label.optional(),
  place: label.optional(),
})
const trialView = z.object({
  name: z.string(),
  trouble: z.object({ code: z.enum(TROUBLES), detail: z.string() }).nullable(),
  remark: z.string().nullable().openapi({ description: "What a look would bring, where it isn't looked because that would cost" }),
  heard: z.number().int(),
  examples: z.array(
    z.object({
      kind: z.enum(HEARD_KINDS),
      title: z.string().nullable(),
      text: z.string(),
      url: z.string().nullable(),
      publishedAt: moment.nullable(),
    }),
  ),
})

/** Where is listened: reading everyone, changing leads. */
export function sourceRoutes({ db, readers, groundOf, url, ...deps }: SourceRoutesNeed) {
  const present = async (rows: readonly Source[], language: "en" | "fr") => {
    const ids = rows.map(({ id }) => id)
    const [today, spent] = [await heardToday(db.read, ids), await spentIn(db.read, monthOf(db.clock.now()), ids)]
    return rows.map((row) => {
      const { id } = row
      const seen = { mentions: today.get(id) ?? 0, spent: spent.get(id) ?? null, now: db.clock.now(), pushUrl: pushUrlOf(url, id) }
      return presentSource(row, deps.kinds, seen, language)
    })
  }
  const only = async (row: Source, language: "en" | "fr") => (await present([row], language))[0]!
  const one = { 200: json(SourceView, "As it is now") }
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({ ...route("get", "/api/sources", "Sources by name"), responses: { 200: json(pageOf(SourceView), "All of them") } }),
      async (c) => c.json({ items: await present(await listSources(db.read), c.get("language")), next: null }, 200),
    )
    .openapi(
      createRoute({
        ...route("get", "/api/sources/kinds", "What can be heard, and what can't and why"),
        responses: { 200: json(KindsView, "All of them") },
      }),
      (c) => c.json(presentKinds(deps.kinds, c.get("language")), 200),
    )
    .openapi(
      createRoute({
        ...route("post", "/api/sources", "Add a source (lead)"),
        request: body(given),
        responses: { 201: json(SourceView, "Read from now on") },
      }),
      async (c) => {
        const { secret, name, place, ...rest } = c.req.valid("json")
        const more = { ...(secret === undefined ? {} : { secret }), ...(name ? { name } : {}), ...(place ? { place } : {}) }
        const source = await db.transact((tx) => addSource(c.get("actor"), tx, deps, { ...rest, ...more }))
        await readers.changed(source.id)
        return c.json(await only(source, c.get("language")), 201)
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/api/sources/try", "Read a place once, without keeping it (lead)"),
        request: body(given),
        responses: { 200: json(trialView, "What came of it") },
      }),
      async (c) => {
        const { secret, name, place: _, ...rest } = c.req.valid("json")
        const asked = { ...rest, ...(secret === undefined ? {} : { secret }), ...(name ? { name } : {}) }
        const { trouble, remark, heard, name: named } = await trySource(c.get("actor"), deps.kinds, groundOf(null), asked)
        const said = trouble && (trouble.remark ?? { key: `listening.trouble.${trouble.code}` })
        const examples = heard.slice(0, 5).map(({ kind, title, text, url, publishedAt }) => ({
          kind,
          title,
          text: text.slice(0, 500),
          url,
          publishedAt: publishedAt?.toISOString() ?? null,
        }))
        const shown = trouble && said ? { code: trouble.code, detail: say(c.get("language"), said.key, said.values ?? {}) } : null
        const more = remark && say(c.get("language"), remark.key, remark.values ?? {})
        return c.json({ name: named, trouble: shown, remark: more, heard: heard.length, examples }, 200)
      },
    )
    .openapi(createRoute({ ...route("get", "/api/sources/{id}", "A source"), request: { params }, responses: one }), async (c) =>
      c.json(await only(await accessSource(db.read, c.req.valid("param").id), c.get("language")), 200),
    )
    .openapi(
      createRoute({
        ...route("patch", "/api/sources/{id}", "Change, pause or resume a source (lead)"),
        request: {
          params,
          ...body(
            z.strictObject({
              settings: settings.optional(),
              secret: settings.nullable().optional(),
              name: label.optional(),
              place: label.optional(),
              state: z.enum(["reading", "paused"]).optional(),
            }),
          ),
        },
        responses: one,
      }),
      async (c) => {
        const { state, settings, secret, name, place } = c.req.valid("json")
        const { id } = c.req.valid("param")
        const actor = c.get("actor")
        const change = {
          ...(settings ? { settings } : {}),
          ...(secret === undefined ? {} : { secret }),
          ...(name ? { name } : {}),
          ...(place ? { place } : {}),
        }
        const source = await db.transact(async (tx) => {
          const changed = Object.keys(change).length > 0 || state === undefined ? await changeSource(actor, tx, deps, id, change) : null
          if (state === "paused") return pauseSource(actor, tx, id)
          return state === "reading" ? resumeSource(actor, tx, deps, id) : changed!
        })
        await readers.changed(id)
        return c.json(await only(source, c.get("language")), 200)
      },
    )
    .openapi(
      createRoute({
        ...route("delete", "/api/sources/{id}", "Remove a source (lead). What it brought stays"),
        request: { params },
        responses: { 204: { description: "Removed" } },
      }),
      async (c) => {
        const { id } = c.req.valid("param")
        await db.transact((tx) => removeSource(c.get("actor"), tx, id))
        await readers.removed(id)
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/api/sources/{id}/read", "Ask now, whatever the pause (lead)"),
        request: { params },
        responses: { 202: json(SourceView, "It is about to be asked") },
      }),
      async (c) => {
        const source = await db.transact((tx) => askNow(c.get("actor"), tx, deps, c.req.valid("param").id))
        await readers.wake()
        return c.json(await only(source, c.get("language")), 202)
      },
    )
    .openapi(
      createRoute({
        ...route("get", "/api/sources/{id}/events", "What happened to a source, the latest first"),
        request: { params, query: pageQuery },
        responses: { 200: json(pageOf(SourceEventView), "A page") },
      }),
      async (c) => {
        const { id } = await accessSource(db.read, c.req.valid("param").id)
        const { limit, cursor } = c.req.valid("query")
        const rows = await listEvents(db.read, id, limit + 1, readCursor(cursor, ["id"])?.[0] ?? null)
        const items = rows.slice(0, limit).map((row) => presentEvent(row, c.get("language")))
        return c.json({ items, next: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null }, 200)
      },
    )
    .openapi(
      createRoute({
        ...route("get", "/api/sources/{id}/coverage", "From when to when a source really was read"),
        request: {
          params,
          query: z.object({ from: z.iso.datetime({ offset: true }).optional(), to: z.iso.datetime({ offset: true }).optional() }),
        },
        responses: { 200: json(pageOf(z.object({ from: moment, to: moment })), "Stretches, the earliest first") },
      }),
      async (c) => {
        const { id } = await accessSource(db.read, c.req.valid("param").id)
        const { from, to } = c.req.valid("query")
        const rows = await coverageOf(db.read, [id], from ? new Date(from) : new Date(0), to ? new Date(to) : db.clock.now())
        return c.json(
          { items: rows.map(({ from_at, to_at }) => ({ from: from_at.toISOString(), to: to_at.toISOString() })), next: null },
          200,
        )
      },
    )
}
