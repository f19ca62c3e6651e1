import type * as oidc from "openid-client"
import { FetchRefused, type SafeFetch } from "#platform"

/** Every request to a provider goes through the way out that the house gave us: whoever may set the provider names an address. */
export function fetchThrough(outbound: Pick<SafeFetch, "get">): oidc.CustomFetch {
  return async (url, { method, headers, body }) => {
    const sent = body instanceof URLSearchParams ? body.toString() : typeof body === "string" ? body : undefined
    const answer = await outbound.get(url, {
      method: method === "POST" ? "POST" : "GET",
      headers,
      ...(sent !== undefined ? { body: sent } : {}),
      redirects: 0,
      maxBytes: 1_000_000,
    })
    const hasBody = answer.status !== 204 && answer.status !== 304
    return new Response(hasBody ? new Uint8Array(answer.body) : null, { status: answer.status, headers: answer.headers })
  }
}

/** Whether the provider could not be reached, rather than having answered something that won't do. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof FetchRefused || (error instanceof Error && error.cause !== undefined && isUnreachable(error.cause))
}
