import assert from "node:assert/strict"
import { afterEach, beforeEach, test } from "node:test"
import { instagram } from "../instagram/instagram.ts"
import { type Grounded, groundAt, Served, sourceOf } from "../served.fixture.ts"
import type { SourceKind } from "../source.ts"
import { META } from "../stages/approved.fixture.ts"
import { json } from "../stages/stage.fixture.ts"
import { threads } from "../threads/threads.ts"
import { tellAt, texts } from "./tell.fixture.ts"

const NOW = "2026-11-22T10:00:00Z"
const SENT = Date.parse(NOW) / 1000
const ACCOUNT = { account: "178414", handle: "parcels" }

let here: Grounded
beforeEach(() => (here = groundAt(NOW)))
afterEach(() => here.close())

const tell = (kind: SourceKind, settings: unknown, body: unknown) => tellAt(here.ground, kind, settings, body)

test("Instagram tells comments with their words, mentions by their id, stories as messages; other messages are private", async () => {
  const entry = (more: object) => ({ object: "instagram", entry: [{ id: "178414", time: SENT, ...more }] })
  const value = {
    id: "1801",
    from: { id: "99", username: "maya.l" },
    text: "Still waiting",
    media: { id: "1790", media_product_type: "FEED" },
  }
  const heard = await tell(instagram, ACCOUNT, entry({ changes: [{ field: "comments", value }] }))
  assert.deepEqual(
    heard.reading!.heard.map(({ key, text, author, replyTo }) => [key, text, author?.handle, replyTo]),
    [["1801", "Still waiting", "@maya.l", "1790"]],
  )
  assert.deepEqual(texts(await tell(instagram, ACCOUNT, entry({ field: "comments", value }))), ["Still waiting"])
  const message = (type: string) => ({
    sender: { id: "99" },
    recipient: { id: "178414" },
    timestamp: SENT * 1000,
    message: { mid: "m1", text: "private words", attachments: [{ type, payload: { url: "https://cdn.example/s" } }] },
  })
  const story = await tell(instagram, ACCOUNT, entry({ messaging: [message("story_mention")] }))
  assert.deepEqual([texts(story), story.reading!.heard[0]?.media], [["@parcels"], []])
  assert.equal((await tell(instagram, ACCOUNT, entry({ messaging: [message("image")] }))).reading, null)

  const changes = [{ field: "mentions", value: { media_id: "333", comment_id: "444" } }]
  const named = await tell(instagram, ACCOUNT, entry({ changes }))
  assert.deepEqual([named.reading!.heard, named.reading!.next?.toISOString()], [[], "2026-11-22T10:00:20.000Z"])
  const bad = [{ field: "mentions", value: { media_id: "1){id},x(", comment_id: null } }]
  assert.equal((await tell(instagram, ACCOUNT, entry({ changes: bad }))).reading, null, "an id is digits")
  const graph = await new Served(({ query }) => {
    const found = { id: "444", text: "@parcels answer us", timestamp: "2026-11-22T09:59:00+0000", username: "lea", media: { id: "333" } }
    return json(
      query.get("fields")?.startsWith("mentioned_comment.comment_id(444)") ? { mentioned_comment: found, id: "178414" } : { data: [] },
    )
  }).open()
  const read = await instagram.read!(here.ground, sourceOf({ ...ACCOUNT, api: graph.url }, named.reading!.cursor, META))
  assert.deepEqual(
    read.heard.map(({ text, author }) => [text, author?.handle]),
    [["@parcels answer us", "@lea"]],
  )
  await graph.close()
})

test("what of Instagram is refused by its id costs a line; the rest is read, and what couldn't be asked for yet waits", async () => {
  const shown = (id: string) =>
    json({ mentioned_comment: { id, text: `said ${id}`, timestamp: "2026-11-22T09:59:00+0000", username: "lea" } })
  const refusals: Record<string, string> = { 2: '{"error":{"code":10}}', 3: '{"error":{"code":100}}', 5: '{"error":{"code":4}}' }
  const graph = await new Served(({ query }) => {
    const id = /comment_id\((\d+)\)/.exec(query.get("fields") ?? "")?.[1]
    if (!id) return json({ data: [] })
    return refusals[id] ? { status: 400, body: refusals[id] } : shown(id)
  }).open()
  const cursor = { wanted: ["1", "2", "3", "4", "5", "6"].map((id) => `comment:${id}`) }
  const { heard, remark, next, cursor: after } = await instagram.read!(here.ground, sourceOf({ ...ACCOUNT, api: graph.url }, cursor, META))
  assert.deepEqual(
    heard.map(({ text }) => text),
    ["said 1", "said 4"],
  )
  assert.deepEqual(remark, { key: "listening.remark.metaNotShown", values: { count: 1, id: "2" } })
  assert.deepEqual((after as { wanted: string[] }).wanted, ["comment:5", "comment:6"])
  assert.equal(next?.toISOString(), "2026-11-22T10:01:00.000Z")
  await graph.close()
})

test("Threads tells answers and mentions, of this account only", async () => {
  const told = (field: string, more: object = {}) => ({
    app_id: "1",
    topic: "moderate",
    target_id: "78901",
    time: SENT,
    subscription_id: "2",
    has_uid_field: false,
    values: {
      value: {
        id: "8901",
        username: "maya.l",
        text: "Where is it?",
        media_type: "TEXT_POST",
        permalink: "https://www.threads.net/@maya.l/post/Pp",
        replied_to: { id: "567" },
        root_post: { id: "567", owner_id: "314216", username: "parcels" },
        shortcode: "Pp",
        timestamp: "2026-11-22T09:59:00+0000",
        ...more,
      },
      field,
    },
  })
  const settings = { account: "314216", handle: "Parcels" }
  const heard = (await tell(threads, settings, told("replies"))).reading!.heard
  assert.deepEqual(
    heard.map(({ kind, text, replyTo, author }) => [kind, text, replyTo, author?.url]),
    [["comment", "Where is it?", "567", "https://www.threads.com/@maya.l"]],
  )
  assert.deepEqual(texts(await tell(threads, settings, told("mentions", { root_post: undefined, text: "Ask @Parcels" }))), ["Ask @Parcels"])
  const others = { root_post: { id: "1", owner_id: "2", username: "else" }, text: "Ask @someone" }
  for (const body of [told("mentions", others), told("publish"), told("replies", { username: "parcels" })])
    assert.equal((await tell(threads, settings, body)).reading, null)
})
