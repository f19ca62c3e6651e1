import { z } from "@hono/zod-openapi"
import { given } from "../server-setting.ts"

export const lemmySettings = z.strictObject({
  /** The instance that keeps the account. */
  url: z.url({ protocol: /^https?$/, message: "answers.account.badUrl" }).max(500),
  /** Its name there, or its mail address. */
  user: given(200).transform((name) => name.replace(/^@/, "")),
})
export type LemmySettings = z.infer<typeof lemmySettings>

export const lemmySecret = z.strictObject({ password: given(200) })
export type LemmySecret = z.infer<typeof lemmySecret>
