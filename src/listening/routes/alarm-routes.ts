import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import { accessAlarm, judgeAlarm, listAlarms, type ListedAlarm, TRACK_DAYS, tracksOf } from "../alarms/alarms.ts"
import { storiesOf } from "../alarms/stories-of.ts"
import { mentionsByIds } from "../mentions/list-mentions.ts"
import { AlarmDetail, AlarmView, presentAlarm } from "../views/alarm-view.ts"
import { presentMention } from "../views/mention-view.ts"

const tags = ["listening"]
const params = idParam

const list = createRoute({
  method: "get",
  path: "/api/alarms",
  tags,
  summary: "Surges that were called, the latest first",
  request: {
    query: pageQuery.extend({
      watch: z.string().max(100).optional(),
      open: z.enum(["true", "false"]).optional().openapi({ description: "Only those of which nobody has said whether they were right" }),
    }),
  },
  responses: { 200: json(pageOf(AlarmView), "A page") },
})
const one = createRoute({
  method: "get",
  path: "/api/alarms/{id}",
  tags,
  summary: "A surge: since when, how strong, on what, and how often this alarm was right",
  request: { params },
  responses: { 200: json(AlarmDetail, "The alarm") },
})
const judge = createRoute({
  method: "post",
  path: "/api/alarms/{id}/verdict",
  tags,
  summary: "Say whether it was a surge (agent); null takes it back",
  request: {
    params,
    body: {
      required: true,
      ...json(
        z.strictObject({ verdict: z.enum(["right", "wrong"]).nullable(), note: z.string().trim().max(1000).optional() }),
        "What it was",
      ),
    },
  },
  responses: { 200: json(AlarmView, "As it is now") },
})

/** Surges that were called. */
export function alarmRoutes({ db }: { db: Database }) {
  const present = async (rows: readonly ListedAlarm[]) => {
    const tracks = await tracksOf(
      db.read,
      rows.map(({ watch_id }) => watch_id),
    )
    return rows.map((row) => presentAlarm(row, tracks.get(row.watch_id), TRACK_DAYS))
  }
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      const { limit, cursor, watch, open } = c.req.valid("query")
      const filter = { ...(watch ? { watchId: watch } : {}), isOpen: open === "true" }
      const rows = await listAlarms(db.read, filter, limit + 1, readCursor(cursor, ["moment", "id"]))
      const last = rows.length > limit ? rows[limit - 1]! : null
      return c.json({ items: await present(rows.slice(0, limit)), next: last && writeCursor([last.called_at.toISOString(), last.id]) }, 200)
    })
    .openapi(one, async (c) => {
      const row = await accessAlarm(db.read, c.req.valid("param").id)
      const mentions = await mentionsByIds(db.read, row.evidence.mentions)
      const stories = await storiesOf(db.read, row)
      return c.json({ ...(await present([row]))[0]!, stories, mentions: mentions.map(presentMention) }, 200)
    })
    .openapi(judge, async (c) => {
      const { id } = c.req.valid("param")
      const { verdict, note } = c.req.valid("json")
      await db.transact((tx) => judgeAlarm(c.get("actor"), tx, id, verdict, note || null))
      return c.json((await present([await accessAlarm(db.read, id)]))[0]!, 200)
    })
}
