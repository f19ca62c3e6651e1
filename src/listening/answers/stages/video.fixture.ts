import { type Answered } from "../../sources/served.fixture.ts"
import { AnswerStage, body, form, REFUSAL, status } from "./answer-stage.fixture.ts"

/** https://developers.google.com/youtube/v3/docs/comments and /commentThreads. */
export function youtubeAnswers(start: Date): AnswerStage {
  const channel = `UC${"a".repeat(22)}`
  const made: { id: string; text: string }[] = []
  let isThere = true
  let count = 0
  const at = start.toISOString()
  const comment = (id: string, text: string, author: string, parentId: string | null) => ({
    kind: "youtube#comment",
    id,
    snippet: {
      textDisplay: text,
      textOriginal: text,
      authorDisplayName: author === channel ? "@lilas" : "@maya",
      authorChannelId: { value: author },
      publishedAt: at,
      updatedAt: at,
      ...(parentId ? { parentId } : {}),
    },
  })
  const theirs = () => comment("c1", "Where is it?", "UCmaya", null)
  const ours = () => made.map(({ id, text }) => comment(id, text, channel, "c1"))
  const refused = (code: number, reason: string, message: string): Answered =>
    status(code, { error: { code, message, errors: [{ message, domain: "youtube.comment", reason }] } })
  const allowed = { client_id: "client-of-lilas", client_secret: "s3cret-of-it", refresh_token: "1//yt" }
  return new AnswerStage({
    account: (url) => ({ kind: "youtube", settings: { api: url }, secret: { ...allowed, token_uri: `${url}/token` } }),
    wrong: { refresh_token: "1//guessed" },
    source: (url) => ({ kind: "youtube", settings: { channel, api: url }, secret: { key: "AIzaKey" } }),
    said: { key: "c1", text: "Where is it?", author: { handle: "@maya" } },
    answer: (asked): Answered => {
      const { method, path, headers, query } = asked
      if (path === "/token")
        return form(asked).get("refresh_token") === "1//yt"
          ? status(200, { access_token: "ya29.yt", expires_in: 3599, token_type: "Bearer" })
          : status(400, { error: "invalid_grant", error_description: "Token has been expired or revoked." })
      if (path === "/youtube/v3/commentThreads") {
        const items = isThere ? [{ id: "c1", snippet: { videoId: "v1", topLevelComment: theirs() } }] : []
        return headers["x-goog-api-key"] === "AIzaKey" ? status(200, { items }) : refused(400, "badRequest", "API key not valid.")
      }
      if (headers.authorization !== "Bearer ya29.yt") return refused(401, "authError", "Invalid Credentials")
      if (path === "/youtube/v3/channels")
        return status(200, { items: [{ id: channel, snippet: { title: "Lilas", customUrl: "@lilas" } }] })
      if (method === "POST") {
        const { snippet } = body(asked) as { snippet: { parentId: string; textOriginal: string } }
        if (!isThere || snippet.parentId !== "c1") return refused(404, "parentCommentNotFound", "The comment was not found.")
        made.push({ id: `c1.r${++count}`, text: snippet.textOriginal })
        return status(200, ours().at(-1))
      }
      if (method === "DELETE") {
        const n = made.findIndex(({ id }) => id === query.get("id"))
        if (n < 0) return refused(404, "commentNotFound", "The comment was not found.")
        made.splice(n, 1)
        return { status: 204 }
      }
      return status(200, { items: query.get("parentId") === "c1" ? ours() : isThere && query.get("id") === "c1" ? [theirs()] : [] })
    },
    says: ({ method, path }) => method === "POST" && path === "/youtube/v3/comments",
    standing: () => made.map(({ text }) => text),
    deleteOurs: () => made.splice(0),
    forget: () => (isThere = false),
    refusal: refused(403, "forbidden", REFUSAL),
    most: 10_000,
    tooLong: "👍".repeat(5_001),
  })
}
