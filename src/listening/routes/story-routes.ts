import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter, pageOf, pageQuery, readCursor, writeCursor } from "#platform"
import { accessStory } from "../gathering/access-story.ts"
import type { Gatherer } from "../gathering/gatherer.ts"
import { listStories, mentionsOfStory } from "../gathering/list-stories.ts"
import { mergeStories, moveMentions, nameStory, splitStory, undoMove } from "../gathering/person-moves.ts"
import { storyDetail } from "../gathering/story-detail.ts"
import { figuresOf } from "../gathering/story-figures.ts"
import { MoveView, PlacedView, presentMove, presentPlaced, presentStory, StoryDetail, StoryView } from "../views/story-view.ts"
import { accessWatch } from "../watches/access-watch.ts"

const tags = ["listening"]
const params = idParam
const moment = z.iso.datetime({ offset: true })

const list = createRoute({
  method: "get",
  path: "/api/stories",
  tags,
  summary: "Stories, those of which somebody spoke last first",
  request: {
    query: pageQuery.extend({
      watch: z.string().optional().openapi({ description: "Only those of which this watch heard something" }),
      from: moment.optional(),
      to: moment.optional(),
      least: z.coerce.number().int().min(1).max(10_000).default(2).openapi({ description: "So many mentions at least" }),
      words: z.string().trim().min(1).max(200).optional().openapi({ description: "Stand so in one of its headlines" }),
    }),
  },
  responses: { 200: json(pageOf(StoryView), "A page") },
})
const one = createRoute({
  method: "get",
  path: "/api/stories/{id}",
  tags,
  summary: "A story: every headline it was seen under, the trail of its sources, its claims",
  request: { params },
  responses: { 200: json(StoryDetail, "The story; where it became part of another, that one") },
})
const mentions = createRoute({
  method: "get",
  path: "/api/stories/{id}/mentions",
  tags,
  summary: "What is of a story, the latest said first, and why it is",
  request: { params, query: pageQuery },
  responses: { 200: json(pageOf(PlacedView), "A page") },
})
const name = createRoute({
  method: "patch",
  path: "/api/stories/{id}",
  tags,
  summary: "Give a story a title (agent)",
  request: { params, body: { required: true, ...json(z.strictObject({ title: z.string().trim().min(1).max(300) }), "The title") } },
  responses: { 200: json(StoryDetail, "The story") },
})
const merge = createRoute({
  method: "post",
  path: "/api/stories/{id}/merge",
  tags,
  summary: "Bring a story into another: they are one (agent)",
  request: { params, body: { required: true, ...json(z.strictObject({ into: z.string() }), "Which") } },
  responses: { 200: json(MoveView, "What was moved; it can be undone") },
})
const split = createRoute({
  method: "post",
  path: "/api/stories/{id}/split",
  tags,
  summary: "Take mentions out of a story into one of their own (agent)",
  request: { params, body: { required: true, ...json(z.strictObject({ mentions: z.array(z.string()).min(1).max(500) }), "Which") } },
  responses: { 200: json(MoveView, "What was moved; it can be undone") },
})
const move = createRoute({
  method: "post",
  path: "/api/stories/{id}/move",
  tags,
  summary: "Take mentions out of a story into another that is there (agent)",
  request: {
    params,
    body: {
      required: true,
      ...json(z.strictObject({ mentions: z.array(z.string()).min(1).max(500), into: z.string() }), "Which, and where"),
    },
  },
  responses: { 200: json(MoveView, "What was moved; it can be undone") },
})
const undo = createRoute({
  method: "post",
  path: "/api/story-moves/{id}/undo",
  tags,
  summary: "Take back a merge, a split or a move (agent)",
  request: { params },
  responses: { 200: json(MoveView, "The move, undone") },
})

/** What was said of the same, and bringing together and taking apart by hand. */
export function storyRoutes({ db, gatherer }: { db: Database; gatherer: Gatherer }) {
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      const { limit, cursor, watch, from, to, least, words } = c.req.valid("query")
      const place = readCursor(cursor, ["moment", "id"])
      const filter = {
        least,
        ...(watch ? { watchId: (await accessWatch(db.read, watch)).id } : {}),
        ...(from ? { from: new Date(from) } : {}),
        ...(to ? { to: new Date(to) } : {}),
        ...(words ? { words } : {}),
      }
      const rows = await listStories(db.read, filter, limit + 1, place)
      const page = rows.slice(0, limit)
      const last = rows.length > limit ? page.at(-1)! : null
      const figures = await figuresOf(
        db.read,
        page.map(({ id }) => id),
      )
      const items = page.map((story) => presentStory(story, figures.get(story.id)))
      return c.json({ items, next: last && writeCursor([last.last_said_at.toISOString(), last.id]) }, 200)
    })
    .openapi(one, async (c) => {
      const story = await accessStory(db.read, c.req.valid("param").id)
      return c.json(await storyDetail(db.read, story), 200)
    })
    .openapi(mentions, async (c) => {
      const { limit, cursor } = c.req.valid("query")
      const { id } = await accessStory(db.read, c.req.valid("param").id)
      const rows = await mentionsOfStory(db.read, id, limit + 1, readCursor(cursor, ["moment", "id"]))
      const page = rows.slice(0, limit)
      const last = rows.length > limit ? page.at(-1)!.mention : null
      return c.json({ items: page.map(presentPlaced), next: last && writeCursor([last.said_at.toISOString(), last.id]) }, 200)
    })
    .openapi(name, async (c) => {
      const { id } = c.req.valid("param")
      const story = await db.transact((tx) => nameStory(c.get("actor"), tx, id, c.req.valid("json").title))
      return c.json(await storyDetail(db.read, story), 200)
    })
    .openapi(merge, async (c) => {
      const { id } = c.req.valid("param")
      const move = await db.transact((tx) => mergeStories(c.get("actor"), tx, id, c.req.valid("json").into))
      gatherer.forget()
      return c.json(presentMove(move), 200)
    })
    .openapi(split, async (c) => {
      const { id } = c.req.valid("param")
      const move = await db.transact((tx) => splitStory(c.get("actor"), tx, id, c.req.valid("json").mentions))
      gatherer.forget()
      return c.json(presentMove(move), 200)
    })
    .openapi(move, async (c) => {
      const { mentions, into } = c.req.valid("json")
      const moved = await db.transact((tx) => moveMentions(c.get("actor"), tx, c.req.valid("param").id, mentions, into))
      gatherer.forget()
      return c.json(presentMove(moved), 200)
    })
    .openapi(undo, async (c) => {
      const move = await db.transact((tx) => undoMove(c.get("actor"), tx, c.req.valid("param").id))
      gatherer.forget()
      return c.json(presentMove(move), 200)
    })
}
