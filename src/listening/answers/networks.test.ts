import assert from "node:assert/strict"
import { before, describe, test } from "node:test"
import { Company, NOON, type Who } from "../../../test/support/company.ts"
import { type Json, until } from "../../../test/support/house.ts"
import { type AnswerStage, type Ending, REFUSAL } from "./stages/answer-stage.fixture.ts"
import { blueskyAnswers, mastodonAnswers } from "./stages/followed.fixture.ts"
import { discourseAnswers, lemmyAnswers } from "./stages/forums.fixture.ts"
import { facebookAnswers, instagramAnswers, threadsAnswers } from "./stages/meta.fixture.ts"
import { googleBusinessAnswers, googlePlayAnswers } from "./stages/google-reviews.fixture.ts"
import { appStoreAnswers, trustpilotAnswers } from "./stages/reviews.fixture.ts"
import { youtubeAnswers } from "./stages/video.fixture.ts"

/** What every network must hold to. A new one brings a stage on which it can be answered. */
const STAGES = {
  bluesky: blueskyAnswers,
  mastodon: mastodonAnswers,
  threads: threadsAnswers,
  discourse: discourseAnswers,
  lemmy: lemmyAnswers,
  "google-play": googlePlayAnswers,
  "app-store": appStoreAnswers,
  trustpilot: trustpilotAnswers,
  "google-business": googleBusinessAnswers,
  youtube: youtubeAnswers,
  instagram: instagramAnswers,
  facebook: facebookAnswers,
} satisfies Record<string, (start: Date) => AnswerStage>
const wanted = process.env["NETWORK"]?.split(",")
const NAMES = Object.keys(STAGES).filter((name) => wanted?.includes(name) ?? true) as (keyof typeof STAGES)[]

let company: Company<Record<string, AnswerStage>>
let lea: Who
before(async () => {
  const opened = await Promise.all(NAMES.map(async (name) => [name, await STAGES[name](new Date(NOON)).open()] as const))
  company = await Company.open(Object.fromEntries(opened))
  lea = await company.agent("Lea Martin", "lead")
})
const must = (method: string, path: string, body?: unknown) => company.must(lea, method, path, body)

test("every network has a stage here", async () => {
  const { body } = await company.ask(lea, "POST", "/api/social-accounts/try", { kind: "none", settings: {}, secret: {} })
  assert.ok(!wanted || wanted.length > 0)
  if (!wanted) assert.match(JSON.stringify(body), new RegExp([...NAMES].join(", ")))
})

for (const name of NAMES) {
  describe(name, () => {
    let stage: AnswerStage
    let account: Json
    let mention: Json
    let way: Json
    before(async () => {
      stage = company.at[name]!
      mention = await saidAt(stage)
    })
    const now = (answer: Json) => must("GET", `/api/public-answers/${answer.id}`)
    const draft = (text: string) => must("POST", `/api/mentions/${mention.id}/answers`, { accountId: account.id, text, language: "en" })
    const submit = ({ id, revision }: Json) => must("POST", `/api/public-answers/${id}/submit`, { revision })
    const say = async (text: string, next: Ending | null = null): Promise<Json> => {
      const answer = await draft(text)
      await submit(answer)
      stage.next = next
      await company.later(30)
      return now(answer)
    }

    test("it is signed in with, without writing anything; who isn't known is told so", async () => {
      const { kind, settings, secret } = stage.account
      const tried = await must("POST", "/api/social-accounts/try", { kind, settings, secret: { ...secret, ...stage.played.wrong } })
      assert.ok(["login", "bad-key"].includes(tried.trouble?.code), JSON.stringify(tried))
      account = await must("POST", "/api/social-accounts", { kind, settings, secret })
      assert.equal(account.trouble, null)
      assert.equal(account.counting.most, stage.played.most)
      assert.equal(stage.writes, 0)
      const shown = JSON.stringify((await must("GET", "/api/social-accounts")).items)
      for (const value of Object.values(secret).map(String))
        assert.ok(value.startsWith("http") || !shown.includes(JSON.stringify(value).slice(1, -1)), "a secret is shown")
      const elsewhere = Object.entries(settings).find(([, value]) => String(value).startsWith("http"))!
      const moved = { settings: { ...settings, [elsewhere[0]]: "https://other.example" } }
      const refused = await company.ask(lea, "PATCH", `/api/social-accounts/${account.id}`, moved)
      assert.deepEqual([refused.status, refused.body.fields?.[0]?.path], [422, "secret"], JSON.stringify(refused.body))
      const ways = (await must("GET", `/api/mentions/${mention.id}/ways-to-answer`)).items
      way = ways.find(({ accountId }: Json) => accountId === account.id)
      assert.ok(way, JSON.stringify(ways))
    })

    test("it counts as the place counts", async () => {
      const check = { mentionId: mention.id, accountId: account.id, text: stage.played.tooLong }
      const { tooLongBy, length, most } = await must("POST", "/api/public-answers/check", check)
      assert.deepEqual([tooLongBy > 0, length - most, most], [true, tooLongBy, stage.played.most])
    })

    test("an answer stands there once, however the connection ends", async () => {
      for (const how of ["cut-after", "cut-before", "away", null] as const) {
        const standing = stage.played.standing().length
        const text = `We are sorry, it comes tonight: ${how}.`
        const answer = await say(text, how)
        assert.equal(answer.state, how ? "uncertain" : "sent", JSON.stringify(answer.reason))
        await company.later(700)
        const { state, reason } = await now(answer)
        assert.deepEqual([state, reason], ["sent", null], String(how))
        assert.equal(stage.played.standing().at(-1), text, String(how))
        assert.equal(stage.played.standing().filter((each) => each === text).length, 1, String(how))
        if (!way.keepsOne) assert.equal(stage.played.standing().length, standing + 1)
      }
    })

    test("asked to wait, it waits as long as it is told to", async () => {
      const answer = await say("It is on its way to you.", "throttled")
      assert.deepEqual([answer.state, answer.reason.code], ["retry", "throttled"])
      assert.ok(Date.parse(answer.dueAt) - company.shop.inside.clock.now().getTime() >= 119_000, answer.dueAt)
      await company.later(130)
      assert.equal((await now(answer)).state, "sent")
    })

    test("a refusal is told in the place's own words, and nothing typed is lost", async () => {
      const writes = stage.writes
      const answer = await say("Buy our parcels!", "refused")
      assert.equal(answer.state, "failed", JSON.stringify(answer.reason))
      assert.ok(answer.reason.detail.includes(REFUSAL), answer.reason.detail)
      assert.deepEqual([answer.text, stage.writes], ["Buy our parcels!", writes + 1])
    })

    test("what stands there is withdrawn, also when somebody has deleted it there; or it is said that it can't be", async () => {
      for (const isDeleted of [false, true]) {
        const answer = await say(`One moment, please (${isDeleted}).`)
        assert.deepEqual([answer.state, answer.canWithdraw], ["sent", way.takesBack])
        const asked = await company.ask(lea, "POST", `/api/public-answers/${answer.id}/withdraw`, { reason: "Said twice" })
        if (!way.takesBack) {
          assert.equal(asked.status, 409)
          continue
        }
        if (isDeleted) stage.played.deleteOurs()
        await company.later(1)
        assert.equal((await now(answer)).state, "withdrawn", JSON.stringify((await now(answer)).reason))
        assert.ok(!stage.played.standing().includes(answer.text))
      }
    })

    test("where one answer stands, a second takes its place, and it is said what that is", async (t) => {
      if (!way.keepsOne) return t.skip("several answers stand there")
      stage.played.deleteOurs()
      const there = () => must("GET", `/api/mentions/${mention.id}/standing-answer?account=${account.id}`)
      assert.deepEqual(await there(), { text: null, trouble: null })
      const first = await say("The first answer.")
      assert.equal((await there()).text, "The first answer.")
      const [second, third] = [await draft("The second answer."), await draft("The third answer.")]
      await submit(second)
      const refused = await company.ask(lea, "POST", `/api/public-answers/${third.id}/submit`, { revision: third.revision })
      assert.equal(refused.status, 409)
      await company.later(30)
      assert.deepEqual(stage.played.standing(), ["The second answer."])
      const before = await now(first)
      assert.deepEqual([before.state, before.reason.code, (await now(second)).state], ["withdrawn", "replaced", "sent"])
    })

    test("what isn't there any more isn't answered", async () => {
      const answer = await draft("Is anybody there?")
      stage.played.forget()
      await submit(answer)
      await company.later(30)
      const { state, reason } = await now(answer)
      assert.equal(state, "failed", JSON.stringify(reason))
      assert.ok(["gone", "not-found-there"].includes(reason.code), reason.code)
    })
  })
}

/** What Maya said, heard by its source or told by a program. */
async function saidAt({ played, served }: AnswerStage): Promise<Json> {
  const { said, source } = played
  if (!source) return company.mention(said)
  const added = await must("POST", "/api/sources", source(served.url))
  return until(`${added.kind} hears her`, async () => {
    await company.shop.inside.house.settle()
    const { items } = await must("GET", `/api/mentions?source=${added.id}`)
    return items.find(({ text }: Json) => text === said.text)
  })
}
