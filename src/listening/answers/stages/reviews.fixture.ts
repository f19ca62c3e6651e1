import { generateKeyPairSync } from "node:crypto"
import { type Answered } from "../../sources/served.fixture.ts"
import { claimsOf } from "../../sources/stages/reviews.fixture.ts"
import { AnswerStage, body, form, REFUSAL, status } from "./answer-stage.fixture.ts"
import { KeptReview } from "./kept-review.fixture.ts"

const elliptic = () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString()

/** https://developer.apple.com/documentation/appstoreconnectapi/customer-review-responses. */
export function appStoreAnswers(start: Date): AnswerStage {
  const pem = elliptic()
  const kept = new KeptReview(start)
  const id = "00000021-0000-0000-0000-1"
  const secret = { issuer: "57246542-96fe-1a63-e053-0824d011072a", keyId: "2X9R4HXF34", privateKey: pem }
  const attributes = { rating: 1, title: "Late", body: "Where is it?", reviewerNickname: "maya", createdDate: kept.at, territory: "FRA" }
  const review = { type: "customerReviews", id, attributes }
  const response = () => ({
    type: "customerReviewResponses",
    id: "r1",
    attributes: { responseBody: kept.reply, lastModifiedDate: kept.at, state: "PENDING_PUBLISH" },
  })
  const NOT_FOUND = status(404, {
    errors: [{ status: "404", code: "NOT_FOUND", title: "The specified resource does not exist", detail: "There is no such resource" }],
  })
  return new AnswerStage({
    account: (api) => ({ kind: "app-store", settings: { app: "123456789", api }, secret }),
    wrong: { ...secret, privateKey: elliptic() },
    source: (api) => ({ kind: "app-store", settings: { app: "123456789", api }, secret }),
    said: { key: id, text: "Where is it?", author: { handle: "" } },
    answer: (asked): Answered => {
      const { method, path, headers } = asked
      const claims = claimsOf(headers.authorization?.replace("Bearer ", "") ?? "", pem, "ES256")
      if (claims?.["aud"] !== "appstoreconnect-v1")
        return status(401, {
          errors: [{ status: "401", code: "NOT_AUTHORIZED", title: "Authentication credentials are missing or invalid." }],
        })
      if (path === "/v1/apps/123456789") return status(200, { data: { type: "apps", id: "123456789", attributes: { name: "Parcels" } } })
      if (path === "/v1/apps/123456789/customerReviews") return status(200, { data: kept.isThere ? [review] : [], links: { self: "x" } })
      if (method === "POST" && path === "/v1/customerReviewResponses") {
        const { data } = body(asked) as {
          data: { attributes: { responseBody: string }; relationships: { review: { data: { id: string } } } }
        }
        if (data.relationships.review.data.id !== id) return NOT_FOUND
        kept.reply = data.attributes.responseBody
        return status(201, { data: response() })
      }
      if (method === "DELETE") {
        const had = kept.reply !== null && path === "/v1/customerReviewResponses/r1"
        kept.reply = null
        return had ? { status: 204 } : NOT_FOUND
      }
      if (!kept.isThere) return NOT_FOUND
      if (path === `/v1/customerReviews/${id}/response`) return kept.reply === null ? NOT_FOUND : status(200, { data: response() })
      return path === `/v1/customerReviews/${id}` ? status(200, { data: review }) : NOT_FOUND
    },
    says: ({ method, path }) => method === "POST" && path === "/v1/customerReviewResponses",
    standing: () => kept.standing,
    deleteOurs: () => (kept.reply = null),
    forget: () => (kept.isThere = false),
    refusal: status(409, { errors: [{ status: "409", code: "STATE_ERROR", title: "Refused", detail: REFUSAL }] }),
    most: 5_970,
    tooLong: "👍".repeat(2_986),
  })
}

/** https://developers.trustpilot.com/service-reviews-api, and the client credentials of its authentication. */
export function trustpilotAnswers(start: Date): AnswerStage {
  const kept = new KeptReview(start)
  const unit = "507f191e810c19729de860ea"
  const id = "507f191e810c197200000001"
  const review = () => ({
    id,
    consumer: { id: "507f191e810c19729de860eb", displayName: "Maya L." },
    businessUnit: { id: unit, displayName: "Parcels" },
    stars: 1,
    title: "Late",
    text: "Where is it?",
    language: "en",
    createdAt: kept.at,
    companyReply: kept.reply === null ? null : { text: kept.reply, createdAt: kept.at },
  })
  const NOT_FOUND = status(404, { message: "Review not found" })
  return new AnswerStage({
    account: (api) => ({
      kind: "trustpilot",
      settings: { business: unit, user: "507f191e810c19729de860ec", api },
      secret: { key: "k3y", secret: "s3cret" },
    }),
    wrong: { key: "k3y", secret: "guessed" },
    source: (api) => ({ kind: "trustpilot", settings: { business: unit, api }, secret: { key: "k3y" } }),
    said: { key: id, text: "Where is it?", author: { handle: "" } },
    answer: (asked): Answered => {
      const { method, path, headers } = asked
      if (path === "/v1/oauth/oauth-business-users-for-applications/accesstoken") {
        const isOurs = headers.authorization === `Basic ${Buffer.from("k3y:s3cret").toString("base64")}`
        return isOurs && form(asked).get("grant_type") === "client_credentials"
          ? status(200, { access_token: "tp-access", expires_in: "359999" })
          : status(401, { message: "Unknown client" })
      }
      if (path === `/v1/business-units/${unit}/reviews`) return status(200, { links: [], reviews: kept.isThere ? [review()] : [] })
      if (headers.authorization !== "Bearer tp-access") return status(401, { message: "Invalid access token" })
      if (path === `/v1/business-units/${unit}`)
        return status(200, { id: unit, displayName: "Parcels", name: { identifying: "parcels.example" } })
      if (path === `/v1/private/business-units/${unit}/reviews`) return status(200, { reviews: [] })
      if (!kept.isThere || !path.startsWith(`/v1/private/reviews/${id}`)) return NOT_FOUND
      if (method === "GET") return status(200, review())
      if (method === "DELETE") {
        const had = kept.reply !== null
        kept.reply = null
        return had ? { status: 204 } : NOT_FOUND
      }
      if (kept.reply !== null) return status(409, { message: "The review has a reply already" })
      const { message, authorBusinessUserId } = body(asked)
      if (authorBusinessUserId !== "507f191e810c19729de860ec") return status(403, { message: "Unknown business user" })
      kept.reply = String(message)
      return status(201, {})
    },
    says: ({ method, path }) => method === "POST" && path === `/v1/private/reviews/${id}/reply`,
    standing: () => kept.standing,
    deleteOurs: () => (kept.reply = null),
    forget: () => (kept.isThere = false),
    refusal: status(400, { message: REFUSAL }),
    most: 10_000,
    tooLong: "é".repeat(10_001),
  })
}
