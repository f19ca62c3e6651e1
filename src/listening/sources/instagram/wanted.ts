import { z } from "zod"
import type { Graph } from "../meta/graph.ts"
import { unlessGone } from "../meta/unless-gone.ts"
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

export interface Wanted {
  heard: Heard[]
  /** Still to be asked for. */
  left: string[]
  /** So many that Meta doesn't show us, and the id of one. */
  refused: number
  example: string | null
}

/** What was only told by its id: `comment:ID` or `media:ID` of somebody else, that names the account. */
export async function askWanted(graph: Graph, account: string, wanted: readonly string[]): Promise<Wanted> {
  const heard: Heard[] = []
  const refused: string[] = []
  for (const [n, each] of wanted.slice(0, MOST).entries()) {
    const [what, id] = each.split(":", 2)
    const fields =
      what === "comment"
        ? `mentioned_comment.comment_id(${id}){id,text,timestamp,username,media{id,permalink}}`
        : `mentioned_media.media_id(${id}){${MEDIA}}`
    try {
      // It was taken back before it was asked for, or its author is private: there is nothing to hear.
      const found = await unlessGone(graph.ask(account, { fields }, mentioned))
      const [said, picture] = [found?.mentioned_comment, found?.mentioned_media]
      if (said) heard.push(heardComment(said, said.media?.permalink ?? null, said.media?.id ?? null))
      else if (picture) heard.push(...[heardMedia(picture) ?? []].flat())
    } catch (error) {
      if (!(error instanceof SourceTrouble)) throw error
      // The rest can be asked for later: what was read until here is kept.
      if (error.code === "throttled" || error.code === "unreachable") return { heard, left: wanted.slice(n), ...told(refused) }
      refused.push(id ?? "")
    }
  }
  return { heard, left: wanted.slice(MOST), ...told(refused) }
}

const told = (refused: readonly string[]) => ({ refused: refused.length, example: refused[0] ?? null })
