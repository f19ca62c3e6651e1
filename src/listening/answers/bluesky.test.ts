import assert from "node:assert/strict"
import { before, test } from "node:test"
import { Company, NOON, type Who } from "../../../test/support/company.ts"
import { type Json, until } from "../../../test/support/house.ts"
import { blueskyAccount, type BlueskyPlace, blueskyWithMaya, MAYAS, POST, ROOT } from "./networks.fixture.ts"

let company: Company<{ bluesky: BlueskyPlace }>
let lea: Who
let lead: Who
let account: Json
let mention: Json
let early: Json[]
let watch: Json
before(async () => {
  company = await Company.open({ bluesky: await blueskyWithMaya(new Date(NOON)) })
  lea = await company.agent("Lea Martin")
  lead = await company.agent("Ines Roy", "lead")
  watch = await company.must(lea, "POST", "/api/watches", { name: "Lilas", query: "lilas" })
  const text = "Lilas opens a third shop in Rennes on Saturday, with a bouquet for whoever comes first"
  const author = { key: pds().did, handle: "@lilas.example" }
  early = [await company.mention({ key: "e1", text, author }), await company.mention({ key: "e2", text: `${text}!`, author: { key: "x" } })]
})

const pds = () => company.at.bluesky.pds
const write = async (text: string): Promise<Json> =>
  company.must(lea, "POST", `/api/mentions/${mention.id}/answers`, { accountId: account.id, text })
const submit = (answer: Json, more: object = {}) =>
  company.must(lea, "POST", `/api/public-answers/${answer.id}/submit`, { revision: answer.revision, ...more })
const now = (answer: Json) => company.must(lea, "GET", `/api/public-answers/${answer.id}`)
const said = () => [...pds().records.values()].map(({ value }) => value["text"])

test("an account is tried before it is kept, and why it doesn't work is said", async () => {
  const wrong = { ...blueskyAccount(company.at.bluesky), secret: { appPassword: "not-the-password" } }
  const tried = await company.must(lead, "POST", "/api/social-accounts/try", wrong)
  assert.deepEqual([tried.trouble.code, tried.trouble.detail.includes("Invalid identifier or password")], ["login", true])
  assert.equal((await company.ask(lead, "POST", "/api/social-accounts", wrong)).status, 422)
  const typed = await company.ask(lead, "POST", "/api/social-accounts/try", { ...wrong, settings: { pds: "bsky", handle: "lilas" } })
  assert.deepEqual(
    typed.body.fields.map(({ path }: Json) => path),
    ["settings.pds", "settings.handle"],
  )
  assert.equal((await company.ask(lea, "POST", "/api/social-accounts", blueskyAccount(company.at.bluesky))).status, 403)
  account = await company.must(lead, "POST", "/api/social-accounts", { ...blueskyAccount(company.at.bluesky), name: "Lilas on Bluesky" })
  assert.deepEqual([account.handle, account.counting.most, account.trouble], ["@lilas.example", 300, null])
  assert.ok(!JSON.stringify(account).includes(pds().password), "the secret is never shown")
  assert.equal((await company.ask(lead, "POST", "/api/social-accounts", blueskyAccount(company.at.bluesky))).status, 409)
})

test("what the account said before it was known to be ours leaves the mentions, their counts and their story", async () => {
  const [ours, theirs] = early.map(({ id }) => id) as [string, string]
  const heard = async (path: string) => (await company.must(lea, "GET", path)).items.map(({ id }: Json) => id)
  await until("our own has left", async () => !(await heard("/api/mentions")).includes(ours) || null)
  assert.deepEqual(await heard(`/api/watches/${watch.id}/mentions`), [theirs])
  const { rows } = await company.shop.inside.db.pool.query(`select posts from watch_counts where watch_id = '${watch.id}' and posts > 0`)
  assert.deepEqual(rows, [{ posts: 1 }])
  const shown = await company.must(lea, "GET", `/api/mentions/${ours}`)
  assert.deepEqual([shown.storyId, shown.oursAt !== null], [null, true])
  const { story } = await company.must(lea, "GET", `/api/mentions/${theirs}`)
  assert.equal(story.mentions, 1)
  const again = await company.must(lea, "POST", "/api/watches", { name: "Shops", query: "rennes" })
  await until("the past is looked through", async () => (await heard(`/api/watches/${again.id}/mentions`)).includes(theirs) || null)
  assert.deepEqual(await heard(`/api/watches/${again.id}/mentions`), [theirs], "a new watch doesn't find it either")
})

test("an answer waits for its undo, then stands under what it answers, with its links and names by byte", async () => {
  mention = await company.mention(MAYAS)
  pds().handles.set("maya.example", "did:plc:maya")
  const ways = await company.must(lea, "GET", `/api/mentions/${mention.id}/ways-to-answer`)
  assert.deepEqual([ways.items.length, ways.items[0].accountId, ways.items[0].needsApproval], [1, account.id, false])
  const text = "Désolés 💐 @maya.example, écrivez-nous : https://lilas.example/aide."
  const answer = await submit(await write(text), { decision: { aim: "Calm", tone: "Warm", reason: "She is right." } })
  assert.equal(answer.state, "ready")
  const undone = await company.must(lea, "POST", `/api/public-answers/${answer.id}/undo`, {})
  assert.deepEqual([undone.state, undone.text], ["draft", text])
  await company.later(60)
  assert.deepEqual(said(), [], "what was taken back doesn't leave")
  await submit(undone)
  await company.later(5)
  assert.deepEqual(said(), [], "not before its time")
  await company.later(60)
  const sent = await now(answer)
  assert.deepEqual([sent.state, sent.text], ["sent", text])
  const [[rkey, { value }]] = [...pds().records] as unknown as [[string, { value: Json }]]
  assert.equal(sent.url, `https://bsky.app/profile/${pds().did}/post/${rkey}`)
  assert.deepEqual(value.reply, { root: ROOT, parent: { uri: POST, cid: "bafymaya" } })
  const bytes = Buffer.from(text)
  assert.deepEqual(
    value.facets.map(({ index: { byteStart, byteEnd }, features }: Json) => [
      bytes.subarray(byteStart, byteEnd).toString(),
      features[0].did ?? features[0].uri,
    ]),
    [
      ["@maya.example", "did:plc:maya"],
      ["https://lilas.example/aide", "https://lilas.example/aide"],
    ],
  )
  const decisions = await company.must(lea, "GET", `/api/mentions/${mention.id}/decisions`)
  assert.deepEqual(
    decisions.items.map(({ way, aim, reason }: Json) => [way, aim, reason]),
    [["public", "Calm", "She is right."]],
  )
  assert.equal((await company.ask(lea, "POST", `/api/public-answers/${answer.id}/undo`, {})).status, 409)
  const withdrawn = await company.must(lea, "POST", `/api/public-answers/${answer.id}/withdraw`, { reason: "The wrong shop." })
  assert.equal(withdrawn.state, "withdrawing")
  await company.later(1)
  assert.deepEqual([(await now(answer)).state, said()], ["withdrawn", []])
  assert.deepEqual(
    (await now(answer)).steps.map(({ step }: Json) => step),
    ["drafted", "queued", "undone", "queued", "sent", "withdrawing", "withdrawn"],
  )
})

test("whatever is lost on the way, it stands there once", async () => {
  for (const how of ["cut-after", "cut-before", "full"] as const) {
    const before = pds().records.size
    const answer = await submit(await write(`We look into it (${how}).`))
    pds().next = how
    await company.later(30)
    assert.equal((await now(answer)).state, how === "full" ? "retry" : "uncertain")
    pds().expired = true
    await company.later(600)
    assert.deepEqual([(await now(answer)).state, pds().records.size - before], ["sent", 1], how)
    assert.ok((await now(answer)).url)
  }
})

test("what is deleted while its answer waits to be tried again is answered no more", async () => {
  const key = `${POST.slice(0, -1)}9`
  pds().posts.set(key, { cid: "bafygone", record: {} })
  const tell = (told: object) => company.must(lead, "POST", "/api/mentions", { source: "Networks", ...told })
  const { items } = await tell({ mentions: [{ key, text: "Lilas, where is it?" }] })
  const drafted = await company.must(lea, "POST", `/api/mentions/${items[0].id}/answers`, { accountId: account.id, text: "On its way." })
  const before = pds().records.size
  pds().next = "full"
  await submit(drafted)
  await company.later(30)
  assert.equal((await now(drafted)).state, "retry")
  await tell({ mentions: [], gone: [key] })
  await company.later(600)
  const { state, reason } = await now(drafted)
  assert.deepEqual([state, reason?.code, pds().records.size], ["failed", "gone", before])
})

test("a place that is away is asked again; while it may be there, nobody can take it back", async () => {
  const answer = await submit(await write("Soon."))
  pds().next = "cut-before"
  await company.later(30)
  company.at.bluesky.setMood("down")
  await company.later(60)
  assert.equal((await now(answer)).state, "uncertain")
  assert.equal((await company.ask(lea, "POST", `/api/public-answers/${answer.id}/undo`, {})).status, 409)
  company.at.bluesky.setMood("well")
  await company.must(lea, "POST", `/api/public-answers/${answer.id}/look`, {})
  await company.later(1)
  assert.equal((await now(answer)).state, "sent")
})

test("what can't be answered says why, and the words stay", async () => {
  pds().posts.set(POST, { cid: "bafymaya", record: {}, viewer: { replyDisabled: true } })
  const answer = await submit(await write("Are you there?"))
  await company.later(30)
  const failed = await now(answer)
  assert.deepEqual([failed.state, failed.reason.code, failed.text], ["failed", "replies-closed", "Are you there?"])
  const told = await company.must(lea, "GET", "/api/notifications")
  assert.deepEqual([told.items[0].kind, told.items[0].mentionId], ["answer-failed", mention.id])
  const long = await write("x".repeat(301))
  const refused = await company.ask(lea, "POST", `/api/public-answers/${long.id}/submit`, { revision: long.revision })
  assert.deepEqual([refused.status, refused.body.fields[0].path], [422, "text"])
  assert.match(refused.body.fields[0].detail, /1 too long: the place takes 300/)
})

test("our own words, heard back by a source, are nobody's; an answer to them is a mention", async () => {
  pds().posts.set(POST, { cid: "bafymaya", record: {} })
  const servers = [`${company.at.bluesky.url.replace("http", "ws")}/subscribe`]
  await company.must(lead, "POST", "/api/sources", { kind: "bluesky", settings: { servers } })
  const answer = await submit(await write("Lilas here: it leaves today."))
  await company.later(30)
  assert.equal((await now(answer)).state, "sent")
  company.at.bluesky.say("Thanks, lilas")
  const heard = await until("the answer is heard", async () => {
    const { items } = await company.must(lea, "GET", "/api/mentions?words=lilas")
    return items.some(({ text }: Json) => text === "Thanks, lilas") ? items : null
  })
  assert.ok(!heard.some(({ text }: Json) => text.includes("it leaves today")))
})

test("an address that nobody can have there is answered by nothing, and breaks nothing", async () => {
  const url = "https://bsky.app/profile/%zz/post/3kmaya2222222"
  const odd = await company.mention({ key: "odd", url, text: "Lilas, anybody there?", author: { handle: "odd.example" } })
  const ways = await company.must(lea, "GET", `/api/mentions/${odd.id}/ways-to-answer`)
  assert.deepEqual(ways.items, [])
})
