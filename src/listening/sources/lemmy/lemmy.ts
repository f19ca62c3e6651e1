import { z } from "@hono/zod-openapi"
import { askJson } from "../ask-json.ts"
import { compareListed, type Listed, type Listing, listings } from "../known-ids.ts"
import type { SourceGround } from "../source-ground.ts"
import { defineSource, type Reading, type SourceNow } from "../source.ts"
import { eachByItself, type Standing, standingOf } from "../still-there.ts"
import { heardComment, heardPost } from "./heard-view.ts"
import { comments, posts } from "./shapes.ts"

const settings = z.strictObject({
  /** The instance: `https://lemmy.example`. */
  url: z.url({ protocol: /^https?$/, message: "listening.source.badUrl" }).max(500),
  /** One community (`name` or `name@instance`); without one, everything that the instance sees. */
  community: z.string().trim().max(200).nullable().default(null),
})
type Settings = z.infer<typeof settings>

const cursorShape = z.object({ posts: listings, comments: listings })
const PAGE = 50
const MOST_PAGES = 10

const flags = z.object({ deleted: z.boolean().catch(false), removed: z.boolean().catch(false) })
const standing = z.object({
  post_view: z.object({ post: flags }).nullish(),
  comment_view: z.object({ comment: flags }).nullish(),
})
const error = z.object({ error: z.string() })

interface Numbered {
  id: number
  published: string
  updated?: string | null | undefined
  removed: boolean
  deleted: boolean
}

/** The newest posts and comments, back to those that are known. */
async function read(ground: SourceGround, { settings: told, cursor }: SourceNow<Settings, never>): Promise<Reading> {
  const known = cursorShape.safeParse(cursor).data ?? { posts: [], comments: [] }
  const ask =
    <T>(path: string, shape: z.ZodType<T>) =>
    async (page: number) =>
      (await askJson(ground, addressOf(told, path, page), shape)).value
  const askPosts = ask("post/list", posts)
  const askComments = ask("comment/list", comments)
  const newPosts = await newest(
    async (page) => (await askPosts(page)).posts,
    ({ post }) => post,
    known.posts,
  )
  const newComments = await newest(
    async (page) => (await askComments(page)).comments,
    ({ comment }) => comment,
    known.comments,
  )
  const now = ground.clock.now()
  const oldest = [newPosts.from, newComments.from].filter((date) => date !== null)
  return {
    heard: [...newPosts.fresh.map(heardPost), ...newComments.fresh.map(heardComment)],
    gone: [...newPosts.listed.gone.map((id) => `post:${id}`), ...newComments.listed.gone.map((id) => `comment:${id}`)],
    cursor: { posts: newPosts.listed.known, comments: newComments.listed.known },
    from: oldest.length ? new Date(Math.max(...oldest.map((date) => date.getTime()))) : cursor === null ? now : null,
    through: now,
    next: null,
    more: false,
    remark: null,
  }
}

function addressOf({ url, community }: Settings, path: string, page: number): string {
  const at = new URL(`/api/v3/${path}`, url)
  const asked = { type_: "All", sort: "New", limit: String(PAGE), page: String(page), ...(community ? { community_name: community } : {}) }
  for (const [name, value] of Object.entries(asked)) at.searchParams.set(name, value)
  return at.href
}

/** Pages of views, until one is known. What is marked deleted or removed counts as not there. */
async function newest<View>(
  ask: (page: number) => Promise<View[]>,
  numberOf: (view: View) => Numbered,
  known: readonly Listing[],
): Promise<{ fresh: View[]; listed: Listed; from: Date | null }> {
  const views: View[] = []
  let isWhole = false
  for (let page = 1; page <= MOST_PAGES && !isWhole; page++) {
    const more = await ask(page)
    views.push(...more)
    isWhole = known.length === 0 || more.length < PAGE || more.some((view) => known.some(([id]) => id === numberOf(view).id))
  }
  const shown = views.filter((view) => !numberOf(view).removed && !numberOf(view).deleted)
  const listed = compareListed(
    shown.map((view) => [numberOf(view).id, numberOf(view).updated ?? ""]),
    known,
  )
  const oldest = views.at(-1)
  const from = (known.length === 0 || !isWhole) && oldest ? new Date(`${numberOf(oldest).published.replace(/Z$/, "")}Z`) : null
  return { fresh: shown.filter((view) => listed.fresh.has(numberOf(view).id)), listed, from }
}

/** Lemmy says that it doesn't find something by an error in its own words, whatever the status; what was deleted it finds, and says so. */
const NOT_FOUND = /couldnt_find|not_found/

function stands(ground: SourceGround, { url }: Settings, key: string): Promise<Standing> {
  const [of = "", id = ""] = key.split(":")
  const at = new URL(`/api/v3/${of === "comment" ? "comment" : "post"}`, url)
  at.searchParams.set("id", id)
  return standingOf(ground, at.href, standing, {
    judged: (_status, body) => (NOT_FOUND.test(error.safeParse(body).data?.error ?? "") ? "missing" : null),
    read: ({ post_view, comment_view }) => {
      const found = comment_view?.comment ?? post_view?.post
      return !found ? "unsaid" : found.deleted || found.removed ? "gone" : "there"
    },
  })
}

/** An instance of Lemmy, or one of its communities. */
export const lemmy = defineSource({
  kind: "lemmy",
  place: "social",
  readable: "freely",
  keeps: "all",
  settings,
  nameOf: ({ url, community }) => [community, new URL(url).hostname].filter(Boolean).join(" · "),
  read,
  stillThere: (ground, { settings: told }, kept) => eachByItself(kept, ({ key }) => stands(ground, told, key)),
})
