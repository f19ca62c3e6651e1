import { z } from "@hono/zod-openapi"
import { BUSINESS_ID } from "#places"
import { serverSetting } from "../server-setting.ts"

export const businessSettings = z.strictObject({
  /** The number of the account that owns or manages the profile. */
  account: z.string().trim().regex(BUSINESS_ID, "listening.source.badAccount"),
  api: serverSetting("https://mybusiness.googleapis.com"),
  /** Which locations there are is told by another service than what is said of them. */
  information: serverSetting("https://mybusinessbusinessinformation.googleapis.com"),
})
export type BusinessSettings = z.infer<typeof businessSettings>
