import type { ServerResponse } from "node:http"
import { bluesky } from "../bluesky/bluesky.ts"
import { mastodon } from "../mastodon/mastodon.ts"
import { Instance } from "./instance.fixture.ts"
import { Pds } from "./pds.fixture.ts"
import { json, type Mood, Place, type Said, type Stage } from "./stage.fixture.ts"
import { WebSockets } from "./web-socket.fixture.ts"

/**
 * https://github.com/bluesky-social/jetstream: events with `time_us`, replayed from a `cursor`. The same server keeps an account of ours,
 * whose posts come along.
 */
export async function blueskyStage(start: Date): Promise<Stage & { pds: Pds; url: string }> {
  const pds = new Pds(start)
  const place = new Place(start, (asked) => pds.answer(asked))
  const events: { time_us: number; text: string }[] = []
  const commit = (operation: "create" | "delete", { n, text, at }: Said) => {
    const time_us = at.getTime() * 1000 + (operation === "delete" ? 500_000 : 0)
    const record = { $type: "app.bsky.feed.post", createdAt: at.toISOString(), langs: ["en"], text }
    const change = { rev: `r${n}`, operation, collection: "app.bsky.feed.post", rkey: `k${n}` }
    const told = operation === "delete" ? change : { ...change, record, cid: `c${n}` }
    events.push({ time_us, text: JSON.stringify({ did: "did:plc:maya", time_us, kind: "commit", commit: told }) })
    if (place.mood === "well") sockets.send(events.at(-1)!.text)
  }
  pds.written = (rkey, cid, record) => {
    const time_us = record === null ? Date.parse("2026-11-02T12:00:00Z") * 1000 : Date.parse(String(record["createdAt"])) * 1000
    const change = { rev: `r-${rkey}`, operation: record ? "create" : "delete", collection: "app.bsky.feed.post", rkey }
    const text = JSON.stringify({ did: pds.did, time_us, kind: "commit", commit: record ? { ...change, record, cid } : change })
    events.push({ time_us, text })
    sockets.send(text)
  }
  await place.served.open()
  const sockets = new WebSockets(place.served.server, (query, send) => {
    if (place.mood === "broken") send("{ not json")
    if (place.mood !== "well") return place.mood === "broken" ? 101 : 503
    const cursor = Number(query.get("cursor") ?? Infinity)
    send(JSON.stringify({ did: "did:plc:other", time_us: 1, kind: "identity", identity: { did: "did:plc:other" } }))
    for (const each of events) if (each.time_us >= cursor || cursor === Infinity) send(each.text)
    return 101
  })
  return {
    pds,
    url: place.served.url,
    kind: bluesky,
    settings: { servers: [`${place.served.url.replace("http", "ws")}/subscribe`] },
    secret: null,
    say: (text) => commit("create", place.say(text)),
    takeBack: (text) => commit("delete", place.takeBack(text)),
    setMood: (mood: Mood) => (place.mood = mood),
    close: async () => {
      sockets.close()
      await place.served.close()
    },
  }
}

/** https://docs.joinmastodon.org/methods/streaming and /timelines. The same instance keeps an account of ours, whose posts come along. */
export async function mastodonStage(start: Date): Promise<Stage & { instance: Instance; url: string }> {
  const instance = new Instance(start)
  const place = new Place(start, (asked, newest) => {
    const { path, query, headers } = asked
    if (!path.startsWith("/api/v1/timelines/")) return instance.answer(asked)
    if (headers.authorization !== "Bearer t0ken") return { status: 401, body: '{"error":"The access token is invalid"}' }
    const after = Number(query.get("min_id") ?? 0)
    const later = newest.filter(({ n }) => n > after)
    return json((after ? later.slice(-40) : later.slice(0, 40)).map(statusOf))
  })
  await place.served.open()
  const streams = new Set<ServerResponse>()
  const answer = place.served.server.listeners("request")[0]!
  place.served.server.removeAllListeners("request")
  place.served.server.on("request", (request, response: ServerResponse) => {
    if (!request.url?.startsWith("/api/v1/streaming") || place.mood !== "well")
      return void answer.call(place.served.server, request, response)
    response.writeHead(200, { "content-type": "text/event-stream" }).write(":)\n\n")
    streams.add(response.on("close", () => streams.delete(response)))
  })
  const tell = (event: string, data: string) => streams.forEach((stream) => stream.write(`event: ${event}\ndata: ${data}\n\n`))
  instance.url = place.served.url
  instance.written = (status) => tell("update", JSON.stringify(status))
  return {
    instance,
    url: place.served.url,
    kind: mastodon,
    settings: { url: place.served.url, tag: "parcels" },
    secret: { token: "t0ken" },
    say: (text) => tell("update", JSON.stringify(statusOf(place.say(text)))),
    takeBack: (text) => tell("delete", String(place.takeBack(text).n)),
    setMood: (mood: Mood) => (place.mood = mood),
    close: () => place.served.close(),
  }
}

function statusOf({ n, text, at }: Said) {
  const account = {
    acct: "maya",
    display_name: "Maya",
    url: "https://social.example/@maya",
    followers_count: 12,
    created_at: "2023-01-01T00:00:00Z",
  }
  const where = { url: `https://social.example/@maya/${n}`, uri: `https://social.example/users/maya/statuses/${n}` }
  const rest = { spoiler_text: "", visibility: "public", language: "en", in_reply_to_id: null, reblog: null, media_attachments: [] }
  return { id: String(n), ...where, ...rest, content: `<p>${text}</p>`, created_at: at.toISOString(), account }
}
