import assert from "node:assert/strict"
import { afterEach, beforeEach, test } from "node:test"
import { DAY } from "#platform"
import { facebook } from "../facebook/facebook.ts"
import { googlePlay } from "../google-play/google-play.ts"
import { instagram } from "../instagram/instagram.ts"
import { type Answered, type Grounded, groundAt, Served, sourceOf } from "../served.fixture.ts"
import { type KeptThing, SourceTrouble } from "../source.ts"
import { META, NOT_SHOWN } from "../stages/approved.fixture.ts"
import { googlePlayStage } from "../stages/reviews.fixture.ts"
import { json } from "../stages/stage.fixture.ts"

const NOW = "2026-11-22T10:00:00Z"
const PAGE = "105555"
const NOTHING = { gone: [], missing: [], unsaid: [] }

let here: Grounded
let graph: Served
/** What is answered by id; everything else isn't shown. */
let answers: Record<string, Answered>
beforeEach(async () => {
  here = groundAt(NOW)
  answers = {}
  graph = await new Served(({ path }) => answers[path.slice(1)] ?? NOT_SHOWN).open()
})
afterEach(() => Promise.all([graph.close(), here.close()]))

const kept = (key: string, replyTo: string | null = null): KeptThing => ({ key, url: null, replyTo, saidAt: new Date(NOW) })
const atFacebook = (...all: KeptThing[]) => facebook.stillThere!(here.ground, sourceOf({ page: PAGE, api: graph.url }, null, META), all)
const shows = (...ids: string[]) => Object.assign(answers, Object.fromEntries(ids.map((id) => [id, json({ id })])))
const asked = () => graph.asked.splice(0).map(({ path }) => path.slice(1))

test("at Facebook what isn't shown is missing on the page's own ground only; elsewhere it may be for other eyes", async () => {
  shows("105555_10001", "10001_20001")
  const all = [
    kept("10001_20001", "105555_10001"),
    kept("10001_20002", "105555_10001"),
    kept("10001_20003", "10001_29999"), // an answer to a comment that went with it
    kept("105555_10002"), // what a visitor wrote on the page
    kept("99999_10003"), // a post that tags the page
    kept("10009_20009", "99999_10009"), // a comment under what isn't shown, either
  ]
  const found = await atFacebook(...all)
  assert.deepEqual(found, { ...NOTHING, missing: ["10001_20002", "10001_20003", "105555_10002"], unsaid: ["99999_10003", "10009_20009"] })
  assert.ok(!asked().includes("99999_10003"), "what can't be told apart isn't asked for")
})

test("no other refusal of Meta's means that something is missing: not a permission, a token, a limit, nor a bad question", async () => {
  const refused = (code: number, subcode?: number): Answered => ({
    status: 400,
    body: JSON.stringify({ error: { message: "no", type: "OAuthException", code, ...(subcode ? { error_subcode: subcode } : {}) } }),
  })
  const one = kept("105555_10001")
  for (const [answer, code] of [
    [refused(10), "needs-approval"],
    [refused(200), "needs-approval"],
    [refused(4), "throttled"],
    [refused(2), "unreachable"],
  ] as const) {
    answers["105555_10001"] = answer
    await assert.rejects(atFacebook(one), (error) => error instanceof SourceTrouble && error.code === code)
  }
  for (const answer of [refused(190, 463), refused(100), refused(803), { status: 404, body: "<p>" }, json({ surprise: 1 })]) {
    answers["105555_10001"] = answer
    assert.deepEqual(await atFacebook(one), { ...NOTHING, unsaid: ["105555_10001"] })
  }
})

test("from four fifths of Meta's limits on nothing is asked for again", async () => {
  shows("105555_10001", "105555_10002")
  answers["105555_10001"] = { ...json({ id: "105555_10001" }), headers: { "x-app-usage": '{"call_count":85}' } }
  const unasked = { keys: ["105555_10002"], until: null, trouble: null }
  assert.deepEqual(await atFacebook(kept("105555_10001"), kept("105555_10002")), { ...NOTHING, unasked })
  assert.deepEqual(asked(), ["105555_10001"])
})

test("at Instagram a comment is missing under one's own picture only; stories and what names the account elsewhere are never", async () => {
  const settings = { account: "178414", handle: "parcels", api: graph.url }
  const cursor = { links: { "17900": "https://www.instagram.com/p/Ab1/" } }
  shows("18001", "17901")
  const all = [
    kept("18001", "17900"),
    kept("18002", "17900"), // the picture is known as one's own
    kept("18003", "17901"), // its picture is shown
    kept("18004", "17999"), // its picture isn't, either: a live film that ended, or somebody else's
    kept("17950"), // a picture in which the account was tagged
    kept("m_1", null), // a story
  ]
  const found = await instagram.stillThere!(here.ground, sourceOf(settings, cursor, META), all)
  assert.deepEqual(found, { ...NOTHING, missing: ["18002", "18003"], unsaid: ["18004", "17950", "m_1"] })
})

test("Google Play isn't asked for a review of more than a week ago: that it shows none then says nothing", async () => {
  const stage = await googlePlayStage(new Date("2026-11-22T09:00:00Z"))
  try {
    const old = { ...kept("gp:1"), saidAt: new Date(Date.parse(NOW) - 7 * DAY) }
    const source = sourceOf(stage.settings, null, stage.secret)
    assert.deepEqual(await googlePlay.stillThere!(here.ground, source, [old, kept("gp:2")]), {
      ...NOTHING,
      missing: ["gp:2"],
      unsaid: ["gp:1"],
    })
  } finally {
    await stage.close()
  }
})
