import { createHmac } from "node:crypto"
import { type Answered, type Asked } from "../../sources/served.fixture.ts"
import { META } from "../../sources/stages/approved.fixture.ts"
import { AnswerStage, form, REFUSAL, status } from "./answer-stage.fixture.ts"

const proof = createHmac("sha256", META.appSecret).update(META.token).digest("hex")
const isOurs = ({ query }: Asked): boolean => query.get("access_token") === META.token && query.get("appsecret_proof") === proof
/** https://developers.facebook.com/docs/graph-api/guides/error-handling: nearly everything is a 400. */
const graphSays = (code: number, message: string, error_subcode?: number): Answered =>
  status(400, { error: { message, type: "OAuthException", code, ...(error_subcode ? { error_subcode } : {}), fbtrace_id: "A1" } })
const NO_TOKEN = graphSays(190, "Invalid OAuth access token.")
const GONE = graphSays(100, "Unsupported get request. Object does not exist.", 33)
const secret = { token: META.token, appSecret: META.appSecret }
const wrong = { token: "EAAguessed", appSecret: META.appSecret }
const graphTime = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, "+0000")

/** What was said and what answers it, numbered as it comes. */
class Thread {
  isThere = true
  readonly made: { id: string; text: string }[] = []
  #count = 0

  say(text: string): { id: string; text: string } {
    const said = { id: `90${++this.#count}`, text }
    this.made.push(said)
    return said
  }

  /** What the Graph API answers to DELETE. */
  remove(id: string): Answered {
    const at = this.made.findIndex((each) => each.id === id)
    if (at < 0) return GONE
    this.made.splice(at, 1)
    return status(200, { success: true })
  }

  get texts(): string[] {
    return this.made.map(({ text }) => text)
  }
}

/** https://developers.facebook.com/documentation/pages-api/comments-mentions. */
export function facebookAnswers(start: Date): AnswerStage {
  const thread = new Thread()
  const page = { id: "105555", name: "Parcels" }
  const theirs = { id: "9_1", message: "Where is it?", created_time: graphTime(start), from: { id: "77", name: "Maya Lang" } }
  const own = { id: "105555_9", message: "Our parcels", created_time: graphTime(start), from: page }
  const settings = (url: string) => ({ page: page.id, api: `${url}/v25.0` })
  return new AnswerStage({
    account: (url) => ({ kind: "facebook", settings: settings(url), secret }),
    wrong,
    source: (url) => ({ kind: "facebook", settings: settings(url), secret: META }),
    said: { key: "9_1", text: "Where is it?", author: { handle: "" } },
    answer: (asked): Answered => {
      if (!isOurs(asked)) return NO_TOKEN
      const { method } = asked
      const name = asked.path.replace("/v25.0/", "")
      if (name === "me") return status(200, { ...page, link: "https://www.facebook.com/parcels" })
      if (name === "105555/tagged") return status(200, { data: [] })
      if (name === "105555/feed") return status(200, { data: [{ ...own, comments: { data: thread.isThere ? [theirs] : [] } }] })
      if (method === "DELETE") return thread.remove(name)
      if (!thread.isThere) return GONE
      if (name === "9_1") return status(200, theirs)
      if (name !== "9_1/comments") return GONE
      if (method === "POST") {
        const { id } = thread.say(form(asked).get("message") ?? "")
        return status(200, { id, permalink_url: `https://www.facebook.com/parcels/posts/9?reply_comment_id=${id}` })
      }
      return status(200, { data: thread.made.map(({ id, text }) => ({ id, message: text, from: page })) })
    },
    says: ({ method, path }) => method === "POST" && path === "/v25.0/9_1/comments",
    standing: () => thread.texts,
    deleteOurs: () => thread.made.splice(0),
    forget: () => (thread.isThere = false),
    refusal: graphSays(100, REFUSAL),
    most: 8_000,
    tooLong: "👍".repeat(4_001),
  })
}

/** https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-comment/replies. */
export function instagramAnswers(start: Date): AnswerStage {
  const thread = new Thread()
  const theirs = { id: "1801", text: "Where is it?", timestamp: graphTime(start), username: "maya.l" }
  const picture = { id: "1790", permalink: "https://www.instagram.com/p/Ab1/", timestamp: graphTime(start) }
  const settings = (url: string) => ({ account: "178414", api: `${url}/v25.0` })
  return new AnswerStage({
    account: (url) => ({ kind: "instagram", settings: settings(url), secret }),
    wrong,
    source: (url) => ({ kind: "instagram", settings: { ...settings(url), handle: "parcels" }, secret: META }),
    said: { key: "1801", text: "Where is it?", author: { handle: "@maya.l" } },
    answer: (asked): Answered => {
      if (!isOurs(asked)) return NO_TOKEN
      const { method } = asked
      const name = asked.path.replace("/v25.0/", "")
      if (name === "178414") return status(200, { id: "178414", username: "parcels" })
      if (name === "178414/tags") return status(200, { data: [] })
      if (name === "178414/media") return status(200, { data: [{ ...picture, comments: { data: thread.isThere ? [theirs] : [] } }] })
      if (method === "DELETE") return thread.remove(name)
      if (!thread.isThere) return GONE
      if (name === "1801") return status(200, { id: "1801", media: { ...picture, owner: { id: "178414" } } })
      if (name !== "1801/replies") return GONE
      if (method === "POST") return status(200, { id: thread.say(form(asked).get("message") ?? "").id })
      return status(200, { data: thread.made.map((each) => ({ ...each, username: "parcels" })) })
    },
    says: ({ method, path }) => method === "POST" && path === "/v25.0/1801/replies",
    standing: () => thread.texts,
    deleteOurs: () => thread.made.splice(0),
    forget: () => (thread.isThere = false),
    refusal: graphSays(100, REFUSAL),
    most: 300,
    tooLong: "👍".repeat(151),
  })
}

/** https://developers.facebook.com/documentation/threads/retrieve-and-manage-replies/create-replies: made ready, then published. */
export function threadsAnswers(start: Date): AnswerStage {
  const thread = new Thread()
  const containers = new Map<string, { text: string; published: boolean }>()
  const theirs = { id: "1771", username: "maya.l", text: "Where is it?", permalink: "https://www.threads.com/@maya.l/post/A1" }
  return new AnswerStage({
    account: (url) => ({ kind: "threads", settings: { api: `${url}/v1.0` }, secret }),
    wrong,
    source: (url) => ({ kind: "threads", settings: { account: "314216", handle: "parcels", api: `${url}/v1.0` }, secret: META }),
    said: { key: "1771", text: "Where is it?", author: { handle: "@maya.l" } },
    answer: (asked): Answered => {
      if (!isOurs(asked)) return NO_TOKEN
      const { method } = asked
      const name = asked.path.replace("/v1.0/", "")
      const given = form(asked)
      if (name === "me") return status(200, { id: "314216", username: "parcels" })
      if (name === "314216/threads_publishing_limit") return status(200, { data: [{ reply_quota_usage: 1 }] })
      if (name === "314216/mentions") return status(200, { data: thread.isThere ? [{ ...theirs, timestamp: graphTime(start) }] : [] })
      if (method === "GET" && name === "314216/threads") return status(200, { data: [] })
      if (name === "314216/threads") {
        if (given.get("reply_to_id") !== "1771" || given.get("media_type") !== "TEXT") return GONE
        const id = `55${containers.size + 1}`
        containers.set(id, { text: given.get("text") ?? "", published: false })
        return status(200, { id })
      }
      if (name === "314216/threads_publish") {
        const ready = containers.get(given.get("creation_id") ?? "")
        if (!ready || ready.published) return graphSays(24, "The requested resource does not exist.")
        ready.published = true
        return status(200, { id: thread.say(ready.text).id })
      }
      if (name === "314216/replies")
        return status(200, { data: thread.made.toReversed().map((each) => ({ ...each, replied_to: { id: "1771" } })) })
      if (method === "DELETE") return thread.remove(name)
      const container = containers.get(name)
      if (container) return status(200, { id: name, status: container.published ? "PUBLISHED" : "FINISHED" })
      const one = thread.made.find(({ id }) => id === name)
      if (one) return status(200, { id: name, permalink: `https://www.threads.com/@parcels/post/${name}` })
      return name === "1771" && thread.isThere ? status(200, theirs) : GONE
    },
    says: ({ method, path }) => method === "POST" && path === "/v1.0/314216/threads_publish",
    standing: () => thread.texts,
    deleteOurs: () => thread.made.splice(0),
    forget: () => (thread.isThere = false),
    refusal: graphSays(100, REFUSAL),
    most: 500,
    tooLong: "👍".repeat(126),
  })
}
