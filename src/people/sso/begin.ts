import * as oidc from "openid-client"
import type { PeopleDeps } from "../deps.ts"
import { randomSecret } from "../secrets.ts"
import { keepChallenge } from "../sign-in/challenge.ts"
import { findProvider } from "./provider.ts"

export function callbackUrl(deps: PeopleDeps): URL {
  return new URL("/api/sign-in/sso/callback", deps.url)
}

/**
 * Where to send the browser (authorization code with PKCE, state and nonce), and the secret that it keeps meanwhile: whoever comes back
 * without it began in another browser.
 */
export async function beginSso(deps: PeopleDeps): Promise<{ to: URL; browserSecret: string }> {
  const { config } = await findProvider(deps, deps.db.read)
  const verifier = oidc.randomPKCECodeVerifier()
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const browserSecret = randomSecret()
  await deps.db.transact((tx) => keepChallenge(tx, "sso", browserSecret, null, { verifier, state, nonce }))
  const to = oidc.buildAuthorizationUrl(config, {
    redirect_uri: callbackUrl(deps).href,
    scope: "openid email profile",
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
  })
  return { to, browserSecret }
}
