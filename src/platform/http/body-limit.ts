import type { MiddlewareHandler } from "hono"
import { TooLarge } from "../errors.ts"

/**
 * Ends a request whose body has more bytes than it may: at once where it says so itself, otherwise as soon as they have come. `mostOf`
 * gives the bytes for a path; null: whoever answers it counts for itself.
 * @throws TooLarge
 */
export function bodyLimit(mostOf: (path: string) => number | null): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next()
    const most = mostOf(c.req.path)
    const { body } = c.req.raw
    if (most === null || !body) return next()
    const refusal = new TooLarge("request.tooLarge", { megabytes: most / 1_000_000 })
    const stated = c.req.header("transfer-encoding") ? undefined : c.req.header("content-length")
    if (stated !== undefined) {
      // Node itself takes no more bytes than are stated.
      if (Number(stated) > most) throw refusal
      return next()
    }
    let size = 0
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, counted) {
        size += chunk.length
        if (size > most) counted.error(refusal)
        else counted.enqueue(chunk)
      },
    })
    const { method, headers, signal } = c.req.raw
    const counted = { method, headers, signal, body: body.pipeThrough(counting), duplex: "half" }
    c.req.raw = new Request(c.req.url, counted)
    await next()
    if (size > most) throw refusal // whatever the reader made of a body that broke off
  }
}
