import type { Clock } from "#platform"
import { Served } from "../sources/served.fixture.ts"
import { json } from "../sources/stages/stage.fixture.ts"
import { statusOf, Streams, timelineOf } from "../sources/stages/timelines.fixture.ts"
import { WebSockets } from "../sources/stages/web-socket.fixture.ts"
import type { SaidThen } from "./week.fixture.ts"

/** A stream is handed on when so many events have come: the rest of the network says the rest, or an instance that it is still there. */
const TOGETHER = { network: 500, instance: 200 }
const TOKEN = "t0ken"
const SHOWN = 100

/** The places of an invented week as real servers: each shows what was said there until now, by a clock that is moved. */
export class Places {
  readonly #said: readonly SaidThen[]
  readonly #clock: Clock
  readonly #press: Served
  readonly #forum: Served
  readonly #network: Served
  readonly #sockets: WebSockets
  readonly #instance: Served
  readonly #streams: Streams
  #told: number

  constructor(said: readonly SaidThen[], clock: Clock) {
    this.#said = said
    this.#clock = clock
    this.#told = clock.now().getTime()
    this.#press = new Served(() => ({
      headers: { "content-type": "application/rss+xml" },
      body: feedOf(this.#latest("press").slice(0, SHOWN)),
    }))
    this.#forum = new Served(({ query }) => json(postsOf(this.#latest("forum"), Number(query.get("before") ?? Infinity))))
    this.#network = new Served(() => ({ status: 404 }))
    this.#sockets = new WebSockets(this.#network.server, () => 101)
    this.#instance = new Served((asked) => timelineOf(asked, this.#latest("instance"), TOKEN))
    this.#streams = new Streams(this.#instance)
  }

  get #servers(): Served[] {
    return [this.#press, this.#forum, this.#network, this.#instance]
  }

  async open(): Promise<this> {
    await Promise.all(this.#servers.map((server) => server.open()))
    return this
  }

  /** Each as a source of its own kind. */
  get sources(): { kind: string; settings: object; secret?: object }[] {
    return [
      { kind: "feed", settings: { url: `${this.#press.url}/feed` } },
      { kind: "discourse", settings: { url: this.#forum.url } },
      { kind: "bluesky", settings: { servers: [`${this.#network.url.replace("http", "ws")}/subscribe`] } },
      { kind: "mastodon", settings: { url: this.#instance.url }, secret: { token: TOKEN } },
    ]
  }

  get isFollowed(): boolean {
    return this.#sockets.size > 0 && this.#streams.size > 0
  }

  /** The last that was told to those who follow: a time of the network in microseconds, and an id of the instance. */
  get last(): { us: number; id: number } {
    const tooted = this.#said.findLast(({ place, at }) => place === "instance" && at.getTime() <= this.#told)
    return { us: this.#told * 1000, id: tooted?.n ?? 0 }
  }

  /** Tells those who follow what was said since, among all that the rest says. */
  tell(): void {
    const now = this.#clock.now().getTime()
    const fresh = this.#said.filter(({ at }) => at.getTime() > this.#told && at.getTime() <= now)
    this.#tellNetwork(
      fresh.filter(({ place }) => place === "network"),
      now,
    )
    const tooted = fresh.filter(({ place }) => place === "instance")
    for (const each of tooted) this.#streams.tell("update", JSON.stringify(statusOf(each)))
    this.#streams.thump(rest(tooted.length, TOGETHER.instance))
    this.#told = now
  }

  #tellNetwork(posted: readonly SaidThen[], now: number): void {
    const others = rest(posted.length, TOGETHER.network)
    const events = posted.map((each) => ({ at: each.at.getTime(), text: postedOf(each) }))
    for (let n = 1; n <= others; n++) {
      const at = Math.round(this.#told + ((now - this.#told) * n) / others)
      events.push({ at, text: JSON.stringify({ did: "did:plc:other", time_us: at * 1000, kind: "identity" }) })
    }
    for (const { text } of events.sort((a, b) => a.at - b.at)) this.#sockets.send(text)
  }

  async close(): Promise<void> {
    this.#sockets.close()
    await Promise.all(this.#servers.map((server) => server.close()))
  }

  /** The newest first. */
  #latest(where: SaidThen["place"]): SaidThen[] {
    const now = this.#clock.now()
    return this.#said.filter(({ place, at }) => place === where && at <= now).toReversed()
  }
}

/** How many more make whole batches, one at least. */
const rest = (said: number, together: number): number => Math.ceil((said + 1) / together) * together - said

function feedOf(items: readonly SaidThen[]): string {
  const item = ({ n, title, text, at }: SaidThen) =>
    `<item><guid isPermaLink="false">${n}</guid><link>https://presse${n % 5}.example/${n}</link><title>${title}</title><description>${text}</description><pubDate>${at.toUTCString()}</pubDate></item>`
  return `<rss version="2.0"><channel><title>Presse</title>${items.map(item).join("")}</channel></rss>`
}

/** https://docs.discourse.org, “List latest posts across topics”. */
function postsOf(newest: readonly SaidThen[], before: number) {
  const shown = newest.filter(({ n }) => n < before).slice(0, 50)
  const topic = { topic_id: 7, topic_slug: "salon", topic_title: "Le salon", reply_to_post_number: null }
  return {
    latest_posts: shown.map(({ n, who, text, at }) =>
      Object.assign({ id: n, username: who, name: who, created_at: at.toISOString(), cooked: `<p>${text}</p>`, post_number: n + 1 }, topic),
    ),
  }
}

/** https://github.com/bluesky-social/jetstream. */
function postedOf({ n, who, text, at }: SaidThen): string {
  const record = { $type: "app.bsky.feed.post", createdAt: at.toISOString(), langs: ["fr"], text }
  const commit = { rev: `r${n}`, operation: "create", collection: "app.bsky.feed.post", rkey: `k${n}`, record, cid: `c${n}` }
  return JSON.stringify({ did: `did:plc:${who}`, time_us: at.getTime() * 1000, kind: "commit", commit })
}
