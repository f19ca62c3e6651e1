import { z } from "zod"

const reference = z.object({ uri: z.string() })
const post = z.object({
  text: z.string().catch(""),
  createdAt: z.string().nullish().catch(null),
  langs: z.array(z.string()).nullish().catch(null),
  reply: z.object({ parent: reference }).nullish().catch(null),
  embed: z
    .object({
      images: z
        .array(z.object({ alt: z.string().nullish(), image: z.object({ ref: z.object({ $link: z.string() }) }) }))
        .nullish()
        .catch(null),
      external: z.object({ uri: z.string(), title: z.string().nullish() }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
})

/** What Jetstream sends: a commit to somebody's repository; news of identities and accounts come along. */
const event = z.object({
  did: z.string(),
  time_us: z.number(),
  commit: z
    .object({ operation: z.string(), collection: z.string(), rkey: z.string(), record: post.nullish().catch(null) })
    .nullish()
    .catch(null),
})

export type Event = z.infer<typeof event>
export type Post = z.infer<typeof post>

/** One message of the stream; null where it is something else. */
export function readEvent(message: string | Uint8Array): Event | null {
  try {
    return event.safeParse(JSON.parse(typeof message === "string" ? message : Buffer.from(message).toString("utf8"))).data ?? null
  } catch {
    return null // not JSON: nothing that could be kept
  }
}
