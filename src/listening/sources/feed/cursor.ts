import { z } from "@hono/zod-openapi"
import type { Json } from "../source.ts"

const subscription = z.strictObject({
  hub: z.string(),
  topic: z.string(),
  /** When it was asked for; until when the hub tells of news, once it has confirmed. */
  askedAt: z.string(),
  until: z.string().nullable(),
})
const shape = z.object({
  /** Where the feed really is: found on the page, or moved to for good. */
  url: z.string().nullable().default(null),
  etag: z.string().nullable().default(null),
  modified: z.string().nullable().default(null),
  seen: z.array(z.string()).default([]),
  /** Until when it was read: what is pushed doesn't tell whether anything is missing. */
  through: z.string().nullable().default(null),
  push: subscription.nullable().catch(null).default(null),
})

export type Subscription = z.infer<typeof subscription>
export type FeedCursor = z.infer<typeof shape>

/** The cursor as the last reading left it; a new one where there is none. */
export function feedCursor(written: Json): FeedCursor {
  return shape.safeParse(written ?? {}).data ?? shape.parse({})
}
