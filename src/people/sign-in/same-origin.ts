import type { Context } from "hono"
import { Forbidden } from "#platform"

/**
 * Another site must not sign a browser in under an account of its choosing, nor use its session. Browsers say where a request comes
 * from (Fetch Metadata, or Origin where that is missing); programs say nothing and hold no cookies by accident.
 * @throws Forbidden request.origin
 */
export function refuseOtherSites(c: Context): void {
  const site = c.req.header("sec-fetch-site")
  if (site !== undefined) {
    if (site !== "same-origin" && site !== "none") throw new Forbidden("request.origin")
    return
  }
  const origin = c.req.header("origin")
  if (origin === undefined) return
  if (!URL.canParse(origin) || new URL(origin).host !== (c.req.header("host") ?? new URL(c.req.url).host))
    throw new Forbidden("request.origin")
}
