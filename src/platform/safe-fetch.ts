import { lookup as systemLookup, type LookupAddress, type LookupOptions } from "node:dns"
import { Agent, fetch, type RequestInit, type Response } from "undici"
import { isAllowed, type PrivateRanges } from "./public-address.ts"
import { openSocket, type Socket } from "./socket.ts"

/** Why a request to the outside was not made, or not finished: data for the caller to keep, not a fault of ours. */
export class FetchRefused extends Error {
  override readonly name = "FetchRefused"
  readonly reason: "scheme" | "port" | "credentials" | "address" | "redirects" | "too-large" | "timeout" | "unreachable"
  constructor(reason: FetchRefused["reason"], cause?: unknown) {
    super(reason, { cause })
    this.reason = reason
  }
}

export interface SafeFetchOptions {
  method?: "GET" | "HEAD" | "POST" | "PUT" | "DELETE"
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Bytes after decompression (5 MB). */
  maxBytes?: number
  /** Keeps what fits and leaves the rest unread, instead of refusing a longer answer. */
  cut?: boolean
  /** For the whole exchange, redirects included (10 s). */
  timeoutMs?: number
  /** Redirects to follow (3); `told`: none, the redirect itself is the answer. */
  redirects?: number | "told"
}

export interface SafeResponse {
  status: number
  url: string
  /** Where it has moved for good: the address that permanent redirects (301, 308) led to, before any other. */
  movedTo: string | null
  headers: Headers
  body: Buffer
}

export interface StreamedResponse {
  status: number
  headers: Headers
  chunks: AsyncIterable<Uint8Array>
}

/**
 * The only way out: every request of Vigie's own to an address that somebody named goes through here. The address is checked when the
 * connection is made, on every hop, so that a name can't answer one thing to the check and another to the connection (DNS
 * rebinding); what isn't public (RFC 6890 registries) is refused unless the operator allowed it. No cookies; credentials and
 * authorisation headers don't survive a change of origin.
 */
export class SafeFetch {
  readonly #agent: Agent
  readonly #allowed: PrivateRanges

  constructor(allowed: PrivateRanges) {
    this.#allowed = allowed
    this.#agent = new Agent({
      connect: { timeout: 10_000, lookup: (hostname, options, done) => this.#lookup(hostname, options, done) },
      keepAliveTimeout: 1000,
    })
  }

  async get(url: string | URL, options: SafeFetchOptions = {}): Promise<SafeResponse> {
    const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000)
    const maxBytes = options.maxBytes ?? 5_000_000
    let at = new URL(url)
    let headers = { ...options.headers }
    let movedTo: string | null = null
    let isForGood = true
    const isTold = options.redirects === "told"
    for (let hops = 0; hops <= (typeof options.redirects === "number" ? options.redirects : 3); hops++) {
      this.#check(at)
      const answer = await this.#request(at, { ...options, headers }, signal)
      const next = !isTold && answer.status >= 300 && answer.status < 400 ? answer.headers.get("location") : null
      if (!next)
        return {
          status: answer.status,
          url: at.href,
          movedTo,
          headers: new Headers([...answer.headers]),
          body: await readCapped(answer, maxBytes, signal, options.cut ?? false),
        }
      await answer.body?.cancel()
      const to = new URL(next, at)
      if (to.origin !== at.origin) {
        // What was written for one host isn't shown to another: sign-ins are written so.
        if (options.body !== undefined) throw new FetchRefused("redirects")
        headers = withoutSecrets(headers)
      }
      at = to
      isForGood &&= answer.status === 301 || answer.status === 308
      if (isForGood) movedTo = at.href
    }
    throw new FetchRefused("redirects")
  }

  /**
   * The same, read as it comes, for an answer that is written while one waits. No redirect is followed; it ends with `signal`, with the
   * time, and with the bytes (`too-large`, thrown while reading).
   */
  async stream(url: string | URL, options: SafeFetchOptions & { signal: AbortSignal }): Promise<StreamedResponse> {
    const at = new URL(url)
    this.#check(at)
    const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs ?? 60_000)])
    const answer = await this.#request(at, options, signal)
    return {
      status: answer.status,
      headers: new Headers([...answer.headers]),
      chunks: readChunks(answer, options.maxBytes ?? 1_000_000, signal),
    }
  }

  /** A WebSocket, through the same checks, until `signal` or the other side ends it. @throws FetchRefused when it doesn't open */
  async connect(
    url: string | URL,
    { headers = {}, signal, silenceMs }: { headers?: Record<string, string>; signal: AbortSignal; silenceMs?: number },
  ): Promise<Socket> {
    const at = new URL(url)
    const checked = new URL(at)
    checked.protocol = at.protocol === "wss:" ? "https:" : at.protocol === "ws:" ? "http:" : at.protocol
    this.#check(checked)
    return openSocket(at, { dispatcher: this.#agent, headers, signal, silenceMs, fail: () => new FetchRefused("unreachable") })
  }

  async close(): Promise<void> {
    await this.#agent.close()
  }

  #check(url: URL): void {
    if (url.protocol !== "http:" && url.protocol !== "https:") throw new FetchRefused("scheme")
    if (url.username || url.password) throw new FetchRefused("credentials")
    const host = url.hostname.replace(/^\[(.*)\]$/, "$1")
    if (this.#allowed.names(host)) return
    if (url.port && url.port !== "80" && url.port !== "443") throw new FetchRefused("port")
    // A literal address never passes through the look-up.
    if (/^[\d.]+$|:/.test(host) && !isAllowed(host, this.#allowed)) throw new FetchRefused("address")
  }

  async #request(url: URL, options: SafeFetchOptions, signal: AbortSignal): Promise<Response> {
    const init: RequestInit = {
      method: options.method ?? "GET",
      headers: options.headers ?? {},
      redirect: "manual",
      signal,
      dispatcher: this.#agent,
    }
    if (options.body !== undefined) init.body = options.body
    try {
      return await fetch(url, init)
    } catch (error) {
      throw refusal(error, signal)
    }
  }

  #lookup(hostname: string, options: LookupOptions, done: LookupDone): void {
    systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, [])
      const bad = !this.#allowed.names(hostname) && addresses.some(({ address }) => !isAllowed(address, this.#allowed))
      if (bad) return done(Object.assign(new Error("not a public address"), { code: "ENOTPUBLIC" }), [])
      done(null, addresses)
    })
  }
}

type LookupDone = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void

/** Reads at most so many bytes of what is left after decompression. */
async function readCapped(answer: Response, maxBytes: number, signal: AbortSignal, cut: boolean): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of readChunks(answer, cut ? Infinity : maxBytes, signal)) {
    length += chunk.length
    chunks.push(chunk)
    if (length >= maxBytes && cut) break
  }
  return Buffer.concat(chunks).subarray(0, maxBytes)
}

async function* readChunks(answer: Response, maxBytes: number, signal: AbortSignal): AsyncIterable<Uint8Array> {
  let length = 0
  try {
    for await (const chunk of answer.body ?? []) {
      length += chunk.length
      if (length > maxBytes) throw new FetchRefused("too-large")
      yield chunk
    }
  } catch (error) {
    throw error instanceof FetchRefused ? error : refusal(error, signal)
  }
}

function refusal(error: unknown, signal: AbortSignal): FetchRefused {
  if (signal.aborted) return new FetchRefused("timeout", error)
  const cause = error instanceof Error ? error.cause : null
  const notPublic = cause instanceof Error && "code" in cause && cause.code === "ENOTPUBLIC"
  return new FetchRefused(notPublic ? "address" : "unreachable", error)
}

/** What another host may be told. Keys go by many names, so that only what is known to be none is handed on. */
const FOR_ANYBODY = /^(accept|accept-language|content-type|user-agent|if-none-match|if-modified-since|range)$/i

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => FOR_ANYBODY.test(name)))
}
