import type { ServerResponse } from "node:http"
import type { Answered, Asked, Served } from "../served.fixture.ts"
import { json } from "./stage.fixture.ts"

/** Something that was said at an instance; `n` is its id there. */
export interface Tooted {
  n: number
  text: string
  at: Date
  who?: string
}

/** https://docs.joinmastodon.org/entities/Status. */
export function statusOf({ n, text, at, who = "maya" }: Tooted) {
  const account = {
    acct: who,
    display_name: who[0]!.toUpperCase() + who.slice(1),
    url: `https://social.example/@${who}`,
    followers_count: 12,
    created_at: "2023-01-01T00:00:00Z",
  }
  const where = { url: `${account.url}/${n}`, uri: `https://social.example/users/${who}/statuses/${n}` }
  const rest = { spoiler_text: "", visibility: "public", language: "en", in_reply_to_id: null, reblog: null, media_attachments: [] }
  return { id: String(n), ...where, ...rest, content: `<p>${text}</p>`, created_at: at.toISOString(), account }
}

/** https://docs.joinmastodon.org/methods/timelines: the newest, or those that came next after one. */
export function timelineOf({ query, headers }: Asked, newest: readonly Tooted[], token: string): Answered {
  if (headers.authorization !== `Bearer ${token}`) return { status: 401, body: '{"error":"The access token is invalid"}' }
  const after = Number(query.get("min_id") ?? 0)
  const later = newest.filter(({ n }) => n > after)
  return json((after ? later.slice(-40) : later.slice(0, 40)).map(statusOf))
}

/** https://docs.joinmastodon.org/methods/statuses: several by their ids, or one; null: something else is asked for. */
export function statusesOf({ method, path, query, headers }: Asked, newest: readonly Tooted[], token: string): Answered | null {
  const [, id = null] = /^\/api\/v1\/statuses(?:\/(\d+))?$/.exec(path) ?? []
  const isOurs = method === "GET" && path.startsWith("/api/v1/statuses") && headers.authorization === `Bearer ${token}`
  if (!isOurs) return null
  const found = newest.filter(({ n }) => (id === null ? query.getAll("id[]").includes(String(n)) : String(n) === id)).map(statusOf)
  if (id === null) return json(found)
  return found[0] ? json(found[0]) : { ...json({ error: "Record not found" }), status: 404 }
}

/** https://docs.joinmastodon.org/methods/streaming, beside whatever else a server answers. */
export class Streams {
  readonly #open = new Set<ServerResponse>()

  constructor({ server }: Served, isWell: () => boolean = () => true) {
    const answer = server.listeners("request")[0]!
    server.removeAllListeners("request")
    server.on("request", (request, response: ServerResponse) => {
      if (!request.url?.startsWith("/api/v1/streaming") || !isWell()) return void answer.call(server, request, response)
      response.writeHead(200, { "content-type": "text/event-stream" }).write(":)\n\n")
      this.#open.add(response.on("close", () => this.#open.delete(response)))
    })
  }

  get size(): number {
    return this.#open.size
  }

  tell(event: string, data: string): void {
    this.#write(`event: ${event}\ndata: ${data}\n\n`)
  }

  /** What a server says so that the connection stays open. */
  thump(times: number): void {
    this.#write(":thump\n".repeat(times))
  }

  #write(text: string): void {
    for (const stream of this.#open) stream.write(text)
  }
}
