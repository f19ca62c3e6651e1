import { z } from "@hono/zod-openapi"

const count = z.number().int()

export const VoicesView = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    people: count.openapi({ description: "Different people who spoke of any of them" }),
    posts: count,
    sources: count,
    complete: z.boolean().openapi({ description: "All of these sources were read throughout" }),
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        people: count,
        posts: count,
        share: z
          .object({ value: z.number(), low: z.number(), high: z.number() })
          .nullable()
          .openapi({ description: "Of the people, with its 95 % interval (Wilson); null under 30 people" }),
      }),
    ),
  })
  .openapi("Voices")

export const NewsView = z
  .object({
    looked: z.object({
      now: count.openapi({ description: "So many mentions of this time were looked at, the latest first" }),
      before: count.openapi({ description: "And so many of the time of the same length before" }),
      isAll: z.boolean().openapi({ description: "Whether there are no others in either" }),
    }),
    words: z.array(z.object({ word: z.string(), people: count })),
    sites: z.array(z.object({ site: z.string(), posts: count, isNew: z.boolean() })),
  })
  .openapi("WatchNews")
