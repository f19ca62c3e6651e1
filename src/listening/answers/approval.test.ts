import assert from "node:assert/strict"
import { before, test } from "node:test"
import { Company, NOON, type Who } from "../../../test/support/company.ts"
import type { Json } from "../../../test/support/house.ts"
import { blueskyAccount, type BlueskyPlace, blueskyWithMaya, MAYAS } from "./networks.fixture.ts"

let company: Company<{ bluesky: BlueskyPlace }>
let lea: Who
let karim: Who
let ines: Who
let account: Json
let mention: Json
let caseId: string
before(async () => {
  company = await Company.open({ bluesky: await blueskyWithMaya(new Date(NOON)) })
  lea = await company.agent("Lea Martin")
  karim = await company.agent("Karim Diallo", "lead")
  ines = await company.agent("Ines Roy", "lead")
  await company.must(lea, "POST", "/api/watches", { name: "Lilas", query: "lilas" })
  const mail = await company.shop.receive({
    from: "Maya Lang <maya.lang@post.example>",
    to: "care@lilas.example",
    subject: "Bouquet GE-77120",
    text: "My bouquet GE-77120 isn't here. It was for the funeral of my mother, 12 rue des Lilas, Lyon. My sister Odile Marchand waits there.",
  })
  caseId = mail.caseId
  mention = await company.mention({
    ...MAYAS,
    text: "Lilas, my bouquet GE-77120 isn't here.",
    author: { handle: "maya.example", name: "Maya" },
  })
  account = await company.must(karim, "POST", "/api/social-accounts", { ...blueskyAccount(company.at.bluesky), approval: "everybody" })
})

const write = async (who: Who, text: string): Promise<Json> =>
  company.must(who, "POST", `/api/mentions/${mention.id}/answers`, { accountId: account.id, text, caseId })
const act = (who: Who, answer: Json, name: string, body: object = {}) =>
  company.ask(who, "POST", `/api/public-answers/${answer.id}/${name}`, { ...body })
const sayable = (who: Who, answer: Json, name: string, more: object = {}) => act(who, answer, name, { revision: answer.revision, ...more })
const now = (answer: Json) => company.must(lea, "GET", `/api/public-answers/${answer.id}`)

test("where the account asks for it, a second person gives leave: never a writer, never who isn't an approver", async () => {
  const first = await write(lea, "We are sorry, Maya.")
  const asked = (await sayable(lea, first, "submit")).body
  assert.deepEqual([asked.state, asked.canApprove], ["asked", false])
  assert.equal((await sayable(lea, asked, "approve")).status, 403)
  const told = (await company.must(karim, "GET", "/api/notifications")).items
  assert.deepEqual([told[0].kind, told[0].mentionId], ["answer-asked", mention.id])
  const token = await company.shop.inside.token("admin")
  const byProgram = await company.shop.inside.api(`/api/public-answers/${asked.id}/approve`, { token, body: { revision: asked.revision } })
  assert.equal(byProgram.status, 403)

  const back = (await sayable(karim, asked, "send-back", { reason: "Say when it comes." })).body
  assert.equal(back.state, "sent-back")
  assert.equal((await company.must(lea, "GET", "/api/notifications")).items[0].kind, "answer-back")
  const patch = { revision: back.revision, text: "We are sorry, Maya. It comes today." }
  const changed = await company.must(karim, "PATCH", `/api/public-answers/${back.id}`, patch)
  assert.equal((await company.ask(lea, "PATCH", `/api/public-answers/${back.id}`, patch)).status, 409, "not over another's words unseen")
  const again = (await sayable(lea, changed, "submit")).body
  assert.equal((await sayable(karim, again, "approve")).status, 403, "he is one of its writers")
  const waiting = await company.must(ines, "GET", "/api/public-answers?state=asked")
  assert.deepEqual([waiting.items.length, waiting.items[0].canApprove], [1, true])
  assert.equal((await act(ines, again, "approve", { revision: again.revision - 1 })).status, 409, "leave is for the words that were read")
  const given = (await sayable(ines, again, "approve")).body
  assert.deepEqual([given.state, given.approvedBy.name], ["ready", "Ines Roy"])
  await company.later(30)
  assert.equal((await now(given)).state, "sent")

  await company.must(karim, "PATCH", `/api/social-accounts/${account.id}`, { approvers: [lea.id] })
  const named = (await sayable(ines, await write(ines, "One moment."), "submit")).body
  assert.equal((await sayable(karim, named, "approve")).status, 403, "only who is named")
  assert.equal((await sayable(lea, named, "approve")).body.state, "ready")
  const team = await company.must(await company.agent("Olga Berg", "admin"), "POST", "/api/teams", { name: "New here", agentIds: [lea.id] })
  const bad = await company.ask(karim, "PATCH", `/api/social-accounts/${account.id}`, { approval: "teams" })
  assert.equal(bad.body.fields[0].path, "approvalTeams")
  await company.must(karim, "PATCH", `/api/social-accounts/${account.id}`, { approval: "teams", approvalTeams: [team.id], approvers: [] })
  assert.equal((await sayable(karim, await write(karim, "Two moments."), "submit")).body.state, "ready")
  assert.equal((await sayable(lea, await write(lea, "Three moments."), "submit")).body.state, "asked")
  const hers = await write(lea, "Four moments.")
  assert.equal((await sayable(karim, hers, "submit")).body.state, "asked", "her words wait, whoever gives them on their way")
})

test("private facts of the case don't pass, each is shown at its place, and what is none is released with a reason", async () => {
  const text = "Maya, bouquet GE-77120 goes to 12 rue des Lilas. Odile has it. It was for the funeral of my mother. maya.lang@post.example"
  const answer = await write(karim, text)
  const refused = await sayable(karim, answer, "submit")
  assert.equal(refused.status, 422)
  const found = refused.body.fields.map(({ at }: Json) => text.slice(at.start, at.end))
  assert.ok(!found.includes("GE-77120") && !found.includes("Maya"), "she said these in public herself")
  for (const piece of ["Odile", "12 rue des", "maya.lang@post.example"])
    assert.ok(
      found.some((one: string) => one.includes(piece)),
      `${piece} in ${found}`,
    )
  assert.ok(found.some((one: string) => /funeral of my mother/.test(one)))

  const patch = { revision: answer.revision, text: "Odile, our florist, writes to maya.lang@post.example." }
  const shorter = await company.must(karim, "PATCH", `/api/public-answers/${answer.id}`, patch)
  const name = { kind: "name", text: "Odile", reason: "Our florist has this name." }
  const mail = { kind: "address", text: "maya.lang@post.example", reason: "She gave it in public." }
  assert.equal((await act(karim, shorter, "releases", { ...name, text: "Simone" })).status, 404)
  assert.equal((await act(lea, shorter, "releases", mail)).status, 403, "an address takes a lead")
  assert.equal((await act(lea, shorter, "releases", name)).status, 200)
  const left = await sayable(karim, shorter, "submit")
  assert.deepEqual(
    left.body.fields.map(({ at }: Json) => patch.text.slice(at.start, at.end)),
    ["maya.lang@post.example"],
  )
  await act(karim, shorter, "releases", mail)
  assert.equal((await sayable(karim, shorter, "submit")).body.state, "ready")
  const { steps } = await now(shorter)
  assert.ok(steps.some(({ step, reason, by }: Json) => step === "released" && reason.includes("Our florist") && by.name === "Lea Martin"))
})

test("a case only proposed is guarded, too, and a person without one", async () => {
  const { items } = await company.must(lea, "GET", `/api/mentions/${mention.id}/ties`)
  assert.equal(items[0].state, "proposed")
  const told = async (text: string) => {
    const answer = await company.must(karim, "POST", `/api/mentions/${mention.id}/answers`, { accountId: account.id, text })
    const { body } = await sayable(karim, answer, "submit")
    return body.fields?.map(({ at }: Json) => text.slice(at.start, at.end)) ?? body.state
  }
  assert.deepEqual(await told("Maya, Odile has your GE-77120."), ["Odile"])
  assert.deepEqual(await told("Maya, GE-77120 is on its way."), "ready")
  await company.later(30)
  const phone = { kind: "phone", network: "", value: "+33 6 12 34 56 78" }
  const { id } = await company.must(karim, "POST", "/api/contacts", { name: "Bo Falk", identities: [phone] })
  await company.must(karim, "POST", `/api/mentions/${mention.id}/ties`, { contactId: id })
  assert.deepEqual(await told("Call 06 12 34 56 78."), ["06 12 34 56 78"])
})

test("whoever can't see the case learns nothing of it, and their answer waits for somebody who does", async () => {
  await company.must(karim, "POST", `/api/mentions/${mention.id}/ties`, { caseId })
  const press = await company.shop.inside.inbox("press@lilas.example")
  const outsider = await company.agent("Paul Weil", "lead", [press])
  const draft = await company.must(outsider, "POST", `/api/mentions/${mention.id}/answers`, {
    accountId: account.id,
    text: "Odile has it.",
  })
  assert.equal(draft.case, null)
  const asked = (await sayable(outsider, draft, "submit")).body
  assert.equal(asked.state, "asked")
  const other = await company.agent("Rosa Weil", "lead", [press])
  assert.equal((await sayable(other, asked, "approve")).status, 403)
  const refused = await sayable(ines, asked, "approve")
  assert.deepEqual([refused.status, refused.body.fields[0].at], [422, { start: 0, end: 5 }])
  const theirs = await write(lea, "A draft beside the case.")
  assert.equal((await company.ask(outsider, "GET", `/api/public-answers/${theirs.id}`)).status, 404)

  const first = (await sayable(karim, await write(karim, "It is in the van."), "submit")).body
  const undone = (await act(karim, first, "undo")).body
  const patch = { revision: undone.revision, text: "It is on its way." }
  const changed = await company.must(karim, "PATCH", `/api/public-answers/${undone.id}`, patch)
  assert.equal((await sayable(karim, changed, "submit")).body.state, "ready")
  await company.later(30)
  const texts = async (who: Who) =>
    (await company.must(who, "GET", `/api/public-answers/${changed.id}`)).steps.flatMap(({ text }: Json) => text ?? [])
  assert.ok((await texts(karim)).includes("It is in the van."))
  assert.deepEqual([...new Set(await texts(outsider))], ["It is on its way."], "only what was said in the open")
})

test("what was answered stands on the mention, the case and the story", async () => {
  const answer = (await sayable(karim, await write(karim, "It leaves today."), "submit")).body
  await company.later(30)
  const ids = async (query: string) =>
    (await company.must(lea, "GET", `/api/public-answers?${query}&state=sent`)).items.map(({ id }: Json) => id)
  const { storyId } = await company.must(lea, "GET", `/api/mentions/${mention.id}`)
  for (const query of [`mention=${mention.id}`, `case=${caseId}`, `story=${storyId}`])
    assert.ok((await ids(query)).includes(answer.id), query)
  const [words] = (await company.must(lea, "GET", `/api/cases/${caseId}/timeline`)).items.filter(({ kind }: Json) => kind === "public")
  assert.ok(words.mention.answers.some(({ text, url }: Json) => text === "It leaves today." && url))
})

test("a case that is tied while an answer waits keeps its private facts: the answer doesn't leave, and its writers are told", async () => {
  const key = "at://did:plc:friend/app.bsky.feed.post/3kfriend22222"
  company.at.bluesky.pds.posts.set(key, { cid: "bafyfriend", record: {} })
  const other = await company.mention({ key, text: "Lilas, still nothing?", author: { handle: "friend.example", name: "Friend" } })
  const draft = await company.must(karim, "POST", `/api/mentions/${other.id}/answers`, { accountId: account.id, text: "Odile has it." })
  const ready = (await sayable(karim, draft, "submit")).body
  assert.equal(ready.state, "ready")
  await company.must(ines, "POST", `/api/mentions/${other.id}/ties`, { caseId })
  const before = company.at.bluesky.pds.records.size
  await company.later(30)
  const failed = await now(ready)
  assert.deepEqual([failed.state, failed.reason.code, company.at.bluesky.pds.records.size], ["failed", "private", before])
  assert.equal((await company.must(karim, "GET", "/api/notifications")).items[0].kind, "answer-failed")
})
