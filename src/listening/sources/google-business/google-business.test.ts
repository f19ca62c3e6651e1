import assert from "node:assert/strict"
import { generateKeyPairSync } from "node:crypto"
import { afterEach, beforeEach, test } from "node:test"
import { DAY } from "#platform"
import { type Answered, type Asked, type Grounded, groundAt, Served, sourceOf } from "../served.fixture.ts"
import { type Json, SourceTrouble } from "../source.ts"
import { json } from "../stages/stage.fixture.ts"
import { googleBusiness } from "./google-business.ts"

interface Kept {
  id: string
  comment: string
  stars: string
  updated: string
  by?: object
}

let here: Grounded
let google: Served
let reviews: Kept[]
let refused: ((asked: Asked) => Answered | null) | null
beforeEach(async () => {
  here = groundAt("2026-11-22T10:00:00Z")
  reviews = []
  refused = null
  google = await new Served(show).open()
})
afterEach(() => Promise.all([google.close(), here.close()]))

function show(asked: Asked): Answered {
  const { path, query } = asked
  if (path === "/token") return refused?.(asked) ?? json({ access_token: "ya29.b", expires_in: 3599 })
  const no = refused?.(asked)
  if (no) return no
  if (path === "/v1/accounts/117/locations")
    return json({ locations: [{ name: "locations/9", title: "Harbour Street" }, { name: "locations/10" }] })
  const list = /^\/v4\/accounts\/117\/locations\/(\d+)\/reviews$/.exec(path)
  const shown = reviews.map(({ id, comment, stars, updated, by }) => ({
    reviewId: id,
    reviewer: by ?? { displayName: "Maya Lang" },
    starRating: stars,
    comment,
    createTime: "2026-11-01T09:00:00Z",
    updateTime: updated,
  }))
  if (list?.[1] === "10") return json({})
  const from = Number(query.get("pageToken") ?? 0)
  const next = shown.length > from + 50 ? { nextPageToken: String(from + 50) } : {}
  if (list) return json({ reviews: shown.slice(from, from + 50), ...next })
  const one = shown.find(({ reviewId }) => path.endsWith(`/${reviewId}`))
  return one ? json(one) : { status: 404, body: '{"error":{"code":404,"status":"NOT_FOUND"}}' }
}

const keys = { client_id: "c", client_secret: "s", refresh_token: "r" }
const look = (cursor: Json, secret: object = keys, more: object = {}) =>
  googleBusiness.read!(
    here.ground,
    sourceOf({ account: "117", api: google.url, information: google.url, ...more }, cursor, {
      ...secret,
      token_uri: `${google.url}/token`,
    }),
  )
const trouble = async (secret?: object): Promise<[string, string | undefined]> => {
  const error = await look(null, secret).catch((thrown: unknown) => thrown)
  assert.ok(error instanceof SourceTrouble, String(error))
  return [error.code, error.remark?.key]
}
const review = (n: number, comment: string, stars = "TWO"): Kept => ({
  id: `r${n}`,
  comment,
  stars,
  updated: new Date(Date.UTC(2026, 10, 20) + n * 60_000).toISOString(),
})

test("what was said counts, not its translation; who is anonymous stays so; stars are numbers", async () => {
  reviews = [
    {
      ...review(3, "(Translated by Google) Never again\n\n(Original)\nPlus jamais"),
      by: { displayName: "A Google user", isAnonymous: true },
    },
    review(2, "Toujours rien\n\n(Translated by Google)\nStill nothing", "FIVE"),
    review(1, "", "STAR_RATING_UNSPECIFIED"),
  ]
  const { heard } = await look(null)
  assert.deepEqual(
    heard.map(({ text, rating, author, title }) => [text, rating, author?.name ?? null, title]),
    [
      ["Plus jamais", 2, null, "Harbour Street"],
      ["Toujours rien", 5, "Maya Lang", "Harbour Street"],
      ["", null, "Maya Lang", "Harbour Street"],
    ],
  )
})

test("what was edited comes again; what vanished is asked for before it is said to be gone; deeper pages are looked through once a day", async () => {
  reviews = Array.from({ length: 120 }, (_, n) => review(120 - n, `Review ${120 - n}`))
  const first = await look(null)
  assert.equal(first.heard.length, 120)
  reviews = [
    { ...reviews[30]!, stars: "FIVE", updated: "2026-11-22T09:30:00Z" },
    ...reviews.filter(({ id }) => id !== "r90" && id !== "r118"),
  ]
  const second = await look(first.cursor)
  assert.deepEqual([second.heard.map(({ key, rating }) => [key, rating]), second.gone, second.from], [[["r90", 5]], ["r118"], null])
  reviews = reviews.filter(({ id }) => id !== "r7")
  here.clock.advance(3_600_000)
  const third = await look(second.cursor)
  assert.deepEqual(third.gone, [], "it isn't among the latest")
  here.clock.advance(DAY)
  assert.deepEqual((await look(third.cursor)).gone, ["r7"])
})

test("a review that a page of the list leaves out is still there", async () => {
  reviews = [review(3, "Three"), review(2, "Two"), review(1, "One")]
  const first = await look(null)
  const all = show
  google.answer = (asked) => {
    if (!asked.path.endsWith("/9/reviews")) return all(asked)
    const whole = reviews
    reviews = reviews.filter(({ id }) => id !== "r2")
    const answer = all(asked)
    reviews = whole
    return answer
  }
  assert.deepEqual((await look(first.cursor)).gone, [])
})

test("a project that isn't approved, a key that ended and an account that may not are told apart; a quota is waited for", async () => {
  const error = (code: number, status: string, details: object[] = []) => ({
    status: code,
    body: JSON.stringify({ error: { code, status, details } }),
  })
  const info = { "@type": "type.googleapis.com/google.rpc.ErrorInfo", domain: "googleapis.com" }
  const afterToken = (answer: Answered) => (refused = ({ path }) => (path === "/token" ? null : answer))
  afterToken(error(403, "PERMISSION_DENIED", [{ ...info, reason: "SERVICE_DISABLED" }]))
  assert.deepEqual(await trouble(), ["needs-approval", "listening.remark.googleApproval"])
  afterToken(error(429, "RESOURCE_EXHAUSTED", [{ ...info, reason: "RATE_LIMIT_EXCEEDED", metadata: { quota_limit_value: "0" } }]))
  assert.deepEqual(await trouble(), ["needs-approval", "listening.remark.googleApproval"])
  afterToken(error(429, "RESOURCE_EXHAUSTED", [{ ...info, reason: "RATE_LIMIT_EXCEEDED", metadata: { quota_limit_value: "300" } }]))
  assert.deepEqual(await trouble(), ["throttled", undefined])
  afterToken(error(403, "PERMISSION_DENIED"))
  assert.deepEqual(await trouble(), ["refused", "listening.remark.googleNotManager"])
  refused = () => ({ status: 400, body: '{"error":"invalid_grant"}' })
  assert.deepEqual(await trouble(), ["refused", "listening.remark.newKey"])
  refused = null
  assert.equal((await look(null, keys, { locations: ["77"] }).catch((thrown: unknown) => thrown)) instanceof SourceTrouble, true)
})

test("a location that is refused costs a line, once; the others are read, and it is read again when it may be", async () => {
  reviews = [review(1, "One")]
  const denied = { status: 403, body: '{"error":{"code":403,"status":"PERMISSION_DENIED"}}' }
  refused = ({ path }) => (path.includes("/locations/10/") ? denied : null)
  const first = await look(null)
  assert.deepEqual(
    [first.heard.map(({ text }) => text), first.remark],
    [["One"], { key: "listening.remark.locationsLeftOut", values: { names: "10" } }],
  )
  assert.equal((await look(first.cursor)).remark, null, "said once")
  const named = await look(null, keys, { locations: ["9", "77"] })
  assert.deepEqual([named.heard.length, named.remark?.values], [1, { names: "77" }], "one that isn't there is said, too")
  refused = ({ path }) => (path.endsWith("/reviews") ? denied : null)
  assert.deepEqual(await trouble(), ["refused", "listening.remark.googleNotManager"], "all of them")
})

test("of an account with many locations those that are wanted are found; without a choice the first hundred are read, and that is said", async () => {
  reviews = [review(1, "One")]
  const page = (from: number) => Array.from({ length: 100 }, (_, n) => ({ name: `locations/${1000 + from * 100 + n}` }))
  refused = ({ path, query }) => {
    if (path !== "/v1/accounts/117/locations") return null
    const from = Number(query.get("pageToken") ?? 0)
    return json({ locations: page(from), ...(from < 2 ? { nextPageToken: String(from + 1) } : {}) })
  }
  const chosen = await look(null, keys, { locations: ["1250"] })
  assert.deepEqual([chosen.heard.length, chosen.remark], [1, null])
  const whole = await look(null)
  assert.deepEqual([whole.heard.length, whole.remark?.key], [100, "listening.remark.locationsMost"])
})

test("a service account signs for itself; half a key is named", async () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  const private_key = privateKey.export({ type: "pkcs8", format: "pem" }).toString()
  await look(null, { client_email: "reader@parcels.example", private_key })
  const form = new URLSearchParams(google.asked[0]?.body.toString())
  const claims = JSON.parse(Buffer.from(form.get("assertion")!.split(".")[1]!, "base64url").toString()) as Record<string, unknown>
  assert.deepEqual([claims["iss"], claims["scope"]], ["reader@parcels.example", "https://www.googleapis.com/auth/business.manage"])
  assert.equal(googleBusiness.secret!.safeParse({ client_id: "c", refresh_token: "r" }).success, false)
})
