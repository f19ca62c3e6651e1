import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, json, lastSeq, newRouter } from "#platform"

/** What the desk shows before anybody has touched it, each as its own address answers. */
const PARTS = {
  me: "/api/me",
  preferences: "/api/me/preferences",
  views: "/api/views",
  savedViews: "/api/saved-views",
  inboxes: "/api/inboxes?limit=200",
  teams: "/api/teams?limit=200",
  unread: "/api/notifications?unread=true&limit=100",
} as const
/** What makes a list of cases, and its first page. */
const LIST = ["view", "inbox", "team", "tag", "contact", "sort"] as const
const PAGE = 50

const answer = z.record(z.string(), z.unknown()).nullable().openapi({ description: "As its own address answers; null: refused" })
const firstSight = z
  .object({
    seq: z.number().int().openapi({ description: "The last fact before this was read: the feed goes on from here" }),
    me: answer,
    preferences: answer,
    views: answer,
    savedViews: answer,
    inboxes: answer,
    teams: answer,
    unread: answer,
    cases: answer,
  })
  .openapi("FirstSight")

/** All that the desk shows first, in one answer: over a slow line ten questions cost more than what they bring. */
export function firstSightRoute(db: Database, ask: (request: Request, env: object) => Response | Promise<Response>) {
  const route = createRoute({
    method: "get",
    path: "/api/desk",
    tags: ["desk"],
    summary: "What the desk shows first, in one answer",
    request: { query: z.object(Object.fromEntries(LIST.map((name) => [name, z.string().max(200).optional()]))) },
    responses: { 200: json(firstSight, "Each part as its own address answers, for whoever asks") },
  })
  return newRouter<PeopleEnv>().openapi(route, async (c) => {
    const seq = await lastSeq(db.read)
    const part = async (path: string): Promise<Record<string, unknown> | null> => {
      const given = await ask(new Request(new URL(path, c.req.url), { headers: c.req.raw.headers }), c.env as object)
      return given.ok ? ((await given.json()) as Record<string, unknown>) : null
    }
    const list = new URLSearchParams({ limit: String(PAGE) })
    for (const name of LIST) if (c.req.query(name)) list.set(name, c.req.query(name)!)
    const [me, preferences, views, savedViews, inboxes, teams, unread, cases] = await Promise.all([
      part(PARTS.me),
      part(PARTS.preferences),
      part(PARTS.views),
      part(PARTS.savedViews),
      part(PARTS.inboxes),
      part(PARTS.teams),
      part(PARTS.unread),
      part(`/api/cases?${list}`),
    ])
    return c.json({ seq, me, preferences, views, savedViews, inboxes, teams, unread, cases }, 200)
  })
}

/** Where a page of the desk will ask for what it shows first, so that the browser can ask while it reads the page; null: it shows no list. */
export function firstSightOf(path: string, search: string): string | null {
  if (path === "/") return "/api/desk?view=mine"
  return /^\/cases(\/|$)/.test(path) ? `/api/desk${search}` : null
}
