import { bluesky } from "../bluesky/bluesky.ts"
import { mastodon } from "../mastodon/mastodon.ts"
import { Instance } from "./instance.fixture.ts"
import { Pds } from "./pds.fixture.ts"
import { type Mood, Place, type Said, type Stage } from "./stage.fixture.ts"
import { statusesOf, statusOf, Streams, timelineOf } from "./timelines.fixture.ts"
import { WebSockets } from "./web-socket.fixture.ts"

/**
 * https://github.com/bluesky-social/jetstream: events with `time_us`, replayed from a `cursor`. The same server keeps an account of ours,
 * whose posts come along.
 */
export async function blueskyStage(start: Date): Promise<Stage & { pds: Pds; url: string; tell: (event: object) => void }> {
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
  const tell = (event: object) => {
    const text = JSON.stringify(event)
    events.push({ time_us: (event as { time_us: number }).time_us, text })
    sockets.send(text)
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
    tell,
    say: (text) => commit("create", place.say(text)),
    takeBack: (text) => commit("delete", place.takeBack(text)),
    setMood: (mood: Mood) => (place.mood = mood),
    close: async () => {
      sockets.close()
      await place.served.close()
    },
  }
}

/** An instance of Mastodon, which keeps an account of ours, too, whose posts come along. */
export async function mastodonStage(start: Date): Promise<Stage & { instance: Instance; url: string }> {
  const instance = new Instance(start)
  const place = new Place(start, (asked, newest) =>
    asked.path.startsWith("/api/v1/timelines/")
      ? timelineOf(asked, newest, "t0ken")
      : (statusesOf(asked, newest, "t0ken") ?? instance.answer(asked)),
  )
  await place.served.open()
  const streams = new Streams(place.served, () => place.mood === "well")
  instance.url = place.served.url
  instance.written = (status) => streams.tell("update", JSON.stringify(status))
  return {
    instance,
    url: place.served.url,
    kind: mastodon,
    settings: { url: place.served.url, tag: "parcels" },
    secret: { token: "t0ken" },
    say: (text) => streams.tell("update", JSON.stringify(statusOf(place.say(text)))),
    takeBack: (text) => streams.tell("delete", String(place.takeBack(text).n)),
    vanish: (text) => void place.takeBack(text),
    setMood: (mood: Mood) => (place.mood = mood),
    close: () => place.served.close(),
  }
}
