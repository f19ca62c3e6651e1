import { generateKeyPairSync } from "node:crypto"
import { type Answered } from "../../sources/served.fixture.ts"
import { claimsOf } from "../../sources/stages/reviews.fixture.ts"
import { AnswerStage, body, form, REFUSAL, status } from "./answer-stage.fixture.ts"
import { KeptReview } from "./kept-review.fixture.ts"

const googleSays = (code: number, name: string, message: string): Answered => status(code, { error: { code, message, status: name } })
const rsa = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString()

/** https://developers.google.com/android-publisher/api-ref/rest/v3/reviews. */
export function googlePlayAnswers(start: Date): AnswerStage {
  const pem = rsa()
  const kept = new KeptReview(start)
  const list = "/androidpublisher/v3/applications/com.example.parcels/reviews"
  const seconds = String(Math.floor(start.getTime() / 1000))
  const review = () => ({
    reviewId: "gp:1",
    authorName: "Maya Lang",
    comments: [
      { userComment: { text: "Where is it?", lastModified: { seconds }, starRating: 2, reviewerLanguage: "en" } },
      ...(kept.reply === null ? [] : [{ developerComment: { text: kept.reply, lastModified: { seconds } } }]),
    ],
  })
  const key = (url: string) => ({
    type: "service_account",
    client_email: "care@parcels.example",
    private_key: pem,
    token_uri: `${url}/token`,
  })
  return new AnswerStage({
    account: (api) => ({
      kind: "google-play",
      settings: { app: "com.example.parcels", api },
      secret: { keyFile: JSON.stringify(key(api), null, 2) },
    }),
    wrong: { keyFile: JSON.stringify({ ...key("http://localhost:1"), private_key: "none" }) },
    source: (api) => ({ kind: "google-play", settings: { app: "com.example.parcels", api }, secret: key(api) }),
    said: { key: "gp:1", text: "Where is it?", author: { handle: "" } },
    answer: (asked): Answered => {
      const { method, path, headers } = asked
      if (path === "/token") {
        const claims = claimsOf(form(asked).get("assertion") ?? "", pem, "RS256")
        return claims?.["iss"] === "care@parcels.example" && String(claims["scope"]).endsWith("/auth/androidpublisher")
          ? status(200, { access_token: "ya29.parcels", expires_in: 3599, token_type: "Bearer" })
          : status(400, { error: "invalid_grant" })
      }
      if (headers.authorization !== "Bearer ya29.parcels") return googleSays(401, "UNAUTHENTICATED", "Invalid credentials.")
      if (path === list) return status(200, kept.isThere ? { reviews: [review()] } : {})
      if (!kept.isThere || !path.startsWith(`${list}/gp%3A1`)) return googleSays(404, "NOT_FOUND", "Review not found.")
      if (method !== "POST") return status(200, review())
      kept.reply = String(body(asked)["replyText"])
      return status(200, { result: { replyText: kept.reply, lastEdited: { seconds, nanos: 0 } } })
    },
    says: ({ path }) => path === `${list}/gp%3A1:reply`,
    standing: () => kept.standing,
    deleteOurs: () => (kept.reply = null),
    forget: () => (kept.isThere = false),
    refusal: googleSays(400, "INVALID_ARGUMENT", REFUSAL),
    most: 350,
    tooLong: "é".repeat(351),
  })
}

/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews. */
export function googleBusinessAnswers(start: Date): AnswerStage {
  const kept = new KeptReview(start)
  const list = "/v4/accounts/117/locations/9/reviews"
  const review = () => ({
    name: `${list.slice(4)}/r1`,
    reviewId: "r1",
    reviewer: { displayName: "Maya Lang" },
    starRating: "TWO",
    comment: "Where is it?",
    createTime: kept.at,
    updateTime: kept.at,
    ...(kept.reply === null ? {} : { reviewReply: { comment: kept.reply, updateTime: kept.at, reviewReplyState: "APPROVED" } }),
  })
  const allowed = { client_id: "client-of-lilas", client_secret: "s3cret-of-it", refresh_token: "1//r" }
  const settings = (url: string) => ({ account: "117", api: url, information: url })
  return new AnswerStage({
    account: (url) => ({ kind: "google-business", settings: settings(url), secret: { ...allowed, token_uri: `${url}/token` } }),
    wrong: { refresh_token: "1//guessed" },
    source: (url) => ({ kind: "google-business", settings: settings(url), secret: { ...allowed, token_uri: `${url}/token` } }),
    said: { key: "r1", text: "Where is it?", author: { handle: "" } },
    answer: (asked): Answered => {
      const { method, path, headers } = asked
      if (path === "/token")
        return form(asked).get("refresh_token") === "1//r"
          ? status(200, { access_token: "ya29.b", expires_in: 3599, token_type: "Bearer" })
          : status(400, { error: "invalid_grant", error_description: "Token has been expired or revoked." })
      if (headers.authorization !== "Bearer ya29.b") return googleSays(401, "UNAUTHENTICATED", "Invalid credentials.")
      if (path === "/v1/accounts/117/locations")
        return status(200, {
          locations: [
            { name: "locations/8", title: "Market Square", metadata: { mapsUri: "https://maps.google.com/maps?cid=8" } },
            { name: "locations/9", title: "Harbour Street", metadata: { mapsUri: "https://maps.google.com/maps?cid=9" } },
          ],
        })
      if (path === "/v4/accounts/117/locations/8/reviews") return status(200, {})
      if (path === list) return status(200, kept.isThere ? { reviews: [review()] } : {})
      if (!kept.isThere || !path.startsWith(`${list}/r1`)) return googleSays(404, "NOT_FOUND", "Requested entity was not found.")
      if (method === "GET") return status(200, review())
      kept.reply = method === "PUT" ? String(body(asked)["comment"]) : null
      return status(200, method === "PUT" ? { comment: kept.reply, updateTime: kept.at } : {})
    },
    says: ({ method, path }) => method === "PUT" && path === `${list}/r1/reply`,
    standing: () => kept.standing,
    deleteOurs: () => (kept.reply = null),
    forget: () => (kept.isThere = false),
    refusal: googleSays(400, "INVALID_ARGUMENT", REFUSAL),
    most: 4_096,
    tooLong: "é".repeat(2_049),
  })
}
