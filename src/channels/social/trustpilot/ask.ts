import { z } from "@hono/zod-openapi"
import { TRUSTPILOT_ID } from "#places"
import { askPlace, type PlaceAnswer, read } from "../ask-place.ts"
import { complaintOf } from "../complaint.ts"
import { type Given, withToken } from "../kept-token.ts"
import { type OpenAccount, PlaceTrouble, type SocialGround } from "../network.ts"
import { given, serverSetting } from "../server-setting.ts"

export const trustpilotSettings = z.strictObject({
  /** The id of one's business unit. */
  business: z.string().trim().regex(TRUSTPILOT_ID, "listening.source.badBusiness"),
  /** The id of who answers, from their profile in Trustpilot Business. */
  user: z.string().trim().regex(TRUSTPILOT_ID, "answers.account.badBusinessUser"),
  api: serverSetting("https://api.trustpilot.com"),
})

/** Of the application that Trustpilot made for the business. */
export const trustpilotSecret = z.strictObject({ key: given(200), secret: given(200) })
export type TrustpilotAccount = OpenAccount<z.infer<typeof trustpilotSettings>, z.infer<typeof trustpilotSecret>>

const token = z.object({ access_token: z.string(), expires_in: z.coerce.number().catch(3_600) })

/** developers.trustpilot.com/get-started/authentication/grant-type-client-credentials. */
async function signIn(ground: SocialGround, { settings: { api }, secret: { key, secret } }: TrustpilotAccount): Promise<Given> {
  const url = new URL("/v1/oauth/oauth-business-users-for-applications/accesstoken", api)
  const headers = { authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}` }
  const answer = await askPlace(ground, url, { method: "POST", headers, form: { grant_type: "client_credentials" } })
  if (answer.status === 400 || answer.status === 401) throw new PlaceTrouble("refused", "login", complaintOf(answer).words)
  const { access_token, expires_in } = read(ground, answer, token)
  return { token: access_token, seconds: expires_in }
}

/** Asks Trustpilot as the business. Gives whatever is answered. @throws PlaceTrouble */
export function askTrustpilot(
  ground: SocialGround,
  account: TrustpilotAccount,
  path: string,
  { method = "GET", body }: { method?: "GET" | "POST" | "DELETE"; body?: unknown } = {},
): Promise<PlaceAnswer> {
  const { settings, secret } = account
  return withToken(
    ground,
    [settings.api, secret],
    () => signIn(ground, account),
    (bearer) =>
      askPlace(ground, new URL(path, settings.api), {
        method,
        headers: { authorization: `Bearer ${bearer}`, apikey: secret.key },
        ...(body === undefined ? {} : { body }),
        changes: method !== "GET",
      }),
  )
}
