import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { DAY, idParam, Invalid, json, newRouter, pageOf, readCursor, writeCursor } from "#platform"
import { accessStory, storyOf } from "../gathering/access-story.ts"
import type { Hearing } from "../hearing/take-in.ts"
import { givenMention, heardOf } from "../mentions/given.ts"
import { accessMention, listMentions, type MentionFilter } from "../mentions/list-mentions.ts"
import { bucketOf } from "../mentions/keep-matches.ts"
import { sameKeyOtherWords } from "../mentions/former-keys.ts"
import { type GivenKept, takeGiven } from "../mentions/take-given.ts"
import { versionsOf, watchesOf } from "../mentions/versions.ts"
import { MentionDetail, MentionView, presentMention } from "../views/mention-view.ts"
import { SURGE } from "../surges/settings.ts"
import { accessWatch } from "../watches/access-watch.ts"
import { filterOf, filters, moment } from "./mention-filters.ts"
import { countWatch, type Step, STEPS } from "../watches/watch-counts.ts"

const tags = ["listening"]
const params = idParam
const label = z.string().trim().min(1).max(100)

const list = createRoute({
  method: "get",
  path: "/api/mentions",
  tags,
  summary: "What was heard, the latest first",
  request: { query: filters },
  responses: { 200: json(pageOf(MentionView), "A page") },
})
const ofWatch = createRoute({
  method: "get",
  path: "/api/watches/{id}/mentions",
  tags,
  summary: "What a watch heard, the latest said first",
  request: { params, query: filters },
  responses: { 200: json(pageOf(MentionView), "A page") },
})
const counts = createRoute({
  method: "get",
  path: "/api/watches/{id}/counts",
  tags,
  summary: "How much a watch heard over time: posts, distinct people, and where something was not read",
  request: { params, query: z.object({ from: moment.optional(), to: moment.optional(), step: z.enum(STEPS).default("hour") }) },
  responses: {
    200: json(
      z
        .object({
          from: z.iso.datetime(),
          to: z.iso.datetime(),
          step: z.enum(STEPS),
          posts: z.number().int(),
          people: z.number().int().openapi({ description: "Distinct over the whole time: not the sum of its parts" }),
          sources: z.number().int().openapi({ description: "That were listened to, also those that brought nothing" }),
          changedAt: z.iso
            .datetime()
            .nullable()
            .openapi({ description: "Since when the query is what it is, where it was another before: what came earlier was judged anew" }),
          items: z.array(
            z.object({
              at: z.iso.datetime(),
              posts: z.number().int(),
              people: z.number().int(),
              complete: z.boolean().openapi({
                description: "False where a source was not read, or nobody listened to one that keeps only what is listened for",
              }),
            }),
          ),
          changes: z
            .array(z.object({ at: z.iso.datetime(), sourceId: z.string(), name: z.string(), what: z.enum(["began", "ended"]) }))
            .openapi({ description: "When the set of sources changed: before and after can't be compared" }),
          listened: z
            .array(z.object({ from: z.iso.datetime(), to: z.iso.datetime().nullable() }))
            .openapi({ description: "When this watch listened: of other times, places that keep only what is listened for have nothing" }),
        })
        .openapi("WatchCounts"),
      "By when it was said",
    ),
  },
})
const one = createRoute({
  method: "get",
  path: "/api/mentions/{id}",
  tags,
  summary: "A mention with its earlier versions and the watches that heard it",
  request: { params },
  responses: { 200: json(MentionDetail, "The mention") },
})
const told = z.object({
  sourceId: z.string(),
  added: z.number().int(),
  changed: z.number().int(),
  known: z.number().int().openapi({ description: "Kept before, and the same" }),
  gone: z.number().int(),
})
const give = createRoute({
  method: "post",
  path: "/api/mentions",
  tags,
  summary: "Tell up to 500 mentions, and which are gone (agent). Told again, nothing changes",
  request: {
    body: {
      required: true,
      ...json(
        z.strictObject({
          source: label.default("API").openapi({ description: "Where it is from; each name is a source of its own" }),
          place: label.optional().openapi({ description: "What `source:` means in queries: press, reviews, forum" }),
          mentions: z.array(givenMention).max(500).default([]),
          gone: z.array(z.string().min(1).max(2000)).max(500).default([]).openapi({
            description:
              "Keys of what was deleted where it stood; of what was told without one, its address, where no other without one stands there",
          }),
        }),
        "What was said",
      ),
    },
  },
  responses: { 200: json(told.extend({ items: z.array(z.object({ key: z.string(), id: z.string() })) }), "What was kept") },
})
/** What was heard, and what programs tell. */
export function mentionRoutes({ hearing }: { hearing: Hearing }) {
  const { db } = hearing
  const page = async (filter: MentionFilter, limit: number, cursor: string | undefined) => {
    const place = readCursor(cursor, ["moment", "id"])
    const rows = await listMentions(db.read, filter, limit + 1, place)
    const last = rows.length > limit ? rows[limit - 1]! : null
    return { items: rows.slice(0, limit).map(presentMention), next: last && writeCursor([last.said_at.toISOString(), last.id]) }
  }
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      const { limit, cursor, ...rest } = c.req.valid("query")
      return c.json(await page(filterOf(rest), limit, cursor), 200)
    })
    .openapi(ofWatch, async (c) => {
      const { id } = await accessWatch(db.read, c.req.valid("param").id)
      const { limit, cursor, ...rest } = c.req.valid("query")
      return c.json(await page({ ...filterOf(rest), watchId: id }, limit, cursor), 200)
    })
    .openapi(counts, async (c) => {
      const { id } = await accessWatch(db.read, c.req.valid("param").id)
      const { step, ...asked } = c.req.valid("query")
      const to = asked.to ? new Date(asked.to) : new Date(bucketOf(db.clock.now()).getTime() + SURGE.interval)
      const from = asked.from ? new Date(asked.from) : new Date(to.getTime() - USUALLY[step])
      if (from >= to || to.getTime() - from.getTime() > LONGEST[step])
        throw new Invalid("listening.counts.span", { days: LONGEST[step] / DAY })
      const { items, changes, changedAt, listened, sources, ...sums } = await countWatch(
        db.read,
        id,
        from,
        to,
        step,
        c.get("actor").timeZone,
      )
      const shown = items.map((item) => ({ ...item, at: item.at.toISOString() }))
      const changed = changes.map((change) => ({ ...change, at: change.at.toISOString() }))
      const span = { from: from.toISOString(), to: to.toISOString(), step }
      const heardIn = listened.map((one) => ({ from: one.from.toISOString(), to: one.to?.toISOString() ?? null }))
      const parts = { items: shown, changes: changed, listened: heardIn }
      return c.json({ ...span, ...sums, sources: sources.length, changedAt: changedAt?.toISOString() ?? null, ...parts }, 200)
    })
    .openapi(give, async (c) => {
      const { source, place, mentions, gone } = c.req.valid("json")
      const heard = mentions.map(heardOf)
      const strange = sameKeyOtherWords(heard)
      const fields = heard.flatMap((one, n) =>
        strange.has(one) ? [{ path: `mentions.${n}.key`, key: "listening.mention.sameKey", values: { id: one.key.slice(0, 100) } }] : [],
      )
      if (fields.length > 0) throw new Invalid("request.invalid", {}, fields)
      const kept = await takeGiven(hearing, c.get("actor"), { kind: "api", name: source, place: place ?? null }, heard, gone)
      return c.json({ ...sumsOf(kept), items: kept.items }, 200)
    })
    .openapi(one, async (c) => {
      const row = await accessMention(db.read, c.req.valid("param").id)
      const [versions, watches, storyId] = [
        await versionsOf(db.read, row.id),
        await watchesOf(db.read, row.id),
        await storyOf(db.read, row.id),
      ]
      const told = storyId === null ? null : await accessStory(db.read, storyId)
      const story = told && { id: told.id, title: told.title, mentions: told.mentions }
      const oursAt = row.ours_at?.toISOString() ?? null
      return c.json({ ...presentMention(row), oursAt, versions, watches, storyId, story }, 200)
    })
}

const USUALLY: Readonly<Record<Step, number>> = { "5m": DAY, hour: 7 * DAY, day: 31 * DAY }
const LONGEST: Readonly<Record<Step, number>> = { "5m": 8 * DAY, hour: 92 * DAY, day: 1100 * DAY }

function sumsOf({ source, added, changed, gone, told: given }: GivenKept) {
  return { sourceId: source, added, changed, known: given - added - changed, gone }
}
