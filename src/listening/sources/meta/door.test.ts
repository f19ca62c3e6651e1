import assert from "node:assert/strict"
import { createHmac } from "node:crypto"
import { afterEach, beforeEach, test } from "node:test"
import { HOUR } from "#platform"
import { facebook } from "../facebook/facebook.ts"
import { type Grounded, groundAt, Served, sourceOf } from "../served.fixture.ts"
import { type Json, type SourceKind, SourceTrouble } from "../source.ts"
import { META } from "../stages/approved.fixture.ts"
import { json } from "../stages/stage.fixture.ts"
import { signature, tellAt, texts } from "./tell.fixture.ts"

const NOW = "2026-11-22T10:00:00Z"
const SENT = Date.parse(NOW) / 1000

let here: Grounded
beforeEach(() => (here = groundAt(NOW)))
afterEach(() => here.close())

const PAGE = { page: "105555" }
const tell = (kind: SourceKind, settings: unknown, body: unknown, cursor: Json = null, signed?: string) =>
  tellAt(here.ground, kind, settings, body, { cursor, ...(signed === undefined ? {} : { signature: signed }) })

/** https://developers.facebook.com/docs/graph-api/webhooks/reference/page: `feed`. */
const comment = (verb: string, message: string, at = SENT, more: object = {}) => ({
  object: "page",
  entry: [
    {
      id: "105555",
      time: at,
      changes: [
        {
          field: "feed",
          value: {
            from: { id: "77", name: "Maya Lang" },
            item: "comment",
            comment_id: "105555_9_1",
            post_id: "105555_9",
            parent_id: "105555_9",
            created_time: at,
            verb,
            ...(message ? { message } : {}),
            ...more,
          },
        },
      ],
    },
  ],
})

test("the address is verified by its word alone", async () => {
  const ask = (query: Record<string, string>) =>
    facebook.push!(here.ground, sourceOf(PAGE, null, META), {
      method: "GET",
      query: new URLSearchParams(query),
      headers: new Headers(),
      body: new Uint8Array(),
    })
  const question = { "hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": META.verify }
  assert.deepEqual(await ask(question), { status: 200, body: "1158201444", reading: null })
  for (const wrong of [{ "hub.verify_token": "guessed" }, { "hub.verify_token": "" }, { "hub.mode": "unsubscribe" }])
    assert.equal((await ask({ ...question, ...wrong })).status, 403)
  const keyless = await facebook.push!(here.ground, sourceOf(PAGE), {
    method: "GET",
    query: new URLSearchParams(question),
    headers: new Headers(),
    body: new Uint8Array(),
  })
  assert.equal(keyless.status, 404)
})

test("what isn't signed by the app is refused, whatever it says; what is signed and no use is taken and left", async () => {
  const body = JSON.stringify(comment("add", "Where is my parcel?"))
  const sha1 = `sha1=${createHmac("sha1", META.appSecret).update(body).digest("hex")}`
  for (const signed of [signature(body, "another-secret-of-somebody"), signature(`${body} `), sha1, "sha256=00", "sha256=", ""])
    assert.deepEqual(await tell(facebook, PAGE, body, null, signed), { status: 403, body: "", reading: null }, signed)
  assert.deepEqual(texts(await tell(facebook, PAGE, body)), ["Where is my parcel?"])
  assert.equal((await tell(facebook, PAGE, "{ not json")).status, 400)
  const elsewhere = comment("add", "Hello")
  elsewhere.entry[0]!.id = "999999"
  const own = comment("add", "Sorry!", SENT, { from: { id: "105555", name: "Parcels" } })
  const like = comment("add", "", SENT, { item: "like", comment_id: undefined })
  const odd = [
    elsewhere,
    own,
    like,
    comment("hide", "x"),
    [],
    null,
    7,
    { object: "user", entry: "x" },
    { object: "page", entry: [{ id: {} }] },
  ]
  for (const each of odd) assert.deepEqual(await tell(facebook, PAGE, each), { status: 200, body: "", reading: null }, JSON.stringify(each))
})

test("told twice it is one thing; told late, the later holds; what was taken back doesn't come again; what is very old is left", async () => {
  const first = await tell(facebook, PAGE, comment("add", "It is late"))
  const edited = await tell(facebook, PAGE, comment("edited", "It is very late", SENT + 20), first.reading!.cursor)
  assert.deepEqual(texts(edited), ["It is very late"])
  const replayed = await tell(facebook, PAGE, comment("add", "It is late"), edited.reading!.cursor)
  assert.deepEqual([replayed.status, replayed.reading], [200, null])
  const removed = await tell(facebook, PAGE, comment("remove", "", SENT + 40), edited.reading!.cursor)
  assert.deepEqual(removed.reading!.gone, ["105555_9_1"])
  for (const body of [comment("add", "It is late"), comment("edited", "Back again", SENT + 60)])
    assert.equal((await tell(facebook, PAGE, body, removed.reading!.cursor)).reading, null)
  const early = await tell(facebook, PAGE, comment("remove", ""))
  assert.equal((await tell(facebook, PAGE, comment("add", "It is late"), early.reading!.cursor)).reading, null, "removed before it came")
  assert.equal((await tell(facebook, PAGE, comment("add", "It is late", SENT - 72 * 3_600))).reading, null)
})

test("a page hears posts of others and recommendations, with who says so where that is told", async () => {
  const value = {
    item: "rating",
    verb: "add",
    open_graph_story_id: "555",
    reviewer_id: "78",
    reviewer_name: "Léa Roy",
    review_text: "Parcels lost twice",
    recommendation_type: "NEGATIVE",
    created_time: SENT,
  }
  const told = await tell(facebook, PAGE, { object: "page", entry: [{ id: "105555", time: SENT, changes: [{ field: "ratings", value }] }] })
  const [review] = told.reading!.heard
  assert.deepEqual([review?.kind, review?.key, review?.author?.name, review?.text], ["review", "555", "Léa Roy", "Parcels lost twice"])
  const post = comment("add", "Never again", SENT, { item: "status", comment_id: undefined, post_id: "105555_12", from: undefined })
  const [said] = (await tell(facebook, PAGE, post)).reading!.heard
  assert.deepEqual([said?.kind, said?.author, said?.url], ["post", null, "https://www.facebook.com/105555_12"])
})

test("a key that has expired, a permission that is missing and a share that is used up are told apart", async () => {
  let answer: Record<string, unknown> = {}
  let headers: Record<string, string> = {}
  const graph = await new Served(() => ({ ...json(answer), headers, status: answer["error"] ? 400 : 200 })).open()
  const look = () => facebook.read!(here.ground, sourceOf({ ...PAGE, api: graph.url }, null, META)).catch((thrown: unknown) => thrown)
  const said = async (code: number) => {
    answer = { error: { message: "no", type: "OAuthException", code, fbtrace_id: "A" } }
    const error = await look()
    assert.ok(error instanceof SourceTrouble, String(error))
    return [error.code, error.remark?.key]
  }
  assert.deepEqual(await said(190), ["refused", "listening.remark.newKey"])
  assert.deepEqual(await said(10), ["needs-approval", "listening.remark.metaPermission"])
  assert.deepEqual(await said(32), ["throttled", undefined])
  assert.deepEqual(await said(100), ["unreadable", "listening.remark.metaAccount"])
  answer = { data: [] }
  const share = (percent: number) => [
    { type: "pages", call_count: percent, total_cputime: 1, total_time: 1, estimated_time_to_regain_access: 90 },
  ]
  headers = { "x-business-use-case-usage": JSON.stringify({ "105555": share(85) }) }
  const sparing = await look()
  assert.ok(typeof sparing === "object" && sparing && "next" in sparing)
  assert.equal(String(sparing.next), String(new Date("2026-11-22T10:45:00Z")))
  headers = { "x-app-usage": '{"call_count":12', "x-business-use-case-usage": JSON.stringify({ "105555": share(100) }) }
  const full = await look()
  assert.ok(full instanceof SourceTrouble)
  assert.deepEqual([full.code, full.until?.getTime()], ["throttled", Date.parse(NOW) + 1.5 * HOUR])
  await graph.close()
})
