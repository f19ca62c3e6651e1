import { z } from "zod"
import type { Graph } from "../meta/graph.ts"
import { type Heard, SourceTrouble } from "../source.ts"
import { comment, heardComment, heardMedia, media } from "./shapes.ts"

const MEDIA = "id,caption,permalink,timestamp,username"
const mentioned = z.object({
  mentioned_comment: comment
    .extend({ media: media.nullish().catch(null) })
    .nullish()
    .catch(null),
  mentioned_media: media.nullish().catch(null),
})
/** So many in one look; the rest in the next. */
const MOST = 20

/** What was only told by its id: `comment:ID` or `media:ID` of somebody else, that names the account. */
export async function askWanted(graph: Graph, account: string, wanted: readonly string[]): Promise<{ heard: Heard[]; left: string[] }> {
  const heard: Heard[] = []
  for (const each of wanted.slice(0, MOST)) {
    const [what, id] = each.split(":", 2)
    const fields =
      what === "comment"
        ? `mentioned_comment.comment_id(${id}){id,text,timestamp,username,media{id,permalink}}`
        : `mentioned_media.media_id(${id}){${MEDIA}}`
    const found = await graph.ask(account, { fields }, mentioned).catch(gone)
    const [said, picture] = [found?.mentioned_comment, found?.mentioned_media]
    if (said) heard.push(heardComment(said, said.media?.permalink ?? null, said.media?.id ?? null))
    else if (picture) heard.push(...[heardMedia(picture) ?? []].flat())
  }
  return { heard, left: wanted.slice(MOST) }
}

/** It was taken back before it was asked for, or its author is private: there is nothing to hear. */
function gone(error: unknown): null {
  if (error instanceof SourceTrouble && (error.code === "unreadable" || error.code === "gone")) return null
  throw error
}
