import * as oidc from "openid-client"
import { errorFields, Unauthenticated, Unavailable } from "#platform"
import type { PeopleDeps } from "../deps.ts"
import { takeChallenge } from "../sign-in/challenge.ts"
import { callbackUrl } from "./begin.ts"
import { findProvider } from "./provider.ts"
import { isUnreachable } from "./reach-provider.ts"
import type { SsoSettings } from "./settings.ts"

/** Whom the provider says it is. */
export interface Said {
  issuer: string
  subject: string
  address: string | null
  addressVerified: boolean
  name: string | null
}

/**
 * What the provider says of whoever came back, once state, PKCE, nonce, issuer, audience, times and signature have held.
 * @throws Unauthenticated people.sso.refused, Unavailable people.sso.unreachable
 */
export async function confirmSso(
  deps: PeopleDeps,
  browserSecret: string | undefined,
  search: string,
): Promise<{ said: Said; settings: SsoSettings }> {
  const challenge = browserSecret ? await deps.db.transact((tx) => takeChallenge(tx, "sso", browserSecret)) : null
  const { verifier, state, nonce } = challenge?.data ?? {}
  if (!verifier || !state || !nonce) throw new Unauthenticated("people.sso.refused")
  const { config, settings } = await findProvider(deps, deps.db.read)
  const current = callbackUrl(deps)
  current.search = search
  try {
    const answer = await oidc.authorizationCodeGrant(config, current, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    return { said: await readClaims(config, answer), settings }
  } catch (error) {
    deps.log.warn("sso.refused", { ...errorFields(error), answered: answeredError(error) })
    if (isUnreachable(error)) throw new Unavailable("people.sso.unreachable")
    throw new Unauthenticated("people.sso.refused")
  }
}

/** The provider's own code for a refusal ("invalid_client"), for the operator's log. */
function answeredError(error: unknown): string | null {
  return error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError ? error.error.slice(0, 100) : null
}

type Grant = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>

async function readClaims(config: oidc.Configuration, answer: Grant): Promise<Said> {
  const claims = answer.claims()
  if (!claims) throw new Error("no ID token")
  // Some providers leave the address out of the ID token and tell it beside.
  const asks = claims["email"] === undefined && config.serverMetadata().userinfo_endpoint !== undefined
  const { email, email_verified, name }: Record<string, unknown> = asks
    ? await oidc.fetchUserInfo(config, answer.access_token, claims.sub)
    : claims
  return {
    issuer: claims.iss,
    subject: claims.sub,
    address: typeof email === "string" ? email : null,
    addressVerified: email_verified === true || email_verified === "true",
    name: typeof name === "string" && name.trim() ? name.trim().slice(0, 200) : null,
  }
}
