import type { Author, Heard } from "../source.ts"
import type { CommentView, Creator, PostView } from "./shapes.ts"

const NOTHING = { language: null, country: null, rating: null, repostOf: null } as const

/** What is written on Lemmy is Markdown, which is read as it stands. */
export function heardPost({ post, creator }: PostView): Heard {
  return {
    ...NOTHING,
    key: `post:${post.id}`,
    kind: "post",
    url: post.ap_id,
    site: null,
    title: post.name,
    text: [post.body, post.url].filter(Boolean).join("\n") || post.name,
    author: authorOf(creator),
    publishedAt: dateOf(post.published),
    replyTo: null,
    media: [],
  }
}

export function heardComment({ comment, post, creator }: CommentView): Heard {
  const above = comment.path.split(".").at(-2) ?? "0"
  return {
    ...NOTHING,
    key: `comment:${comment.id}`,
    kind: "comment",
    url: comment.ap_id,
    site: null,
    title: post.name,
    text: comment.content,
    author: authorOf(creator),
    publishedAt: dateOf(comment.published),
    replyTo: above === "0" ? `post:${post.id}` : `comment:${above}`,
    media: [],
  }
}

function authorOf({ actor_id, name, display_name, published }: Creator): Author {
  const host = URL.parse(actor_id)?.hostname
  return {
    key: actor_id,
    name: display_name || null,
    handle: host ? `@${name}@${host}` : name,
    url: actor_id,
    followers: null,
    since: published ? dateOf(published) : null,
  }
}

/** Times come without a zone in older versions: they are UTC. */
function dateOf(written: string): Date {
  return new Date(/Z|[+-]\d\d:?\d\d$/.test(written) ? written : `${written}Z`)
}
