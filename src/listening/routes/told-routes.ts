import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { DAY, type Database, idParam, Invalid, json, newRouter } from "#platform"
import { accessMention } from "../mentions/list-mentions.ts"
import { spreadOf } from "../mentions/spread.ts"
import {
  CoverageBySource,
  presentCovered,
  presentSpeakers,
  presentSpread,
  presentTold,
  SpeakersView,
  SpreadView,
  ToldView,
} from "../views/told-views.ts"
import { accessWatch } from "../watches/access-watch.ts"
import { coverageBySource } from "../watches/source-coverage.ts"
import { speakersOf } from "../watches/speakers.ts"
import { toldOverTime } from "../watches/told-over-time.ts"
import { STEPS } from "../watches/watch-counts.ts"

const tags = ["listening"]
const params = idParam
const LONGEST = 400 * DAY
const moment = z.iso.datetime({ offset: true })
const time = z.object({ from: moment.optional(), to: moment.optional() })

const told = createRoute({
  method: "get",
  path: "/api/watches/{id}/told",
  tags,
  summary: "Of how many stories a watch heard, and in what tone, over time: shares of people with their intervals",
  request: { params, query: time.extend({ step: z.enum(STEPS).default("day") }) },
  responses: { 200: json(ToldView, "By when it was said; the last month, unless asked") },
})
const speakers = createRoute({
  method: "get",
  path: "/api/watches/{id}/speakers",
  tags,
  summary: "Who spoke of what a watch listens for, where, in which languages, and how much repeats somebody else",
  request: { params, query: time },
  responses: { 200: json(SpeakersView, "The last month, unless asked") },
})
const coverage = createRoute({
  method: "get",
  path: "/api/watches/{id}/coverage",
  tags,
  summary: "The sources of a watch: what each brought, when it wasn’t read, when it began or ended",
  request: { params, query: time },
  responses: { 200: json(CoverageBySource, "Those first that brought most") },
})
const spread = createRoute({
  method: "get",
  path: "/api/mentions/{id}/spread",
  tags,
  summary: "What else the author of a mention said, and who repeats it",
  request: { params },
  responses: { 200: json(SpreadView, "As far as it was heard") },
})

/** What a watch's and a mention's page tell beside the words. */
export function toldRoutes({ db }: { db: Database }) {
  const spanOf = (asked: z.infer<typeof time>) => {
    const to = asked.to ? new Date(asked.to) : db.clock.now()
    const from = asked.from ? new Date(asked.from) : new Date(to.getTime() - 30 * DAY)
    if (from >= to || to.getTime() - from.getTime() > LONGEST) throw new Invalid("listening.counts.span", { days: LONGEST / DAY })
    return { from, to }
  }
  const shown = ({ from, to }: { from: Date; to: Date }) => ({ from: from.toISOString(), to: to.toISOString() })
  return newRouter<PeopleEnv>()
    .openapi(told, async (c) => {
      const { id } = await accessWatch(db.read, c.req.valid("param").id)
      const { step, ...asked } = c.req.valid("query")
      const span = spanOf(asked)
      const found = await toldOverTime(db.read, id, span.from, span.to, step, c.get("actor").timeZone)
      return c.json({ ...shown(span), step, ...presentTold(found) }, 200)
    })
    .openapi(speakers, async (c) => {
      const { id } = await accessWatch(db.read, c.req.valid("param").id)
      const span = spanOf(c.req.valid("query"))
      return c.json({ ...shown(span), ...presentSpeakers(await speakersOf(db.read, id, span.from, span.to)) }, 200)
    })
    .openapi(coverage, async (c) => {
      const { id } = await accessWatch(db.read, c.req.valid("param").id)
      const span = spanOf(c.req.valid("query"))
      const items = (await coverageBySource(db.read, id, span.from, span.to)).map(presentCovered)
      return c.json({ ...shown(span), items, next: null }, 200)
    })
    .openapi(spread, async (c) =>
      c.json(presentSpread(await spreadOf(db.read, await accessMention(db.read, c.req.valid("param").id))), 200),
    )
}
