import * as oidc from "openid-client"
import { errorFields, FetchRefused, type Reader, type SafeFetch, Unauthenticated, Unavailable } from "#platform"
import type { PeopleDeps } from "../deps.ts"
import { openSsoSettings } from "./settings.ts"

/** Every request to a provider goes through the way out that the house gave us: whoever may set the provider names an address. */
function fetchThrough(outbound: Pick<SafeFetch, "get">): oidc.CustomFetch {
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

/** The way of showing the client's secret that the provider takes; Basic unless it says otherwise (OpenID Connect Core §9). */
function clientSecret(secret: string): oidc.ClientAuth {
  const basic = oidc.ClientSecretBasic(secret)
  const post = oidc.ClientSecretPost(secret)
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported
    return taken && !taken.includes("client_secret_basic") ? post(server, client, body, headers) : basic(server, client, body, headers)
  }
}

/**
 * The provider, as it describes itself now. Its ID tokens are checked by their signature too, not by the connection alone.
 * @throws Unauthenticated people.sso.off, Unavailable people.sso.unreachable
 */
export async function findProvider(deps: PeopleDeps, reader: Reader) {
  const settings = await openSsoSettings(reader, deps.keys)
  if (!settings) throw new Unauthenticated("people.sso.off")
  try {
    const config = await oidc.discovery(
      new URL(settings.issuer),
      settings.clientId,
      { [oidc.clockSkew]: Math.round((reader.now.getTime() - Date.now()) / 1000), [oidc.clockTolerance]: 30 },
      clientSecret(settings.clientSecret),
      { [oidc.customFetch]: fetchThrough(deps.outbound), execute: [oidc.enableNonRepudiationChecks], timeout: 10 },
    )
    return { settings, config }
  } catch (error) {
    deps.log.warn("sso.discovery-failed", errorFields(error))
    throw new Unavailable("people.sso.unreachable")
  }
}

/** Whether the provider could not be reached, rather than having answered something that won't do. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof FetchRefused || (error instanceof Error && error.cause !== undefined && isUnreachable(error.cause))
}
