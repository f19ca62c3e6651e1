import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import { accessAlarm, type AlarmFilter, judgeAlarm, listAlarms } from "../alarms/alarms.ts"
import { casesOfAlarm, presentAlarms } from "../alarms/present-alarms.ts"
import { storiesOf } from "../alarms/stories-of.ts"
import { mentionsByIds } from "../mentions/list-mentions.ts"
import { AlarmDetail, AlarmView } from "../views/alarm-view.ts"
import { presentMention } from "../views/mention-view.ts"

const tags = ["listening"]
const params = idParam
const one = z.string().max(100).optional()

const list = createRoute({
  method: "get",
  path: "/api/alarms",
  tags,
  summary: "Surges that were called, the latest first",
  request: {
    query: pageQuery.extend({
      watch: one,
      inbox: one,
      topic: one.openapi({ description: "A tag" }),
      open: z.enum(["true", "false"]).optional().openapi({ description: "Only those of which nobody has said whether they were right" }),
    }),
  },
  responses: { 200: json(pageOf(AlarmView), "A page") },
})
const detail = createRoute({
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
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      const { limit, cursor, open, ...of } = c.req.valid("query")
      const filter = { ...subjectOf(of), isOpen: open === "true" }
      const rows = await listAlarms(c.get("actor"), db.read, filter, limit + 1, readCursor(cursor, ["moment", "id"]))
      const last = rows.length > limit ? rows[limit - 1]! : null
      const items = await presentAlarms(c.get("actor"), db.read, rows.slice(0, limit))
      return c.json({ items, next: last && writeCursor([last.called_at.toISOString(), last.id]) }, 200)
    })
    .openapi(detail, async (c) => {
      const actor = c.get("actor")
      const row = await accessAlarm(actor, db.read, c.req.valid("param").id)
      const [view] = await presentAlarms(actor, db.read, [row])
      const mentions = await mentionsByIds(db.read, row.evidence.mentions)
      const cases = await casesOfAlarm(actor, db.read, row)
      return c.json({ ...view!, stories: await storiesOf(db.read, row), mentions: mentions.map(presentMention), cases }, 200)
    })
    .openapi(judge, async (c) => {
      const { id } = c.req.valid("param")
      const { verdict, note } = c.req.valid("json")
      const actor = c.get("actor")
      await db.transact((tx) => judgeAlarm(actor, tx, id, verdict, note || null))
      const [view] = await presentAlarms(actor, db.read, [await accessAlarm(actor, db.read, id)])
      return c.json(view!, 200)
    })
}

function subjectOf({
  watch,
  inbox,
  topic,
}: {
  watch?: string | undefined
  inbox?: string | undefined
  topic?: string | undefined
}): AlarmFilter {
  if (watch !== undefined) return { of: { watch } }
  if (inbox !== undefined) return { of: { inbox } }
  return topic === undefined ? {} : { of: { topic } }
}
