import { z } from "zod"
import { afterOf, paging } from "../meta/graph-shapes.ts"
import type { Graph } from "../meta/graph.ts"
import { unlessGone } from "../meta/unless-gone.ts"
import type { NewestPage } from "../read-newest.ts"
import type { Heard } from "../source.ts"
import { comments, heardComment, heardMedia, media } from "./shapes.ts"

const COMMENT = "id,text,timestamp,username,from,parent_id"
const COMMENTS = `${COMMENT},replies.limit(20){${COMMENT}}`
const own = z.object({ data: z.array(media.extend({ comments: comments.nullish().catch(null) })), paging })
const tagged = z.object({ data: z.array(media), paging })
const MOST_PAGES = 4

/** What is written under one's own pictures, and where these stand: comments that are pushed don't tell that. */
export async function askComments(graph: Graph, account: string, links: Map<string, string>, after: string | null): Promise<NewestPage> {
  const fields = `id,permalink,timestamp,comments.limit(50){${COMMENTS}}`
  const value = await graph.ask(`${account}/media`, { fields, limit: "25", after }, own)
  const heard: Heard[] = []
  for (const { id, permalink, comments: first } of value.data) {
    if (permalink) links.set(id, permalink)
    const all = [...(first?.data ?? [])]
    let next = afterOf(first?.paging ?? null)
    for (let page = 0; next && page < MOST_PAGES; page++) {
      const more = await unlessGone(graph.ask(`${id}/comments`, { fields: COMMENTS, limit: "50", after: next }, comments))
      if (!more) break
      all.push(...more.data)
      next = afterOf(more.paging)
    }
    for (const each of all) {
      heard.push(heardComment(each, permalink ?? null, id))
      for (const reply of each.replies?.data ?? []) heard.push(heardComment({ ...reply, parent_id: each.id }, permalink ?? null, id))
    }
  }
  return { heard, next: afterOf(value.paging) }
}

/** Pictures in which the account was tagged. */
export async function askTagged(graph: Graph, account: string, after: string | null): Promise<NewestPage> {
  const fields = "id,caption,permalink,timestamp,username"
  const value = await graph.ask(`${account}/tags`, { fields, limit: "50", after }, tagged)
  return { heard: value.data.flatMap((each) => heardMedia(each) ?? []), next: afterOf(value.paging) }
}
