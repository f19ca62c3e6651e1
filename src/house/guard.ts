import type { Context, MiddlewareHandler } from "hono"
import { type Clock, Forbidden } from "#platform"

/** What every answer says to a browser. */
export function headers(https: boolean, clock: Clock): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const set = (name: string, value: string) => {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
    set("x-content-type-options", "nosniff")
    set("referrer-policy", "no-referrer")
    set("cross-origin-opener-policy", "same-origin")
    set("cross-origin-resource-policy", "same-origin")
    set("permissions-policy", "camera=(), microphone=(), geolocation=()")
    if (!c.res.headers.has("content-security-policy"))
      c.res.headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
    if (c.req.path.startsWith("/api/")) {
      set("cache-control", "no-store")
      set("date", clock.now().toUTCString()) // the clock by which answers leave and time is counted: the desk counts by it too
    }
    if (https) set("strict-transport-security", "max-age=31536000")
  }
}

/**
 * A request that changes something and is signed in by cookie must come from our own pages (Fetch Metadata; the Origin header where a
 * browser doesn't send it). A token in the Authorization header can't be sent by another site's page.
 */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const safe = ["GET", "HEAD", "OPTIONS"].includes(c.req.method)
  if (!safe && !c.req.header("authorization") && !comesFromUs(c)) throw new Forbidden("request.origin")
  await next()
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"])

/**
 * Whether somebody on this machine asks for themselves. What a web server in front hands on comes from this machine too: it says for whom,
 * or keeps the name by which it was asked.
 */
export function isLocal(c: Context, ip: string): boolean {
  const handedOn = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"].some((name) => c.req.header(name) !== undefined)
  const { hostname } = new URL(c.req.url)
  return LOOPBACK.has(ip) && !handedOn && (hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127."))
}

function comesFromUs(c: Context): boolean {
  const site = c.req.header("sec-fetch-site")
  if (site) return site === "same-origin" || site === "none"
  const origin = c.req.header("origin")
  return !origin || (URL.canParse(origin) && new URL(origin).host === c.req.header("host"))
}
