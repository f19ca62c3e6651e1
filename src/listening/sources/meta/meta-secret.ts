import { z } from "@hono/zod-openapi"
import { META_ID } from "#places"

/** What an app of Meta's gives: its secret signs, its token reads; the word that verifies the address is chosen by who registers it. */
export const metaSecret = z.strictObject({
  token: z.string().trim().min(1).max(1_000),
  appSecret: z.string().trim().min(16, "listening.source.badAppSecret").max(200),
  verify: z.string().trim().min(8, "listening.source.badVerify").max(200),
})
export type MetaSecret = z.infer<typeof metaSecret>

/** The number of an account or page, as Meta's API knows it. */
export const metaAccount = z.string().trim().regex(META_ID, "listening.source.badMetaAccount")

/** How an account is called, with or without its sign. */
export const metaHandle = z
  .string()
  .trim()
  .regex(/^@?[\w.]{1,60}$/, "listening.source.badHandle")
  .transform((handle) => handle.replace(/^@/, "").toLowerCase())
