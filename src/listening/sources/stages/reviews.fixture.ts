import { createPublicKey, generateKeyPairSync, verify } from "node:crypto"
import { appStore } from "../app-store/app-store.ts"
import { googlePlay } from "../google-play/google-play.ts"
import type { Answered, Asked } from "../served.fixture.ts"
import type { SourceKind } from "../source.ts"
import { trustpilot } from "../trustpilot/trustpilot.ts"
import { youtube } from "../youtube/youtube.ts"
import { json, Place, type Said, type Stage } from "./stage.fixture.ts"

interface Told {
  kind: SourceKind
  settings: (url: string) => unknown
  secret: (url: string) => unknown
  show: (asked: Asked, newest: Said[]) => Answered
}

async function stage(start: Date, { kind, settings, secret, show }: Told): Promise<Stage> {
  const place = new Place(start, show)
  const { url } = await place.served.open()
  const setMood: Stage["setMood"] = (mood) => (place.mood = mood)
  const say = (text: string) => void place.say(text)
  const vanish = (text: string) => void place.takeBack(text)
  const told = { kind, settings: settings(url), secret: secret(url), say, takeBack: null, setMood, close: () => place.served.close() }
  return kind.stillThere ? { ...told, vanish } : told
}

const found = (newest: readonly Said[], n: number, nowhere: object): Answered =>
  newest.some((one) => one.n === n) ? json({ data: {} }) : { ...json(nowhere), status: 404 }

const REFUSED: Answered = { status: 401, body: "{}" }

/** Whether the other side signed this with its private key, and what it claims. */
export function claimsOf(token: string, pem: string, algorithm: string): Record<string, unknown> | null {
  const [header = "", claims = "", signature = ""] = token.split(".")
  const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>
  const key = { key: createPublicKey(pem), dsaEncoding: "ieee-p1363" } as const
  const isRight =
    read(header)["alg"] === algorithm && verify("sha256", Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, "base64url"))
  return isRight ? read(claims) : null
}

/** https://developers.google.com/android-publisher/api-ref/rest/v3/reviews and /identity/protocols/oauth2/service-account. */
export function googlePlayStage(start: Date): Promise<Stage> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString()
  return stage(start, {
    kind: googlePlay,
    settings: (api) => ({ app: "com.example.parcels", api }),
    secret: (url) => ({ type: "service_account", client_email: "reader@parcels.example", private_key: pem, token_uri: `${url}/token` }),
    show: ({ path, body, headers }, newest) => {
      if (path === "/token") {
        const claims = claimsOf(new URLSearchParams(body.toString()).get("assertion") ?? "", pem, "RS256")
        const isOurs = claims?.["iss"] === "reader@parcels.example" && String(claims["scope"]).endsWith("/auth/androidpublisher")
        return isOurs
          ? json({ access_token: "ya29.parcels", expires_in: 3599, token_type: "Bearer" })
          : { status: 400, body: '{"error":"invalid_grant"}' }
      }
      const list = "/androidpublisher/v3/applications/com.example.parcels/reviews"
      if (headers.authorization !== "Bearer ya29.parcels" || !path.startsWith(list)) return REFUSED
      const reviews = newest.map(({ n, text, at }) => ({
        reviewId: `gp:${n}`,
        authorName: "Maya Lang",
        comments: [
          {
            userComment: {
              text: `\t${text}`,
              lastModified: { seconds: String(Math.floor(at.getTime() / 1000)), nanos: 0 },
              starRating: 2,
              reviewerLanguage: "en",
              device: "pixel",
              thumbsUpCount: 0,
            },
          },
        ],
      }))
      if (path === list) return json(reviews.length ? { reviews, tokenPagination: {} } : {})
      const one = reviews.find(({ reviewId }) => path === `${list}/${encodeURIComponent(reviewId)}`)
      return one ? json(one) : { ...json({ error: { code: 404, message: "Review not found.", status: "NOT_FOUND" } }), status: 404 }
    },
  })
}

/** https://developer.apple.com/documentation/appstoreconnectapi/list-all-customer-reviews-for-an-app. */
export function appStoreStage(start: Date): Promise<Stage> {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString()
  return stage(start, {
    kind: appStore,
    settings: (api) => ({ app: "123456789", api }),
    secret: () => ({ issuer: "57246542-96fe-1a63-e053-0824d011072a", keyId: "2X9R4HXF34", privateKey: pem }),
    show: ({ path, headers }, newest) => {
      const claims = claimsOf(headers.authorization?.replace("Bearer ", "") ?? "", pem, "ES256")
      const one = claims?.["aud"] === "appstoreconnect-v1" ? /^\/v1\/customerReviews\/[0-]+21-0000-0000-0000-(\d+)$/.exec(path) : null
      if (one) return found(newest, Number(one[1]), { errors: [{ status: "404", code: "NOT_FOUND" }] })
      if (claims?.["aud"] !== "appstoreconnect-v1" || path !== "/v1/apps/123456789/customerReviews") return REFUSED
      const data = newest.map(({ n, text, at }) => ({
        type: "customerReviews",
        id: `00000021-0000-0000-0000-${n}`,
        attributes: { rating: 1, title: "Late", body: text, reviewerNickname: "maya", createdDate: at.toISOString(), territory: "FRA" },
        relationships: { response: {} },
      }))
      return json({ data, links: { self: "x" }, meta: { paging: { total: data.length, limit: 200 } } })
    },
  })
}

/** https://developers.trustpilot.com/business-units-api: get a business unit's reviews. */
export const trustpilotStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: trustpilot,
    settings: (api) => ({ business: "507f191e810c19729de860ea", api }),
    secret: () => ({ key: "k3y" }),
    show: ({ path, query, headers }, newest) => {
      const one = headers["apikey"] === "k3y" ? /^\/v1\/reviews\/507f191e810c1972(\d{8})$/.exec(path) : null
      if (one) return found(newest, Number(one[1]), { message: "Review not found" })
      if (headers["apikey"] !== "k3y" || path !== "/v1/business-units/507f191e810c19729de860ea/reviews") return REFUSED
      const from = (Number(query.get("page")) - 1) * 100
      const consumer = {
        links: [],
        id: "507f191e810c19729de860eb",
        displayName: "Maya L.",
        displayLocation: "Lyon, FR",
        numberOfReviews: 1,
      }
      const reviews = newest.slice(from, from + 100).map(({ n, text, at }) => ({
        id: `507f191e810c1972${String(n).padStart(8, "0")}`,
        consumer,
        stars: 1,
        title: "Late",
        text,
        language: "en",
        createdAt: at.toISOString(),
        companyReply: null,
      }))
      return json({ links: [], reviews })
    },
  })

/** https://developers.google.com/youtube/v3/docs/commentThreads/list. */
export const youtubeStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: youtube,
    settings: (api) => ({ channel: `UC${"a".repeat(22)}`, api }),
    secret: () => ({ key: "AIzaKey" }),
    show: ({ path, query, headers }, newest) => {
      if (headers["x-goog-api-key"] === "AIzaKey" && path === "/youtube/v3/comments") {
        const ids = (query.get("id") ?? "").split(",")
        return json({ items: newest.flatMap(({ n }) => (ids.includes(`c${n}`) ? { kind: "youtube#comment", id: `c${n}` } : [])) })
      }
      if (headers["x-goog-api-key"] !== "AIzaKey" || path !== "/youtube/v3/commentThreads") return REFUSED
      const from = Number(query.get("pageToken") ?? 0)
      const items = newest.slice(from, from + 100).map(({ n, text, at }) => {
        const writer = {
          authorDisplayName: "@maya",
          authorChannelUrl: "http://www.youtube.com/@maya",
          authorChannelId: { value: "UCmaya" },
        }
        const snippet = {
          ...writer,
          videoId: "v1",
          textDisplay: text,
          textOriginal: text,
          publishedAt: at.toISOString(),
          updatedAt: at.toISOString(),
        }
        return {
          kind: "youtube#commentThread",
          id: `c${n}`,
          snippet: { videoId: "v1", topLevelComment: { kind: "youtube#comment", id: `c${n}`, snippet } },
        }
      })
      return json({
        kind: "youtube#commentThreadListResponse",
        items,
        ...(newest.length > from + 100 ? { nextPageToken: String(from + 100) } : {}),
      })
    },
  })
