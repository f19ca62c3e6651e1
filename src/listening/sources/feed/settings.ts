import { z } from "@hono/zod-openapi"

export const feedSettings = z.strictObject({
  /** Of the feed, or of a page that names one. */
  url: z.url({ protocol: /^https?$/, message: "listening.source.badUrl" }).max(2_000),
})

export type FeedSettings = z.infer<typeof feedSettings>
