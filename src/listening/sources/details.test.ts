import assert from "node:assert/strict"
import { test } from "node:test"
import { FetchRefused } from "#platform"
import { answerTrouble } from "./answer-trouble.ts"
import { bluesky } from "./bluesky/bluesky.ts"
import { readEvent } from "./bluesky/events.ts"
import { accountNews } from "./bluesky/accounts.ts"
import { heardPost } from "./bluesky/heard-post.ts"
import { heardStatus, status } from "./mastodon/status.ts"
import { groundAt, Served, sourceOf } from "./served.fixture.ts"
import { serverEvents } from "./server-events.ts"
import { SourceTrouble } from "./source.ts"
import { json } from "./stages/stage.fixture.ts"
import { youtube } from "./youtube/youtube.ts"

const ARRIVED = Date.UTC(2026, 10, 22, 10)

test("an answer that passes by itself is told from one that needs a person", () => {
  const of = (status: number) => answerTrouble({ status, headers: new Headers() }, new Date(ARRIVED))?.code ?? null
  assert.deepEqual([200, 204, 304].map(of), [null, null, null])
  assert.deepEqual(
    [408, 425, 500, 502, 503, 504].map(of),
    Array.from({ length: 6 }, () => "unreachable"),
  )
  assert.deepEqual([429, 402, 401, 403, 451, 404, 410].map(of), [
    "throttled",
    "needs-approval",
    "refused",
    "refused",
    "refused",
    "unreadable",
    "gone",
  ])
})

test("a post of Bluesky tells its language, what it answers, its pictures and the card under it; its date isn't later than its arrival", () => {
  const event = readEvent(
    JSON.stringify({
      did: "did:plc:maya",
      time_us: ARRIVED * 1000,
      kind: "commit",
      commit: {
        rev: "r",
        operation: "create",
        collection: "app.bsky.feed.post",
        rkey: "k1",
        cid: "c",
        record: {
          $type: "app.bsky.feed.post",
          text: "Toujours pas là",
          langs: ["fr"],
          createdAt: "2031-01-01T00:00:00Z",
          reply: {
            root: { uri: "at://did:plc:x/app.bsky.feed.post/r", cid: "c" },
            parent: { uri: "at://did:plc:x/app.bsky.feed.post/p", cid: "c" },
          },
          embed: {
            $type: "app.bsky.embed.external",
            external: { uri: "https://press.example/parcels", title: "Parcels lost", description: "" },
            images: [{ alt: "A parcel", image: { $type: "blob", ref: { $link: "bafk1" }, mimeType: "image/jpeg", size: 1 } }],
          },
        },
      },
    }),
  )
  const heard = heardPost(event!, "k1", event!.commit!.record!)
  assert.deepEqual(
    [heard.key, heard.language, heard.replyTo],
    ["at://did:plc:maya/app.bsky.feed.post/k1", "fr", "at://did:plc:x/app.bsky.feed.post/p"],
  )
  assert.equal(heard.text, "Toujours pas là\nParcels lost\nhttps://press.example/parcels")
  assert.equal(heard.publishedAt?.getTime(), ARRIVED)
  assert.deepEqual(heard.media, [{ url: "https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:maya/bafk1@jpeg", alt: "A parcel" }])
  assert.equal(readEvent("[1, 2"), null)
})

test("a film, and what stands beside a quote, come with their words and what they show", () => {
  const film = {
    $type: "app.bsky.embed.video",
    video: { $type: "blob", ref: { $link: "bafv" }, mimeType: "video/mp4" },
    alt: "A van burns",
  }
  const picture = {
    $type: "app.bsky.embed.images",
    images: [{ alt: "A parcel", image: { $type: "blob", ref: { $link: "bafi" }, mimeType: "image/jpeg" } }],
  }
  const link = { $type: "app.bsky.embed.external", external: { uri: "https://press.example/x", title: "Parcels lost", description: "" } }
  const quoting = (media: object) => ({
    $type: "app.bsky.embed.recordWithMedia",
    record: { record: { uri: "at://did:plc:x/app.bsky.feed.post/p", cid: "c" } },
    media,
  })
  const heard = (embed: object) => {
    const record = { text: "See", createdAt: "2026-11-22T09:00:00Z", embed }
    const commit = { operation: "create", collection: "app.bsky.feed.post", rkey: "k", record }
    const event = readEvent(JSON.stringify({ did: "did:plc:maya", time_us: ARRIVED * 1000, kind: "commit", commit }))!
    return heardPost(event, "k", event.commit!.record!)
  }
  const still = "https://video.bsky.app/watch/did%3Aplc%3Amaya/bafv/thumbnail.jpg"
  for (const embed of [film, quoting(film)]) assert.deepEqual(heard(embed).media, [{ url: still, alt: "A van burns", type: "video" }])
  assert.deepEqual(
    heard(quoting(picture)).media.map(({ alt }) => alt),
    ["A parcel"],
  )
  assert.equal(heard(quoting(link)).text, "See\nParcels lost\nhttps://press.example/x")
})

test("what an event says of an account is told, and how servers copy each other isn't", () => {
  const news = (more: object) => accountNews(readEvent(JSON.stringify({ did: "did:plc:maya", time_us: 1, ...more }))!)?.what ?? null
  const account = (active: boolean, status?: string) => news({ kind: "account", account: { active, did: "did:plc:maya", seq: 1, status } })
  assert.deepEqual(
    ["deleted", "takendown", "deactivated", "suspended", "desynchronized"].map((status) => account(false, status)),
    ["gone", "gone", "hidden", "hidden", null],
  )
  assert.equal(account(true), "back")
  assert.equal(news({ kind: "identity", identity: { did: "did:plc:maya", handle: "m.example" } }), "renamed")
})

test("what is written for some people only isn't heard, even where a token may read it; a boost names what it boosts", () => {
  const account = {
    acct: "maya@other.example",
    display_name: "Maya",
    url: "https://other.example/@maya",
    followers_count: 3,
    created_at: "2024-05-01T00:00:00.000Z",
  }
  const said = {
    id: "1",
    uri: "https://other.example/1",
    url: null,
    content: "<p>Late <b>again</b></p><p>Really</p>",
    created_at: "2026-11-22T09:00:00.000Z",
    account,
  }
  const read = (more: object) => heardStatus(status.parse({ ...said, ...more }), "social.example")
  assert.equal(read({ visibility: "private" }), null)
  assert.equal(read({ visibility: "direct" }), null)
  const heard = read({ visibility: "public", reblog: { ...said, id: "9", url: "https://other.example/@lea/9", language: "en" } })
  assert.deepEqual(
    [heard?.text, heard?.repostOf, heard?.author?.handle],
    ["Late again\nReally", "https://other.example/@lea/9", "@maya@other.example"],
  )
})

test("events are read however the stream is cut", async () => {
  const written = Buffer.from(':thump\n\nevent: update\ndata: {"a":"é"}\n\nevent: delete\r\ndata: 7\r\n\r\ndata: one\ndata: two\n\n')
  for (const size of [1, 2, 3, 7, written.length]) {
    const chunks = (async function* () {
      for (let at = 0; at < written.length; at += size) yield await Promise.resolve(written.subarray(at, at + size))
    })()
    const events = []
    for await (const event of serverEvents(chunks)) events.push(event)
    assert.deepEqual(events, [
      { event: null, data: "" },
      { event: "update", data: '{"a":"é"}' },
      { event: "delete", data: "7" },
      { event: "message", data: "one\ntwo" },
    ])
  }
})

test("a day's quota that is used up is waited for until midnight in California", async () => {
  const spent = { error: { code: 403, errors: [{ domain: "youtube.quota", reason: "quotaExceeded" }] } }
  const server = await new Served(() => ({ ...json(spent), status: 403 })).open()
  const { ground, close } = groundAt("2026-11-22T10:00:00Z")
  const settings = { channel: `UC${"a".repeat(22)}`, api: server.url }
  const error = await youtube.read!(ground, sourceOf(settings, null, { key: "k" })).catch((thrown: unknown) => thrown)
  assert.ok(error instanceof SourceTrouble, String(error))
  assert.deepEqual([error.code, error.until?.toISOString()], ["throttled", "2026-11-23T08:00:00.000Z"])
  await Promise.all([server.close(), close()])
})

test("handles of Bluesky are asked for twenty-five at once; who isn't known there, or can't be verified, keeps their key", async () => {
  const server = await new Served(({ query }) => {
    const known = query.getAll("actors").filter((did) => did !== "did:plc:n7")
    return json({
      profiles: known.map((did) => ({
        did,
        handle: did === "did:plc:n9" ? "handle.invalid" : `${did.slice(8)}.example`,
        displayName: "",
        followersCount: 1200,
        createdAt: "2024-02-06T00:00:00Z",
      })),
    })
  }).open()
  const { ground, close } = groundAt("2026-11-22T10:00:00Z")
  const dids = Array.from({ length: 60 }, (_, n) => `did:plc:n${n}`)
  const names = await bluesky.namesOf!(ground, sourceOf({ profiles: server.url }), dids)
  assert.deepEqual(
    server.asked.map(({ query }) => query.getAll("actors").length),
    [25, 25, 10],
  )
  assert.deepEqual([names.size, names.get("did:plc:n9")?.handle, names.has("did:plc:n7")], [59, null, false])
  assert.deepEqual(names.get("did:plc:n1"), {
    handle: "@n1.example",
    name: null,
    followers: 1200,
    since: new Date("2024-02-06T00:00:00Z"),
  })
  server.asked.length = 0
  await bluesky.namesOf!(ground, sourceOf({ profiles: server.url }), ["@Maya.example", "nina", "not a handle", "did:plc:n1"])
  assert.deepEqual(
    server.asked.map(({ query }) => query.getAll("actors")),
    [["maya.example", "nina.bsky.social", "did:plc:n1"]],
  )
  await Promise.all([server.close(), close()])
})

test("another host is shown no key, and nothing that was written for the first", async () => {
  const here = groundAt(new Date(ARRIVED).toISOString())
  const other = await new Served(() => json({ ok: true })).open()
  const first = await new Served(() => ({ status: 307, headers: { location: `${other.url}/taken` } })).open()
  try {
    const headers = { "x-goog-api-key": "k3y", "api-key": "k3y", accept: "application/json" }
    assert.equal((await here.ground.outbound.get(first.url, { headers })).status, 200)
    const told = other.asked[0]!.headers
    assert.deepEqual([told["x-goog-api-key"], told["api-key"], told["accept"]], [undefined, undefined, "application/json"])
    const written = here.ground.outbound.get(first.url, { method: "POST", body: "password=s3cret", headers })
    await assert.rejects(written, (error) => error instanceof FetchRefused && error.reason === "redirects")
    assert.equal(other.asked.length, 1)
  } finally {
    await Promise.all([first.close(), other.close(), here.close()])
  }
})
