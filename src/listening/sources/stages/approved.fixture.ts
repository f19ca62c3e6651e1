import { createHmac } from "node:crypto"
import { facebook } from "../facebook/facebook.ts"
import { googleBusiness } from "../google-business/google-business.ts"
import { instagram } from "../instagram/instagram.ts"
import type { Answered, Asked } from "../served.fixture.ts"
import type { SourceKind } from "../source.ts"
import { threads } from "../threads/threads.ts"
import { x } from "../x/x.ts"
import { json, Place, type Said, type Stage } from "./stage.fixture.ts"

interface Told {
  kind: SourceKind
  settings: (url: string) => unknown
  secret: (url: string) => unknown
  show: (asked: Asked, newest: Said[]) => Answered
  forgets?: boolean
  forgetsAfter?: number
}

async function stage(start: Date, { kind, settings, secret, show, forgets = false, forgetsAfter = 0 }: Told): Promise<Stage> {
  const place = new Place(start, show)
  const { url } = await place.served.open()
  return {
    kind,
    settings: settings(url),
    secret: secret(url),
    say: (text) => void place.say(text),
    ...(kind.stillThere ? { vanish: (text: string) => void place.takeBack(text) } : {}),
    takeBack: forgets ? (text) => void place.takeBack(text) : null,
    forgetsAfter,
    setMood: (mood) => (place.mood = mood),
    close: () => place.served.close(),
  }
}

const REFUSED: Answered = { status: 401, body: "{}" }
const NOT_THERE: Answered = { status: 404, body: '{"error":{"code":404,"message":"Requested entity was not found.","status":"NOT_FOUND"}}' }

/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews and v1 accounts.locations. */
export const googleBusinessStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: googleBusiness,
    forgets: true,
    settings: (url) => ({ account: "117", api: url, information: url }),
    secret: (url) => ({ client_id: "c1", client_secret: "s1", refresh_token: "1//r", token_uri: `${url}/token` }),
    show: ({ path, body, headers }, newest) => {
      if (path === "/token") {
        const form = new URLSearchParams(body.toString())
        return form.get("refresh_token") === "1//r" && form.get("grant_type") === "refresh_token"
          ? json({
              access_token: "ya29.b",
              expires_in: 3599,
              token_type: "Bearer",
              scope: "https://www.googleapis.com/auth/business.manage",
            })
          : { status: 400, body: '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}' }
      }
      if (headers.authorization !== "Bearer ya29.b") return REFUSED
      if (path === "/v1/accounts/117/locations")
        return json({
          locations: [
            { name: "locations/9", title: "Parcels, Harbour Street", metadata: { mapsUri: "https://maps.google.com/maps?cid=9" } },
          ],
        })
      const list = "/v4/accounts/117/locations/9/reviews"
      const reviews = newest.map(({ n, text, at }) => ({
        name: `${list.slice(4)}/r${n}`,
        reviewId: `r${n}`,
        reviewer: { displayName: "Maya Lang", isAnonymous: false },
        starRating: "TWO",
        comment: text,
        createTime: at.toISOString(),
        updateTime: at.toISOString(),
      }))
      if (path === list) return json(reviews.length ? { reviews, averageRating: 2, totalReviewCount: reviews.length } : {})
      const one = reviews.find(({ reviewId }) => path === `${list}/${reviewId}`)
      return one ? json(one) : NOT_THERE
    },
  })

/** What every stage of Meta's asks for: a token, and the proof that the app's secret is known. */
export const META = { token: "EAAB", appSecret: "0123456789abcdef0123456789abcdef", verify: "parcels-and-more" }
const proof = createHmac("sha256", META.appSecret).update(META.token).digest("hex")
const isOurs = ({ query }: Asked): boolean => query.get("access_token") === META.token && query.get("appsecret_proof") === proof
/** https://developers.facebook.com/docs/graph-api/guides/error-handling. */
const NO_TOKEN: Answered = {
  status: 400,
  body: '{"error":{"message":"Invalid OAuth access token.","type":"OAuthException","code":190,"fbtrace_id":"A1"}}',
}
/** The same for what was deleted and for what isn't shown to this key. */
export const NOT_SHOWN: Answered = {
  status: 400,
  body: `{"error":{"message":"Unsupported get request. Object with ID does not exist, cannot be loaded due to missing permissions, or does not support this operation.","type":"GraphMethodException","code":100,"error_subcode":33,"fbtrace_id":"A2"}}`,
}
const graphTime = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, "+0000")

/** https://developers.facebook.com/docs/graph-api/reference/page/feed and /object/comments. */
export const facebookStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: facebook,
    settings: (url) => ({ page: "105555", api: `${url}/v25.0` }),
    secret: () => META,
    show: (asked, newest) => {
      if (!isOurs(asked)) return NO_TOKEN
      if (asked.path === "/v25.0/105555/tagged") return json({ data: [] })
      const data = newest.map(({ n, text, at }) => ({
        id: `10009_77000${n}`,
        message: text,
        created_time: graphTime(at),
        from: { id: "77", name: "Maya Lang" },
        permalink_url: `https://www.facebook.com/parcels/posts/9?comment_id=${n}`,
      }))
      const own = { id: "105555_10009", message: "Our parcels", created_time: graphTime(start), from: { id: "105555", name: "Parcels" } }
      if (asked.path === "/v25.0/105555/feed") return json({ data: [{ ...own, comments: { data: data.slice(0, 50) } }] })
      const one = [own, ...data].find(({ id }) => asked.path === `/v25.0/${id}`)
      return one ? json({ id: one.id }) : NOT_SHOWN
    },
  })

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media and /tags. */
export const instagramStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: instagram,
    settings: (url) => ({ account: "178414", handle: "@parcels", api: `${url}/v25.0` }),
    secret: () => META,
    show: (asked, newest) => {
      if (!isOurs(asked)) return NO_TOKEN
      if (asked.path === "/v25.0/178414/tags") return json({ data: [] })
      const data = newest.map(({ n, text, at }) => ({ id: `18000${n}`, text, timestamp: graphTime(at), username: "maya.l" }))
      const picture = { id: "17900", permalink: "https://www.instagram.com/p/Ab1/", timestamp: graphTime(start) }
      if (asked.path === "/v25.0/178414/media")
        return json({ data: [{ ...picture, comments: { data } }], paging: { cursors: { before: "a", after: "b" } } })
      const one = [picture, ...data].find(({ id }) => asked.path === `/v25.0/${id}`)
      return one ? json({ id: one.id }) : NOT_SHOWN
    },
  })

/** https://developers.facebook.com/docs/threads/threads-mentions, /keyword-search and /retrieve-and-manage-replies. */
export const threadsStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: threads,
    settings: (url) => ({ account: "314216", handle: "parcels", words: ["parcels"], api: `${url}/v1.0` }),
    secret: () => META,
    show: (asked, newest) => {
      if (!isOurs(asked)) return NO_TOKEN
      const data = newest.map(({ n, text, at }) => ({
        id: `181${n}`,
        username: "maya.l",
        text: `@parcels ${text}`,
        permalink: `https://www.threads.com/@maya.l/post/${n}`,
        timestamp: graphTime(at),
      }))
      return json({ data: asked.path === "/v1.0/314216/threads" ? [] : data })
    },
  })

/** The id of a post that was written then (docs.x.com/fundamentals/x-ids). */
export const xIdOf = (at: Date): string => String(((BigInt(at.getTime()) - 1_288_834_974_657n) << 22n) + 1n)

/** https://docs.x.com/x-api/posts/recent-search and /x-api/posts/get-posts-by-ids. */
export const xStage = (start: Date): Promise<Stage> =>
  stage(start, {
    kind: x,
    forgets: true,
    forgetsAfter: 86_400_000,
    settings: (api) => ({ words: ["parcel"], budget: 5, recheck: true, api }),
    secret: () => ({ token: "AAAA" }),
    show: ({ path, query, headers }, newest) => {
      if (headers.authorization !== "Bearer AAAA") return { status: 401, body: '{"title":"Unauthorized","status":401}' }
      const all = newest.map(({ text, at }) => ({ id: xIdOf(at), text, author_id: "12", created_at: at.toISOString(), lang: "en" }))
      if (path === "/2/tweets") {
        const ids = query.get("ids")!.split(",")
        const lost = ids.filter((id) => !all.some((each) => each.id === id))
        const type = "https://api.twitter.com/2/problems/resource-not-found"
        const errors = lost.map((value) => ({
          value,
          resource_id: value,
          parameter: "ids",
          resource_type: "tweet",
          title: "Not Found Error",
          type,
        }))
        return json({ data: all.filter(({ id }) => ids.includes(id)), ...(errors.length ? { errors } : {}) })
      }
      const since = BigInt(query.get("since_id") ?? 0)
      const from = Number(query.get("next_token")?.slice(1) ?? 0)
      const most = Number(query.get("max_results"))
      const found = all.filter(({ id }) => BigInt(id) > since)
      const data = found.slice(from, from + most)
      const next = found.length > from + most ? { next_token: `n${from + most}` } : {}
      const meta = data.length
        ? { newest_id: data[0]!.id, oldest_id: data.at(-1)!.id, result_count: data.length, ...next }
        : { result_count: 0 }
      return json(data.length ? { data, meta } : { meta })
    },
  })
