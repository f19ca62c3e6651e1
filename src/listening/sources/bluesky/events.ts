import { z } from "zod"

const reference = z.object({ uri: z.string() })
const blob = z.object({ ref: z.object({ $link: z.string() }) })
const alt = z.string().nullish().catch(null)

/** What can be shown under a post, in the shapes of app.bsky.embed.images, .video and .external. */
const shown = z.object({
  images: z
    .array(z.object({ alt, image: blob }))
    .nullish()
    .catch(null),
  video: blob.nullish().catch(null),
  alt,
  external: z.object({ uri: z.string(), title: z.string().nullish() }).nullish().catch(null),
})
export type Shown = z.infer<typeof shown>

/** A post, or a repost, which has nothing but its subject. */
const record = z.object({
  text: z.string().catch(""),
  createdAt: z.string().nullish().catch(null),
  langs: z.array(z.string()).nullish().catch(null),
  reply: z.object({ parent: reference }).nullish().catch(null),
  subject: reference.nullish().catch(null),
  // Beside a quote it stands one deeper (app.bsky.embed.recordWithMedia).
  embed: shown
    .extend({ media: shown.nullish().catch(null) })
    .nullish()
    .catch(null),
})

/** What Jetstream sends: a commit to somebody's repository, or news of an account or of what it is called. */
const event = z.object({
  did: z.string(),
  time_us: z.number(),
  commit: z
    .object({ operation: z.string(), collection: z.string(), rkey: z.string(), record: record.nullish().catch(null) })
    .nullish()
    .catch(null),
  account: z.object({ active: z.boolean(), status: z.string().nullish() }).nullish().catch(null),
  identity: z.object({ handle: z.string().nullish() }).nullish().catch(null),
})

export type Event = z.infer<typeof event>
export type Post = Omit<z.infer<typeof record>, "subject">

/** One message of the stream; null where it is something else. */
export function readEvent(message: string | Uint8Array): Event | null {
  try {
    return event.safeParse(JSON.parse(typeof message === "string" ? message : Buffer.from(message).toString("utf8"))).data ?? null
  } catch {
    return null // not JSON: nothing that could be kept
  }
}
