import * as oidc from "openid-client"
import { errorFields, type Reader, Unauthenticated, Unavailable } from "#platform"
import type { PeopleDeps } from "../deps.ts"
import { fetchThrough } from "./reach-provider.ts"
import { openSsoSettings } from "./settings.ts"

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
