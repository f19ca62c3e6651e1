import { z } from "zod"
import { askJson } from "./ask-json.ts"
import { signedToken } from "./signed-token.ts"
import type { SourceGround } from "./source-ground.ts"
import { SourceTrouble } from "./source.ts"

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

const token = z.object({ access_token: z.string() })

/** A token for an hour, for what the account signs (RFC 7523). @throws SourceTrouble */
export function serviceToken(ground: SourceGround, account: ServiceAccount, scope: string): Promise<string> {
  const iat = Math.floor(ground.clock.now().getTime() / 1000)
  const claims = { iss: account.client_email, scope, aud: account.token_uri, iat, exp: iat + 3_600 }
  const assertion = signedToken("RS256", {}, claims, account.private_key)
  return askToken(ground, account.token_uri, { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion })
}

/** A token for an hour, for a refresh token (RFC 6749, § 6). @throws SourceTrouble */
export function refreshedToken(ground: SourceGround, { token_uri, ...allowed }: Allowance): Promise<string> {
  return askToken(ground, token_uri, { grant_type: "refresh_token", ...allowed })
}

async function askToken(ground: SourceGround, uri: string, form: Record<string, string>): Promise<string> {
  const headers = { "content-type": "application/x-www-form-urlencoded" }
  // invalid_grant: what was allowed ended or was taken back (RFC 6749, § 5.2).
  const judge = (status: number) => (status === 400 ? new SourceTrouble("refused", { remark: { key: "listening.remark.newKey" } }) : null)
  return (await askJson(ground, uri, token, { method: "POST", headers, body: new URLSearchParams(form).toString(), judge })).value
    .access_token
}
