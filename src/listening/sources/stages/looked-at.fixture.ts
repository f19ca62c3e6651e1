import { discourse } from "../discourse/discourse.ts"
import { feedSource } from "../feed/feed-source.ts"
import { hackerNews } from "../hacker-news/hacker-news.ts"
import { lemmy } from "../lemmy/lemmy.ts"
import { page } from "../page/page.ts"
import type { Answered, Asked } from "../served.fixture.ts"
import type { SourceKind } from "../source.ts"
import { json, Place, type Said, type Stage } from "./stage.fixture.ts"

interface Told {
  kind: SourceKind
  settings: (url: string) => unknown
  show: (asked: Asked, newest: Said[]) => Answered
  forgets?: boolean
  edits?: boolean
  vanishes?: boolean
}

async function stage(start: Date, { kind, settings, show, forgets = false, edits = false, vanishes = false }: Told): Promise<Stage> {
  const place = new Place(start, show)
  await place.served.open()
  return {
    kind,
    settings: settings(place.served.url),
    secret: null,
    say: (text) => void place.say(text),
    takeBack: forgets ? (text) => void place.takeBack(text) : null,
    ...(edits ? { edit: (text: string, to: string) => place.edit(text, to) } : {}),
    ...(vanishes ? { vanish: (text: string) => void place.takeBack(text) } : {}),
    setMood: (mood) => (place.mood = mood),
    close: () => place.served.close(),
  }
}

const nowhere = (body: object, status = 404): Answered => ({ ...json(body), status })

export const feedStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: feedSource,
    settings: (url) => ({ url: `${url}/feed` }),
    vanishes: true,
    show: ({ path, headers }, newest) => {
      if (path === "/robots.txt") return { status: 404 }
      const article = /^\/article\/(\d+)$/.exec(path)
      if (article) return newest.some(({ n }) => n === Number(article[1])) ? { body: "<p>Here</p>" } : { status: 410 }
      return {
        body: `<rss version="2.0"><channel><title>News</title>${newest
          .map(
            ({ n, text, at }) =>
              `<item><guid>${n}</guid><link>http://${headers.host}/article/${n}</link><title>${text}</title><pubDate>${at.toUTCString()}</pubDate></item>`,
          )
          .join("")}</channel></rss>`,
      }
    },
  })

export const pageStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: page,
    settings: (url) => ({ url: `${url}/terms` }),
    show: ({ path }, newest) =>
      path === "/robots.txt"
        ? { body: "User-agent: *\nDisallow: /private" }
        : {
            headers: { "content-type": "text/html; charset=utf-8" },
            body: `<!doctype html><html lang="en"><title>Terms</title><nav>Home</nav><main>${newest.map(({ text }) => `<p>${text}</p>`).join("")}</main>`,
          },
  })

/** https://docs.discourse.org, “List latest posts across topics”. */
export const discourseStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: discourse,
    settings: (url) => ({ url }),
    forgets: true,
    edits: true,
    vanishes: true,
    show: ({ path, query }, newest) => {
      const one = /^\/posts\/(\d+)\.json$/.exec(path)
      if (one)
        return newest.some(({ n }) => n === Number(one[1]))
          ? json({ id: Number(one[1]), deleted_at: null, user_deleted: false, hidden: false })
          : nowhere({ errors: ["The requested URL or resource could not be found."], error_type: "not_found" })
      const before = Number(query.get("before") ?? Infinity)
      const shown = newest.filter(({ n }) => n < before).slice(0, 50)
      return json({
        latest_posts: shown.map(({ n, text, at, version }) => ({
          id: n,
          version,
          name: "Maya",
          username: "maya",
          created_at: at.toISOString(),
          cooked: `<p>${text}</p>`,
          post_number: 2,
          reply_to_post_number: 1,
          topic_id: 7,
          topic_slug: "parcels",
          topic_title: "Parcels",
          hidden: false,
        })),
      })
    },
  })

/** https://join-lemmy.org/api: GetPosts and GetComments of version 3. */
export const lemmyStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: lemmy,
    settings: (url) => ({ url }),
    forgets: true,
    edits: true,
    vanishes: true,
    show: ({ path, query }, newest) => {
      const id = Number(query.get("id"))
      const flags = { id, deleted: false, removed: false }
      if (path.endsWith("/comment"))
        return newest.some(({ n }) => n === id)
          ? json({ comment_view: { comment: flags } })
          : nowhere({ error: "couldnt_find_comment" }, 400)
      if (path.endsWith("/v3/post")) return json({ post_view: { post: flags } })
      const creator = { id: 1, name: "maya", actor_id: "https://lemmy.example/u/maya", published: "2025-01-01T00:00:00Z" }
      const from = (Number(query.get("page")) - 1) * 50
      const shown = path.endsWith("/comment/list") ? newest.slice(from, from + 50) : []
      const post = {
        id: 7,
        name: "Parcels",
        ap_id: "https://lemmy.example/post/7",
        published: "2026-11-01T00:00:00Z",
        removed: false,
        deleted: false,
      }
      const comments = shown.map(({ n, text, at, version }) => ({
        comment: {
          id: n,
          content: text,
          ap_id: `https://lemmy.example/comment/${n}`,
          path: `0.${n}`,
          published: at.toISOString(),
          ...(version > 1 ? { updated: new Date(at.getTime() + version * 1000).toISOString() } : {}),
          removed: false,
          deleted: false,
        },
        post,
        creator,
      }))
      return json({ comments, posts: path.endsWith("/post/list") && from === 0 ? [{ post, creator }] : [] })
    },
  })

/** https://hn.algolia.com/api, search_by_date. */
export const hackerNewsStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: hackerNews,
    settings: (url) => ({ api: url, items: url }),
    vanishes: true,
    show: ({ path, query }, newest) => {
      const item = /^\/v0\/item\/(\d+)\.json$/.exec(path)
      if (item)
        return json(
          newest.some(({ n }) => n === Number(item[1])) ? { id: Number(item[1]), type: "comment" } : { id: Number(item[1]), deleted: true },
        )
      const until = Number(/created_at_i<=(\d+)/.exec(query.get("numericFilters") ?? "")?.[1] ?? Infinity)
      const since = Number(/created_at_i>(\d+)/.exec(query.get("numericFilters") ?? "")?.[1])
      const hits = newest
        .map(({ n, text, at }) => ({
          objectID: String(n),
          author: "maya",
          created_at_i: Math.floor(at.getTime() / 1000),
          comment_text: text,
          story_title: "Parcels",
          parent_id: 7,
          _tags: ["comment", "author_maya"],
        }))
        .filter(({ created_at_i }) => created_at_i > since && created_at_i <= until)
      return json({ hits: hits.slice(0, 1000), nbHits: hits.length })
    },
  })
