import { z } from "zod"
import type { Pushed } from "../meta/door.ts"
import type { Told } from "../meta/in-order.ts"
import { by, momentOf } from "../meta/graph-shapes.ts"
import { heardComment, heardStory } from "./shapes.ts"

const id = z.coerce.string()
const digits = /^\d{1,40}$/
const change = z.object({
  field: z.string(),
  value: z
    .object({
      id: id.nullish(),
      from: by,
      text: z.string().nullish(),
      media: z.object({ id }).nullish().catch(null),
      parent_id: id.nullish(),
      media_id: id.nullish(),
      comment_id: id.nullish(),
    })
    .nullish()
    .catch(null),
})
const message = z.object({
  sender: z.object({ id }),
  timestamp: z.number(),
  message: z
    .object({ mid: z.string(), attachments: z.array(z.object({ type: z.string() })).catch([]) })
    .nullish()
    .catch(null),
})
const body = z.object({
  object: z.literal("instagram"),
  entry: z.array(
    z.object({
      id,
      time: z.number(),
      // Some apps are told with the change itself in the entry.
      field: z.string().nullish(),
      value: change.shape.value,
      changes: z.array(change).catch([]),
      messaging: z.array(message.nullable().catch(null)).catch([]),
    }),
  ),
})

interface Account {
  account: string
  handle: string
  /** Where one's own pictures stand, by their ids. */
  links: Readonly<Record<string, string>>
}

/**
 * What Meta tells of an account: comments with their words, what names it elsewhere by its id alone, and stories that name it. These come as
 * messages: every other message is private, and isn't read.
 */
export function toldOfAccount(given: unknown, { account, handle, links }: Account): Pushed {
  const things: Told[] = []
  const wanted: string[] = []
  const entries = (body.safeParse(given).data?.entry ?? []).filter((entry) => entry.id === account)
  for (const { time, field, value, changes, messaging } of entries) {
    // Seconds, or thousandths: both are sent.
    const at = Math.floor(time > 1e11 ? time / 1000 : time)
    for (const one of [...changes, ...(field && value ? [{ field, value }] : [])]) {
      const { id: key, text, from, media, parent_id, media_id, comment_id } = one.value ?? {}
      if (one.field === "mentions" && (comment_id ?? media_id))
        wanted.push(...[comment_id ? `comment:${comment_id}` : `media:${media_id}`].filter((each) => digits.test(each.split(":")[1]!)))
      const isComment = (one.field === "comments" || one.field === "live_comments") && key && text
      if (!isComment || from?.id === account || from?.username?.toLowerCase() === handle) continue
      const said = { id: key, text, from: from ?? null, parent_id: parent_id ?? null, username: null, timestamp: null }
      const heard = heardComment(said, (media && links[media.id]) ?? null, media?.id ?? null)
      things.push({ key, at, heard: { ...heard, publishedAt: momentOf(at) } })
    }
    for (const sent of messaging) {
      if (!sent?.message?.attachments.some(({ type }) => type === "story_mention") || sent.sender.id === account) continue
      const said = new Date(sent.timestamp)
      things.push({ key: sent.message.mid, at, heard: heardStory(sent.message.mid, handle, sent.sender.id, said) })
    }
  }
  return { things, wanted }
}
