import { z } from "zod"
import { type Allowance, refreshForm, type ServiceAccount, serviceForm } from "#places"
import { askJson } from "./ask-json.ts"
import { withGoodKey } from "./good-key.ts"
import type { SourceGround } from "./source-ground.ts"
import { SourceTrouble } from "./source.ts"

const token = z.object({ access_token: z.string() })

/** A token for an hour, for what the account signs. @throws SourceTrouble */
export function serviceToken(ground: SourceGround, account: ServiceAccount, scope: string): Promise<string> {
  const form = withGoodKey(() => serviceForm(account, scope, ground.clock.now()))
  return askToken(ground, account.token_uri, form)
}

/** A token for an hour, for a refresh token. @throws SourceTrouble */
export function refreshedToken(ground: SourceGround, allowed: Allowance): Promise<string> {
  return askToken(ground, allowed.token_uri, refreshForm(allowed))
}

async function askToken(ground: SourceGround, uri: string, form: Record<string, string>): Promise<string> {
  const headers = { "content-type": "application/x-www-form-urlencoded" }
  // invalid_grant: what was allowed ended or was taken back (RFC 6749, § 5.2).
  const judge = (status: number) => (status === 400 ? new SourceTrouble("refused", { remark: { key: "listening.remark.newKey" } }) : null)
  return (await askJson(ground, uri, token, { method: "POST", headers, body: new URLSearchParams(form).toString(), judge })).value
    .access_token
}
