import { createHash } from "node:crypto"
import { z } from "@hono/zod-openapi"
import { decodeBytes } from "#markup"
import { HOUR, MINUTE, SECOND } from "#platform"
import { answerTrouble } from "../answer-trouble.ts"
import { articlesThere } from "../article-there.ts"
import type { SourceGround } from "../source-ground.ts"
import { defineSource, type Heard, type Reading, type SourceNow, SourceTrouble } from "../source.ts"
import { askAllowed } from "./ask-allowed.ts"
import { comparePages, linesOf, type PageChange } from "./compare-pages.ts"
import { sayingOf, shapeOf } from "./numbers.ts"
import { pageWords } from "./page-words.ts"
import { afterLook, isRestless, type Restless } from "./restless.ts"
import { judgeRules, rulesOf } from "./robots.ts"

const settings = z.strictObject({
  url: z.url({ protocol: /^https?$/, message: "listening.source.badUrl" }).max(2_000),
  /** Minutes between two looks. */
  every: z.int().min(15).max(1_440).default(60),
})

const cursorShape = z.object({
  etag: z.string().nullable(),
  modified: z.string().nullable(),
  robots: z.object({ text: z.string(), at: z.string() }).nullable(),
  /** What the page said the last time; null before the first. */
  lines: z.array(z.string()).nullable(),
  restless: z.record(z.string(), z.number()).default({}),
})

const LARGEST = 3_000_000
const MOST_LINES = 3_000
const LONGEST_TEXT = 20_000

/** Looks at a page and tells what it says that it didn't before. */
async function read(ground: SourceGround, { settings: told, cursor }: SourceNow<z.infer<typeof settings>, never>): Promise<Reading> {
  const before = cursorShape.safeParse(cursor).data ?? { etag: null, modified: null, robots: null, lines: null, restless: {} }
  const robots = await rulesOf(ground, told.url, before.robots)
  const { isAllowed, delay } = judgeRules(robots, told.url)
  if (!isAllowed) throw new SourceTrouble("unreadable", { remark: { key: "listening.remark.robots" } })
  const headers = {
    accept: "text/html, application/xhtml+xml, text/plain;q=0.8",
    "user-agent": ground.agent,
    ...(before.etag ? { "if-none-match": before.etag } : {}),
    ...(before.modified ? { "if-modified-since": before.modified } : {}),
  }
  const rulesFor = async (url: string) => (new URL(url).origin === new URL(told.url).origin ? robots : rulesOf(ground, url, null))
  const answer = await askAllowed(ground, told.url, { headers, maxBytes: LARGEST }, rulesFor)
  const now = ground.clock.now()
  const trouble = answerTrouble(answer, now)
  if (trouble) throw trouble
  const next = new Date(now.getTime() + Math.max(told.every * MINUTE, Math.min(delay * SECOND, 24 * HOUR)))
  const rest = { gone: [], from: before.lines === null ? now : null, through: now, next, more: false, remark: null }
  if (answer.status === 304) return { ...rest, heard: [], cursor: { ...before, robots } }
  const type = answer.headers.get("content-type") ?? ""
  if (!/^(?:text\/|application\/xhtml)/i.test(type || "text/html"))
    throw new SourceTrouble("unreadable", { remark: { key: "listening.remark.notAPage" } })
  const { text: html } = decodeBytes(answer.body, /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? declared(answer.body))
  const words = pageWords(html)
  const lines = linesOf(words.text).slice(0, MOST_LINES)
  const { change, restless } = changeOf(before.lines ?? [], lines, before.lines === null ? {} : before.restless)
  const heard = toldOf(told.url, words, change, before.lines, now)
  return {
    ...rest,
    heard: heard ? [heard] : [],
    cursor: { etag: answer.headers.get("etag"), modified: answer.headers.get("last-modified"), robots, lines, restless },
  }
}

const declared = (body: Buffer): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(body.toString("latin1", 0, 2_000))?.[1] ?? null

/** What changed, but for what goes on by itself, and which lines do so as far as is known by now. */
function changeOf(before: readonly string[], lines: readonly string[], known: Restless): { change: PageChange; restless: Restless } {
  const restless = afterLook(known, comparePages(before, lines, sayingOf))
  const change = comparePages(before, lines, (line) => (isRestless(known, line) ? shapeOf(line) : sayingOf(line)))
  return { change, restless }
}

/**
 * What is new on the page, then what is gone from it, line by line; null where nothing changed. A page that says again what it once said
 * says it anew: each change is one of its own. The whole page at a first look is one, however often it is looked at anew.
 */
function toldOf(
  url: string,
  { title, language }: { title: string | null; language: string | null },
  { added, removed }: PageChange,
  before: readonly string[] | null,
  now: Date,
): Heard | null {
  if (added.length + removed.length === 0) return null
  const text = [...added, ...removed.map((line) => `− ${line}`)].join("\n").slice(0, LONGEST_TEXT)
  const named = before === null ? text : `${now.toISOString()}\n${text}`
  const key = createHash("sha256").update(named).digest("base64url").slice(0, 22)
  const said = { author: null, country: null, rating: null, repostOf: null, replyTo: null, media: [] }
  return { ...said, key, kind: "page", url, site: null, title, text, language, publishedAt: now }
}

/** Any page that may be read by programs, watched for what changes on it. */
export const page = defineSource({
  kind: "page",
  place: "web",
  readable: "freely",
  keeps: "all",
  settings,
  nameOf: ({ url }) => `${new URL(url).hostname}${new URL(url).pathname}`.replace(/\/$/, ""),
  read,
  stillThere: (ground, _source, kept) => articlesThere(ground, kept),
})
