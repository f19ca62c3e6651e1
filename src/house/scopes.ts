import type { MiddlewareHandler } from "hono"
import { type Area, type PeopleEnv, requireScope, type Scope } from "#people"
import { Forbidden } from "#platform"

/**
 * The area of each route, by the first word of its path; null: any token, whatever its scopes. A route whose word isn't here can't be
 * used with a token that has scopes, and fails test/authorisation/scopes.test.ts.
 */
const AREA_OF: Readonly<Record<string, Area | null>> = {
  me: null,
  "sign-in": null,
  "sign-out": null,
  health: null,
  "openapi.json": null,
  // Its parts ask for what each of them needs.
  desk: null,

  cases: "cases",
  views: "cases",
  "saved-views": "cases",
  bulk: "cases",
  promises: "cases",
  suggestions: "cases",
  links: "cases",
  decisions: "cases",
  merges: "cases",
  splits: "cases",
  contradictions: "cases",
  search: "cases",
  tags: "cases",

  conversations: "messages",
  messages: "messages",
  notes: "messages",
  related: "messages",
  outbox: "messages",
  drafts: "messages",
  uploads: "messages",
  notifications: "messages",
  presence: "messages",
  push: "messages",
  templates: "messages",
  writing: "messages",

  contacts: "contacts",
  articles: "knowledge",
  knowledge: "knowledge",

  inboxes: "settings",
  mailboxes: "settings",
  dkim: "settings",
  statuses: "settings",
  fields: "settings",
  calendars: "settings",
  holidays: "settings",
  "deadline-rules": "settings",
  settings: "settings",
  setup: "settings",
  start: "settings",
  company: "settings",

  automation: "automation",
  webhooks: "webhooks",
  agents: "people",
  teams: "people",
  tokens: "people",

  watches: "listening",
  voices: "listening",
  mentions: "listening",
  sources: "listening",
  alarms: "listening",
  "alert-plans": "listening",
  stories: "listening",
  "story-moves": "listening",
  "story-claims": "listening",
  tone: "listening",
  ties: "listening",
  "public-answers": "listening",
  "social-accounts": "settings",
  "open-decisions": "listening",

  imports: "imports",
  exports: "exports",
  figures: "figures",
  satisfaction: "figures",
  audit: "audit",
  feed: "feed",
}

/** What a token with scopes needs for a route: `GET /api/cases/{id}` → `cases:read`. Null: nothing. Undefined: the route is in no area. */
export function scopeOf(method: string, path: string): Scope | null | undefined {
  const word = path.split("/")[2] ?? ""
  const area = Object.hasOwn(AREA_OF, word) ? AREA_OF[word] : undefined
  if (!area) return area
  return `${area}:${method === "GET" || method === "HEAD" ? "read" : "write"}`
}

/** A token with scopes does what they say, and no more. @throws Forbidden naming the scope that is needed */
export const withinScopes: MiddlewareHandler<PeopleEnv> = async (c, next) => {
  const actor = c.get("actor")
  if (actor.scopes) {
    const needed = scopeOf(c.req.method, c.req.path)
    if (needed === undefined) throw new Forbidden("people.token.noScope")
    if (needed) requireScope(actor, needed)
  }
  await next()
}
