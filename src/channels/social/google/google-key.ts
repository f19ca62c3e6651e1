import { z } from "@hono/zod-openapi"
import { type Allowance, GOOGLE_TOKENS, type ServiceAccount } from "#places"
import { given } from "../server-setting.ts"

const file = z.object({
  client_email: z.email(),
  private_key: z.string().min(1),
  token_uri: z.url({ protocol: /^https?$/ }).default(GOOGLE_TOKENS),
})

/** A service account's key file, as Google gave it. */
export const keyFile = z.strictObject({
  keyFile: z
    .string()
    .trim()
    .max(20_000)
    .refine((text) => accountIn(text) !== null, "answers.account.badKeyFile"),
})

/** The account in a key file; null: it is none. */
export function accountIn(text: string): ServiceAccount | null {
  try {
    return file.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null // not JSON
  }
}

/** What an OAuth client was allowed, by whoever manages what is spoken for. */
export const allowance: z.ZodType<Allowance> = z.strictObject({
  client_id: given(500),
  client_secret: given(500),
  refresh_token: given(2_000),
  token_uri: z.url({ protocol: /^https?$/ }).default(GOOGLE_TOKENS),
})
