import { readFeedAside } from "../../feeds/read-aside.ts"
import { newAmong } from "../new-among.ts"
import type { SourceGround } from "../source-ground.ts"
import type { PushAnswer, PushRequest, Reading, SourceNow } from "../source.ts"
import { type FeedCursor, feedCursor } from "./cursor.ts"
import { heardOf } from "./heard-of.ts"
import { contextOf } from "./read.ts"
import type { FeedSettings } from "./settings.ts"
import { isSigned, WEBSUB_METHODS } from "../hub-signature.ts"
import { hubSecret } from "./subscribe.ts"

const refused = (status: number): PushAnswer => ({ status, body: "", reading: null })

/** What a hub sends: its question whether we meant it, its refusal, or news (WebSub §§ 5.3, 5.2, 7). */
export async function takePush(ground: SourceGround, source: SourceNow<FeedSettings, never>, request: PushRequest): Promise<PushAnswer> {
  const cursor = feedCursor(source.cursor)
  const now = ground.clock.now()
  if (source.isRemoved) return sayGoodbye(cursor, request)
  if (request.method === "GET") return answerHub(cursor, request.query, now)
  const { push } = cursor
  if (request.method !== "POST" || !push) return refused(404)
  if (!isSigned(request.body, request.headers.get("x-hub-signature"), hubSecret(ground, push), WEBSUB_METHODS)) return refused(403)
  const read = await readFeedAside(request.body, contextOf({ url: push.topic, headers: request.headers }))
  if (!("feed" in read)) return refused(202)
  const { fresh, seen } = newAmong(heardOf(read.feed, now, cursor.seen), cursor.seen)
  return { status: 202, body: "", reading: readingOf({ ...cursor, seen }, now, { heard: fresh }) }
}

/** The hub asks whether we meant it when we asked it to stop; whatever else it sends, it learns that nobody is here (§ 5.3, § 7). */
function sayGoodbye({ push }: FeedCursor, { method, query }: PushRequest): PushAnswer {
  if (method === "POST") return refused(410)
  const challenge = query.get("hub.challenge")
  const isMeant = push !== null && query.get("hub.mode") === "unsubscribe" && query.get("hub.topic") === push.topic
  return isMeant && challenge ? { status: 200, body: challenge, reading: null } : refused(404)
}

function answerHub(cursor: FeedCursor, query: URLSearchParams, now: Date): PushAnswer {
  const { push } = cursor
  const [mode, topic, challenge] = ["hub.mode", "hub.topic", "hub.challenge"].map((name) => query.get(name))
  if (!push || topic !== push.topic) return refused(404)
  if (mode === "denied") {
    const remark = { key: "listening.remark.hubDenied", values: { hub: new URL(push.hub).host } }
    return { status: 200, body: "", reading: readingOf({ ...cursor, push: { ...push, until: null } }, now, { remark }) }
  }
  // A hub is asked to stop once the source is removed: who asks that before isn't us.
  if (mode !== "subscribe" || !challenge) return refused(404)
  const seconds = Math.min(Math.max(Number(query.get("hub.lease_seconds")) || 86_400, 60), 31_536_000)
  const until = new Date(now.getTime() + seconds * 1000).toISOString()
  return { status: 200, body: challenge, reading: readingOf({ ...cursor, push: { ...push, until } }, now, {}) }
}

/** What is pushed says nothing of what is missing: until when the feed was read stays as it was. */
function readingOf(cursor: FeedCursor, now: Date, { heard = [], remark = null }: Partial<Pick<Reading, "heard" | "remark">>): Reading {
  const through = cursor.through ? new Date(cursor.through) : now
  return { heard, gone: [], cursor, from: null, through, next: null, more: false, remark }
}
