import { type Asked, type Answered } from "../../sources/served.fixture.ts"
import { AnswerStage, body, REFUSAL, status } from "./answer-stage.fixture.ts"

/** https://docs.discourse.org: posts, topics; POST /posts.json answers with the post, or `enqueued` where moderators look first. */
export function discourseAnswers(start: Date): AnswerStage {
  const made: { id: number; raw: string; post_number: number }[] = []
  let isThere = true
  let count = 900
  const theirs = { id: 812, username: "maya", name: "Maya", post_number: 2, raw: "Where is it?" }
  const shown = (post: { id: number; username: string; post_number: number; raw: string }) => ({
    ...post,
    cooked: `<p>${post.raw}</p>`,
    created_at: start.toISOString(),
    topic_id: 44,
    topic_slug: "parcels",
    reply_to_post_number: post.username === "maya" ? null : 2,
  })
  const ours = () => made.map((each) => shown({ ...each, username: "lilas" }))
  const all = () => [...(isThere ? [shown(theirs)] : []), ...ours()]
  const NOT_FOUND = status(404, { errors: ["The requested URL or resource could not be found."], error_type: "not_found" })
  return new AnswerStage({
    account: (url) => ({ kind: "discourse", settings: { url, user: "@lilas" }, secret: { key: "d1sc0urse" } }),
    wrong: { key: "guessed" },
    source: (url) => ({ kind: "discourse", settings: { url } }),
    said: { key: "812", text: "Where is it?", author: { handle: "maya" } },
    answer: (asked): Answered => {
      const { method, path, headers, query } = asked
      if (method === "GET" && path === "/posts.json") return status(200, { latest_posts: isThere ? [shown(theirs)] : [] })
      if (headers["api-key"] !== "d1sc0urse" || headers["api-username"] !== "lilas")
        return status(403, {
          errors: ["You are not permitted to view the requested resource. The API username or key is invalid."],
          error_type: "invalid_access",
        })
      if (path === "/session/current.json") return status(200, { current_user: { id: 7, username: "lilas", name: "Lilas" } })
      if (path === "/site/settings.json") return status(200, { max_post_length: 400, min_post_length: 3 })
      if (path === "/t/44.json") return status(200, { post_stream: { stream: all().map(({ id }) => id), posts: all().slice(0, 1) } })
      if (path === "/t/44/posts.json") {
        const wanted = query.getAll("post_ids[]").map(Number)
        return status(200, { post_stream: { posts: all().filter(({ id }) => wanted.includes(id)) } })
      }
      if (method === "POST" && path === "/posts.json") {
        const { raw, topic_id, reply_to_post_number } = body(asked)
        if (topic_id !== 44 || reply_to_post_number !== 2) return NOT_FOUND
        made.push({ id: ++count, raw: String(raw), post_number: count - 890 })
        return status(200, ours().at(-1))
      }
      if (path === "/posts/by_number/44/2.json") return isThere ? status(200, shown(theirs)) : NOT_FOUND
      const id = Number(/^\/posts\/(\d+)\.json$/.exec(path)?.[1])
      if (method === "DELETE") {
        const at = made.findIndex((each) => each.id === id)
        if (at < 0) return NOT_FOUND
        made.splice(at, 1)
        return { status: 200, body: "" }
      }
      const one = all().find((each) => each.id === id)
      return one ? status(200, one) : NOT_FOUND
    },
    says: ({ method, path }) => method === "POST" && path === "/posts.json",
    standing: () => made.map(({ raw }) => raw),
    deleteOurs: () => made.splice(0),
    forget: () => (isThere = false),
    refusal: status(422, { action: "create_post", errors: [REFUSAL] }),
    most: 400,
    tooLong: "é".repeat(401),
  })
}

/** https://join-lemmy.org/api: v3, signed in by login; refusals are one word. */
export function lemmyAnswers(start: Date): AnswerStage {
  const made: { id: number; content: string; deleted: boolean }[] = []
  let isThere = true
  let count = 5000
  let sessions = 0
  let host = ""
  const published = start.toISOString()
  const maya = { id: 3, name: "maya", actor_id: "https://lemmy.example/u/maya", published }
  const us = { id: 7, name: "lilas", actor_id: "https://lemmy.example/u/lilas", published }
  const post = { id: 61, name: "Parcels", ap_id: "https://lemmy.example/post/61", published, removed: false, deleted: false }
  const theirs = () => ({ ...state(64, "Where is it?", false, 3), path: "0.64" })
  const state = (id: number, content: string, deleted: boolean, creator_id: number) => ({
    id,
    creator_id,
    post_id: 61,
    content,
    ap_id: `${host}/comment/${id}`,
    path: `0.64.${id}`,
    published,
    removed: false,
    deleted,
  })
  const view = ({ id, content, deleted }: (typeof made)[number]) => ({ comment: state(id, content, deleted, 7), post, creator: us })
  const signedIn = ({ headers }: Asked): boolean => sessions > 0 && headers.authorization === `Bearer jwt-${sessions}`
  return new AnswerStage({
    account: (url) => {
      host = url
      return { kind: "lemmy", settings: { url, user: "lilas" }, secret: { password: "l3mmy" } }
    },
    wrong: { password: "guessed" },
    source: (url) => ({ kind: "lemmy", settings: { url } }),
    said: { key: "comment:64", text: "Where is it?", author: { handle: "@maya@lemmy.example" } },
    answer: (asked): Answered => {
      const { path, query } = asked
      const name = path.replace("/api/v3/", "")
      if (name === "post/list") return status(200, { posts: [] })
      if (name === "comment/list") return status(200, { comments: isThere ? [{ comment: theirs(), post, creator: maya }] : [] })
      if (name === "user/login") {
        const { username_or_email, password } = body(asked)
        if (username_or_email !== "lilas" || password !== "l3mmy") return status(401, { error: "incorrect_login" })
        return status(200, { jwt: `jwt-${++sessions}`, registration_created: false, verify_email_sent: false })
      }
      if (!signedIn(asked)) return status(401, { error: "not_logged_in" })
      if (name === "site") return status(200, { my_user: { local_user_view: { person: us } } })
      if (asked.method === "GET" && name === "comment" && query.get("id") === "64")
        return isThere
          ? status(200, { comment_view: { comment: theirs(), post, creator: maya } })
          : status(404, { error: "couldnt_find_comment" })
      if (name === "user" && query.get("person_id") === "7") return status(200, { comments: made.toReversed().map(view), posts: [] })
      if (asked.method === "POST" && name === "comment") {
        const { content, post_id, parent_id } = body(asked)
        if (post_id !== 61 || parent_id !== 64) return status(404, { error: "couldnt_find_comment" })
        made.push({ id: ++count, content: String(content), deleted: false })
        return status(200, { comment_view: view(made.at(-1)!), recipient_ids: [] })
      }
      if (name === "comment/delete") {
        const { comment_id } = body(asked)
        const one = made.find(({ id }) => id === comment_id)
        if (!one) return status(404, { error: "couldnt_find_comment" })
        if (one.deleted) return status(400, { error: "couldnt_update_comment" })
        one.deleted = true
        return status(200, { comment_view: view(one), recipient_ids: [] })
      }
      return status(404, { error: "not_found" })
    },
    says: ({ method, path }) => method === "POST" && path === "/api/v3/comment",
    standing: () => made.filter(({ deleted }) => !deleted).map(({ content }) => content),
    deleteOurs: () => made.forEach((each) => (each.deleted = true)),
    forget: () => (isThere = false),
    refusal: status(400, { error: "blocked_url", message: REFUSAL }),
    most: 10_000,
    tooLong: "é".repeat(10_001),
  })
}
