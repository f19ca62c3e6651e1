import type { Context } from "hono"
import { setCookie } from "hono/cookie"
import { parse } from "hono/utils/cookie"
import { DAY } from "#platform"

/** A session ends after so long without use, and after so long in any case. */
export const IDLE = 14 * DAY
export const LONGEST = 90 * DAY

/** Over https the name carries `__Host-`, which a neighbouring host name can't set (RFC 6265bis §4.1.3.2). */
function cookieName(secure: boolean): string {
  return secure ? "__Host-vigie_session" : "vigie_session"
}

export function sessionToken(cookie: string | null | undefined, secure: boolean): string | null {
  if (!cookie) return null
  const name = cookieName(secure)
  return parse(cookie, name)[name] ?? null
}

/** Gives the browser its session. The server decides when it ends; the cookie outlives it at most. */
export function giveSessionCookie(c: Context, secure: boolean, token: string): void {
  setCookie(c, cookieName(secure), token, { path: "/", httpOnly: true, sameSite: "Lax", secure, maxAge: LONGEST / 1000 })
}

export function takeSessionCookie(c: Context, secure: boolean): void {
  setCookie(c, cookieName(secure), "", { path: "/", httpOnly: true, sameSite: "Lax", secure, maxAge: 0 })
}
