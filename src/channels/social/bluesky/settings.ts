import { z } from "@hono/zod-openapi"

export const blueskySettings = z.strictObject({
  /** The server that keeps the account: bsky.social, or one's own. */
  pds: z
    .url({ protocol: /^https?$/, message: "answers.account.badUrl" })
    .max(500)
    .default("https://bsky.social"),
  handle: z
    .string()
    .trim()
    .transform((given) => given.replace(/^@/, "").toLowerCase())
    .pipe(
      z
        .string()
        .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/, "answers.account.badHandle")
        .max(253),
    ),
})
export type BlueskySettings = z.infer<typeof blueskySettings>

/** An app password, made in the account's own settings; not the account's password. */
export const blueskySecret = z.strictObject({ appPassword: z.string().trim().min(8, "answers.account.badPassword").max(200) })
export type BlueskySecret = z.infer<typeof blueskySecret>
