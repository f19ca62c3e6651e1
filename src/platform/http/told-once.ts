import type { Context } from "hono"

const secrets = new WeakSet<Request>()

/** The answer to this request holds a secret that is told once (a token, a link): nobody on the way keeps it, and neither do we. */
export function tellOnce(c: Context): void {
  c.header("cache-control", "no-store")
  secrets.add(c.req.raw)
}

export const isToldOnce = (request: Request): boolean => secrets.has(request)
