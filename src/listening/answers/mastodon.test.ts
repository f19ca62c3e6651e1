import assert from "node:assert/strict"
import { before, test } from "node:test"
import { Company, NOON, type Who } from "../../../test/support/company.ts"
import type { Json } from "../../../test/support/house.ts"
import { mastodonStage } from "../sources/stages/followed.fixture.ts"
import { mastodonAccount, type MastodonPlace } from "./networks.fixture.ts"

const THERE = "https://elsewhere.example/@maya/112233"
let company: Company<{ mastodon: MastodonPlace }>
let lea: Who
let account: Json
let mention: Json
before(async () => {
  company = await Company.open({ mastodon: await mastodonStage(new Date(NOON)) })
  lea = await company.agent("Lea Martin", "lead")
  await company.must(lea, "POST", "/api/watches", { name: "Lilas", query: "lilas" })
  mention = await company.mention({ key: "112233", url: THERE, text: "Lilas, where is it?", author: { handle: "@maya@elsewhere.example" } })
})

const instance = () => company.at.mastodon.instance
const say = async (text: string): Promise<Json> => {
  const answer = await company.must(lea, "POST", `/api/mentions/${mention.id}/answers`, { accountId: account.id, text, language: "en" })
  return company.must(lea, "POST", `/api/public-answers/${answer.id}/submit`, { revision: answer.revision })
}
const now = (answer: Json) => company.must(lea, "GET", `/api/public-answers/${answer.id}`)

test("a token that may not write is told from one that may; the instance says how much it takes", async () => {
  instance().scopes = ["read"]
  const tried = await company.must(lea, "POST", "/api/social-accounts/try", mastodonAccount(company.at.mastodon))
  assert.equal(tried.trouble.code, "scope")
  instance().scopes = ["read", "write"]
  instance().mostCharacters = 120
  account = await company.must(lea, "POST", "/api/social-accounts", mastodonAccount(company.at.mastodon))
  assert.deepEqual(account.counting, { most: 120, by: "signs", bytes: null, link: 23, shortNames: true })
  const ways = await company.must(lea, "GET", `/api/mentions/${mention.id}/ways-to-answer`)
  assert.equal(ways.items[0].opening, "@maya@elsewhere.example ")
  const check = { mentionId: mention.id, accountId: account.id, text: `@maya@elsewhere.example https://lilas.example/${"x".repeat(90)} 👩‍👩‍👧` }
  const { length, tooLongBy } = await company.must(lea, "POST", "/api/public-answers/check", check)
  assert.deepEqual([length, tooLongBy], ["@maya ".length + 23 + 2, 0])
})

test("an answer goes under what our own instance knows it by, once, however the connection ends", async () => {
  const lost = await say("@maya@elsewhere.example We are sorry.")
  await company.later(30)
  const failed = await now(lost)
  assert.deepEqual([failed.state, failed.reason.code], ["failed", "not-found-there"])
  instance().known.set(THERE, "4711")
  for (const how of ["cut-after", "cut-before", "away", null] as const) {
    const before = instance().statuses.length
    const answer = await say(`@maya@elsewhere.example We are sorry <${how}>.`)
    instance().next = how
    await company.later(30)
    assert.equal((await now(answer)).state, how ? "uncertain" : "sent")
    await company.later(600)
    const { state, url } = await now(answer)
    const made = instance().statuses.at(-1)!
    assert.deepEqual(
      [state, url, instance().statuses.length - before],
      ["sent", `${company.at.mastodon.url}/@lilas/${made.id}`, 1],
      String(how),
    )
    assert.deepEqual([made.in_reply_to_id, made.visibility, made.language], ["4711", "public", "en"])
  }
})

test("what stands there is withdrawn, also when somebody has deleted it there already", async () => {
  for (const deleted of [false, true]) {
    const answer = await say("@maya@elsewhere.example One moment.")
    await company.later(30)
    if (deleted) instance().statuses.pop()
    await company.must(lea, "POST", `/api/public-answers/${answer.id}/withdraw`, { reason: "Said twice" })
    await company.later(1)
    assert.equal((await now(answer)).state, "withdrawn")
  }
})

test("an account whose token was taken away says so on its page, and works again with a new one", async () => {
  const answer = await say("@maya@elsewhere.example Still here.")
  Object.assign(instance(), { token: "an0ther" })
  await company.later(30)
  assert.deepEqual([(await now(answer)).state, (await now(answer)).reason.code], ["failed", "login"])
  const [shown] = (await company.must(lea, "GET", "/api/social-accounts")).items
  assert.equal(shown.trouble.code, "login")
  await company.must(lea, "PATCH", `/api/social-accounts/${account.id}`, { secret: { token: "an0ther" } })
  const checked = await company.must(lea, "POST", `/api/social-accounts/${account.id}/check`)
  assert.equal(checked.trouble, null)
  const again = await company.must(lea, "POST", `/api/public-answers/${answer.id}/undo`, {})
  await company.must(lea, "POST", `/api/public-answers/${again.id}/submit`, { revision: again.revision })
  await company.later(30)
  assert.equal((await now(answer)).state, "sent")
})
