import { z } from "@hono/zod-openapi"
import type { SourceGround } from "../source-ground.ts"
import type { SourceNow } from "../source.ts"
import { withSecret } from "../with-secret.ts"

export const mastodonSettings = z.strictObject({
  /** The instance whose token we have: `https://social.example`. */
  url: z.url({ protocol: /^https?$/, message: "listening.source.badUrl" }).max(500),
  /** A hashtag without its sign; without one, everything that is public there. */
  tag: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}_]{1,100}$/u, "listening.source.badTag")
    .nullable()
    .default(null),
  /** Only what is written on this instance itself. */
  local: z.boolean().default(false),
})
export type MastodonSettings = z.infer<typeof mastodonSettings>

/** A user token with `read:statuses`: since 4.2 public and hashtag streams aren't open without. */
export const mastodonSecret = z.strictObject({ token: z.string().trim().min(1).max(500) })
export type MastodonSecret = z.infer<typeof mastodonSecret>

/** What every question carries. @throws SourceTrouble where there is no token */
export const headersOf = (ground: SourceGround, { secret }: SourceNow<MastodonSettings, MastodonSecret>): Record<string, string> => ({
  authorization: `Bearer ${withSecret(secret).token}`,
  "user-agent": ground.agent,
})
