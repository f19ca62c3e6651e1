import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { DAY, type Database, idParam, Invalid, json, newRouter } from "#platform"
import { NewsView, VoicesView } from "../views/picture-views.ts"
import { accessWatch } from "../watches/access-watch.ts"
import { newsOf } from "../watches/news.ts"
import { voicesOf } from "../watches/voices.ts"

const MONTH = 30 * DAY
const LONGEST = 400 * DAY
const moment = z.iso.datetime({ offset: true })
const time = { from: moment.optional(), to: moment.optional() }

const voices = createRoute({
  method: "get",
  path: "/api/voices",
  tags: ["listening"],
  summary: "Of the people who spoke of any of these watches, how many spoke of each, with its interval",
  request: {
    query: z.object({
      ...time,
      watches: z
        .string()
        .max(1000)
        .transform((text) => [...new Set(text.split(",").filter(Boolean))])
        .pipe(z.array(z.uuid()).min(1).max(12))
        .openapi({ type: "string", description: "Ids, parted by commas; at most 12" }),
    }),
  },
  responses: { 200: json(VoicesView, "Shares with what they are shares of") },
})
const news = createRoute({
  method: "get",
  path: "/api/watches/{id}/news",
  tags: ["listening"],
  summary: "Words and sites of a time that weren't there in the time before it",
  request: { params: idParam, query: z.object(time) },
  responses: { 200: json(NewsView, "Of the latest 2,000 mentions of each time") },
})

/** What a watch's page tells beside its curve. */
export function pictureRoutes({ db }: { db: Database }) {
  const span = (asked: { from?: string | undefined; to?: string | undefined }) => {
    const to = asked.to ? new Date(asked.to) : db.clock.now()
    const from = asked.from ? new Date(asked.from) : new Date(to.getTime() - MONTH)
    if (from >= to || to.getTime() - from.getTime() > LONGEST) throw new Invalid("listening.counts.span", { days: LONGEST / DAY })
    return { from, to }
  }
  return newRouter<PeopleEnv>()
    .openapi(voices, async (c) => {
      const { watches: ids, ...asked } = c.req.valid("query")
      const { from, to } = span(asked)
      const watches = await Promise.all(ids.map((id) => accessWatch(db.read, id)))
      const found = await voicesOf(db.read, watches, from, to, c.get("actor").timeZone)
      return c.json({ from: from.toISOString(), to: to.toISOString(), ...found }, 200)
    })
    .openapi(news, async (c) => {
      const watch = await accessWatch(db.read, c.req.valid("param").id)
      const { from, to } = span(c.req.valid("query"))
      return c.json(await newsOf(db.read, watch, from, to), 200)
    })
}
