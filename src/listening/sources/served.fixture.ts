import { createHash } from "node:crypto"
import { once } from "node:events"
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { buffer } from "node:stream/consumers"
import { fixedClock, type MovableClock, privateRanges, SafeFetch, silentLog } from "#platform"
import type { Cost, SourceGround, Spending } from "./source-ground.ts"
import type { Json, SourceNow } from "./source.ts"

export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface Answered {
  status?: number
  headers?: Record<string, string>
  body?: string | Buffer
  /** The connection ends before anything is answered. */
  cut?: boolean
}

/** A real server of this machine, that answers as a test says and remembers what it was asked. */
export class Served {
  readonly asked: Asked[] = []
  answer: (asked: Asked) => Answered | Promise<Answered>
  readonly server: Server
  #url = ""

  constructor(answer: (asked: Asked) => Answered | Promise<Answered>) {
    this.answer = answer
    const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://x")
      const asked = {
        method: request.method ?? "GET",
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body: await buffer(request),
      }
      this.asked.push(asked)
      const { status = 200, headers = {}, body = "", cut = false } = await this.answer(asked)
      if (cut) return void response.destroy()
      response.writeHead(status, headers).end(body)
    }
    this.server = createServer((request, response) => void serve(request, response))
  }

  async open(): Promise<this> {
    this.server.listen(0, "127.0.0.1")
    await once(this.server, "listening")
    const address = this.server.address()
    this.#url = `http://localhost:${typeof address === "object" && address ? address.port : 0}`
    return this
  }

  get url(): string {
    return this.#url
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, "close")
  }
}

export interface Grounded {
  ground: SourceGround
  clock: MovableClock
  close: () => Promise<void>
}

/** What a kind reads with: real requests, to this machine too, and a clock that is moved. */
export function groundAt(start: string, allowed: readonly string[] = ["localhost"]): Grounded {
  const clock = fixedClock(start)
  const outbound = new SafeFetch(privateRanges(allowed))
  const purse = purseOf()
  const secretFor = (purpose: string): string => createHash("sha256").update(purpose).digest("base64url")
  const ground = {
    outbound,
    clock,
    log: silentLog,
    agent: "Vigie (test)",
    pushUrl: "https://desk.example/push/1",
    secretFor,
    spending: purse,
  }
  return { ground, clock, close: () => outbound.close() }
}

/** A purse in memory. */
export function purseOf(): Spending {
  const months = new Map<string, Cost>()
  const spent = (month: string): Cost => months.get(month) ?? { things: 0, micros: 0 }
  return {
    of: (month) => Promise.resolve(spent(month)),
    book: (month, cost, limits) => {
      const after = { things: spent(month).things + cost.things, micros: spent(month).micros + cost.micros }
      const fits = after.things <= limits.things && after.micros <= limits.micros
      if (fits) months.set(month, after)
      return Promise.resolve(fits)
    },
    giveBack: (month, cost) => {
      months.set(month, { things: spent(month).things - cost.things, micros: spent(month).micros - cost.micros })
      return Promise.resolve()
    },
  }
}

export const sourceOf = (settings: unknown, cursor: Json = null, secret: unknown = null): SourceNow<unknown, unknown> => ({
  id: "a",
  settings,
  secret,
  cursor,
})
