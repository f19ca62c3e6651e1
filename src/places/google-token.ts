import { signedToken } from "./signed-token.ts"

/** Of a service account's key file. */
export interface ServiceAccount {
  client_email: string
  private_key: string
  token_uri: string
}

/** What somebody allowed once, of an OAuth client: it gives tokens until they take it back. */
export interface Allowance {
  client_id: string
  client_secret: string
  refresh_token: string
  token_uri: string
}

/** Where Google gives tokens, unless a key says otherwise. */
export const GOOGLE_TOKENS = "https://oauth2.googleapis.com/token"

/** What is asked for a token for an hour, for what the account signs (RFC 7523). @throws BadKey */
export function serviceForm(account: ServiceAccount, scope: string, now: Date): Record<string, string> {
  const iat = Math.floor(now.getTime() / 1000)
  const claims = { iss: account.client_email, scope, aud: account.token_uri, iat, exp: iat + 3_600 }
  return { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: signedToken("RS256", {}, claims, account.private_key) }
}

/** What is asked for a token for an hour, for a refresh token (RFC 6749, § 6). */
export function refreshForm({ client_id, client_secret, refresh_token }: Allowance): Record<string, string> {
  return { grant_type: "refresh_token", client_id, client_secret, refresh_token }
}
