import { z } from "@hono/zod-openapi"
import { BUSINESS_ID, GOOGLE_TOKENS } from "#places"
import { serverSetting } from "../server-setting.ts"

const digits = (message: string) => z.string().trim().regex(BUSINESS_ID, message)

export const businessSettings = z.strictObject({
  /** The number of the account that owns or manages the profile. */
  account: digits("listening.source.badAccount"),
  /** Numbers of the locations that are wanted; none: all of the account. */
  locations: z.array(digits("listening.source.badLocation")).max(100).default([]),
  api: serverSetting("https://mybusiness.googleapis.com"),
  /** Which locations there are is told by another service than what is said of them. */
  information: serverSetting("https://mybusinessbusinessinformation.googleapis.com"),
})
export type BusinessSettings = z.infer<typeof businessSettings>

const text = z.string().trim().min(1).max(10_000).optional()

/** What an OAuth client was allowed, or a service account that is a manager of the profile. */
export const businessSecret = z
  .object({
    client_id: text,
    client_secret: text,
    refresh_token: text,
    client_email: text,
    private_key: text,
    token_uri: z.url({ protocol: /^https?$/ }).default(GOOGLE_TOKENS),
  })
  .refine((given) => (given.client_id && given.client_secret && given.refresh_token) || (given.client_email && given.private_key), {
    message: "listening.source.badGoogleKey",
  })
export type BusinessSecret = z.infer<typeof businessSecret>
