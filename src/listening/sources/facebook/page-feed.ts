import { z } from "zod"
import type { Author, Heard } from "../source.ts"
import { afterOf, by, momentOf, paging } from "../meta/graph-shapes.ts"
import type { Graph } from "../meta/graph.ts"
import { unlessGone } from "../meta/unless-gone.ts"
import type { NewestPage } from "../read-newest.ts"

const said = z.object({
  id: z.string(),
  message: z.string().nullish(),
  created_time: z.string(),
  from: by,
  permalink_url: z.string().nullish(),
  parent: z.object({ id: z.string() }).nullish().catch(null),
})
const comments = z.object({ data: z.array(said).catch([]), paging })
const post = said.extend({ comments: comments.nullish().catch(null) })
const posts = z.object({ data: z.array(post), paging })

const SAID = "id,message,created_time,from,permalink_url"
const COMMENTS = `${SAID},parent{id}`
const FIELDS: Readonly<Record<string, string>> = {
  feed: `${SAID},comments.filter(stream).order(reverse_chronological).limit(50){${COMMENTS}}`,
  tagged: SAID,
}
/** Further pages of comments under one post, in one look. */
const MOST_PAGES = 4

/** A list of a page: its feed with what is written under it, or what names it elsewhere. The newest first. */
export async function askPosts(graph: Graph, page: string, list: "feed" | "tagged", after: string | null): Promise<NewestPage> {
  const value = await graph.ask(`${page}/${list}`, { fields: FIELDS[list]!, limit: "25", after }, posts)
  const heard: Heard[] = []
  for (const each of value.data) {
    heard.push(...heardSaid(each, "post", null))
    for (const comment of await commentsOf(graph, each)) heard.push(...heardSaid(comment, "comment", each.id))
  }
  return { heard, next: afterOf(value.paging) }
}

/** What is written under a post; more than fifty at once is asked for page by page. */
async function commentsOf(graph: Graph, { id, comments: first }: z.infer<typeof post>): Promise<z.infer<typeof said>[]> {
  const all = [...(first?.data ?? [])]
  let after = afterOf(first?.paging ?? null)
  for (let page = 0; after && page < MOST_PAGES; page++) {
    const asked = { fields: COMMENTS, filter: "stream", order: "reverse_chronological", limit: "50", after }
    const value = await unlessGone(graph.ask(`${id}/comments`, asked, comments))
    if (!value) break
    all.push(...value.data)
    after = afterOf(value.paging)
  }
  return all
}

function heardSaid(
  { id, message, created_time, from, permalink_url, parent }: z.infer<typeof said>,
  kind: "post" | "comment",
  on: string | null,
) {
  if (!message) return []
  return [
    heardAtFacebook({
      key: id,
      kind,
      text: message,
      url: permalink_url ?? null,
      by: from ?? null,
      at: momentOf(created_time),
      replyTo: parent?.id ?? on,
    }),
  ]
}

interface Said {
  key: string
  kind: Heard["kind"]
  text: string
  url: string | null
  by: z.infer<typeof by>
  at: Date | null
  replyTo: string | null
}

/** Something said at Facebook. Who said it is told only of those who allow it. */
export function heardAtFacebook({ by: who, at, url, ...said }: Said): Heard {
  const author: Author | null = who ? { key: who.id, name: who.name ?? null, handle: null, url: null, followers: null, since: null } : null
  const rest = { site: "facebook.com", title: null, language: null, country: null, rating: null, repostOf: null, media: [] }
  return { ...rest, ...said, url: url ?? `https://www.facebook.com/${said.key}`, author, publishedAt: at }
}
