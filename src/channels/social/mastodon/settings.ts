import { z } from "@hono/zod-openapi"

export const mastodonSettings = z.strictObject({
  /** The instance that keeps the account. */
  url: z.url({ protocol: /^https?$/, message: "answers.account.badUrl" }).max(500),
  /** Who comes across our answers: everybody, or those who look at the thread or our page. */
  visibility: z.enum(["public", "unlisted"]).default("public"),
})
export type MastodonSettings = z.infer<typeof mastodonSettings>

/** A user token with read:accounts, read:search, read:statuses and write:statuses. */
export const mastodonSecret = z.strictObject({ token: z.string().trim().min(1).max(500) })
export type MastodonSecret = z.infer<typeof mastodonSecret>
