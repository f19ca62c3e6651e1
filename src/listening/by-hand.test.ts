import assert from "node:assert/strict"
import { before, test } from "node:test"
import { HOUR } from "#platform"
import type { Json } from "../../test/support/house.ts"
import { Shop } from "../../test/support/shop.ts"
import { keptApart } from "./gathering/move-mentions.ts"

let shop: Shop
before(async () => {
  shop = await Shop.open({ address: "care@lilas.example", language: "en" })
  await shop.ask("/api/watches", { body: { name: "Lilas", query: "lilas" } })
})

const say = async (mentions: object[]): Promise<string[]> => {
  const publishedAt = shop.inside.clock.now()
  const told = await shop.ask("/api/mentions", {
    body: { source: "Mountains", mentions: mentions.map((one) => ({ publishedAt, ...one })) },
  })
  await shop.inside.house.settle()
  return told.items.map(({ id }: Json) => id)
}
const contact = (name: string, handle: string): Promise<Json> =>
  shop.ask("/api/contacts", { body: { name, identities: [{ kind: "handle", network: "Mountains", value: handle }] } })
const tiesOf = async (what: string): Promise<Json[]> => (await shop.ask(`/api/${what}/ties`)).items
const refused = async (path: string, body: object, token = shop.token): Promise<number> =>
  (await shop.inside.api(path, { token, body })).status

test("somebody without a case is proposed by the handle they gave; once they have a case, it stands for them", async () => {
  const [amadou, brune] = [await contact("Amadou Diallo", "@amadou"), await contact("Brune Levi", "@brune")]
  const [first, second] = await say([
    { key: "a", text: "Lilas sent the wrong flowers", author: { key: "a", handle: "@amadou" } },
    { key: "b", text: "Lilas is late again", author: { key: "b", handle: "@brune" } },
  ])
  const [tie] = await tiesOf(`mentions/${first}`)
  assert.deepEqual([tie?.state, tie?.case, tie?.contact], ["proposed", null, { id: amadou.id, name: "Amadou Diallo" }])
  assert.ok(
    tie!["pieces"].some(({ kind }: Json) => kind === "handle"),
    JSON.stringify(tie),
  )
  await shop.ask(`/api/ties/${tie!["id"]}/confirm`, { body: {} })
  assert.deepEqual(
    (await tiesOf(`contacts/${amadou.id}`)).map(({ state, mention }) => [state, mention.id]),
    [["confirmed", first]],
  )

  assert.equal((await tiesOf(`contacts/${brune.id}`)).length, 1)
  await shop.ask(`/api/contacts/${brune.id}/identities`, { body: { kind: "email", network: "", value: "brune@levi.example" } })
  await shop.receive({ from: "Brune Levi <brune@levi.example>", to: shop.address, subject: "My bouquet", text: "It is late again. Brune" })
  await shop.inside.house.settle()
  assert.deepEqual(await tiesOf(`contacts/${brune.id}`), [], "what was only proposed of her goes")
  assert.equal((await tiesOf(`mentions/${second}`)).filter(({ case: one }) => one !== null).length, 1, "her case is proposed instead")
})

test("a person is tied by hand, seen by who sees the person, and untied", async () => {
  const { id } = await contact("Olga Novak", "@olga_n")
  const [mention] = await say([{ key: "o", text: "Lilas, really?", author: { key: "o", handle: "@somebody" } }])
  assert.equal(await refused(`/api/mentions/${mention}/ties`, { contactId: id, caseId: "1" }), 422, "one of the two")
  assert.equal(await refused(`/api/mentions/${mention}/ties`, { contactId: id }, await shop.inside.token("observer")), 403)
  const tie = await shop.ask(`/api/mentions/${mention}/ties`, { body: { contactId: id } })
  assert.deepEqual([tie.state, tie.byHand, tie.contact.name], ["confirmed", true, "Olga Novak"])
  await shop.ask(`/api/ties/${tie.id}/undo`, { body: {} })
  assert.deepEqual(await tiesOf(`contacts/${id}`), [])
})

test("a story is decided about as a mention is; the latest is taken back, and what held before is reminded of", async () => {
  const jonas = await shop.inside.agent("jonas@lilas.example", "Jonas Weil")
  const van = "The van of Lilas with all the bouquets of Monday was lost near Orléans and nobody in Lille gets any"
  const [story] = await say([
    { key: "v1", text: van },
    { key: "v2", text: `${van}!` },
  ])
  const path = `/api/stories/${story}/decisions`
  const lookAgainAt = new Date(shop.inside.clock.now().getTime() + HOUR)
  const first = await shop.ask(path, { body: { way: "watch", reason: "Two posts.", lookAgainAt } })
  shop.inside.clock.advance(1000)
  const second = await shop.ask(path, { body: { way: "public", reason: "The press has it." } })
  assert.equal(await refused(`/api/open-decisions/${first.id}/undo`, {}), 409, "only the latest")
  const undone = await shop.ask(`/api/open-decisions/${second.id}/undo`, { body: {} })
  assert.ok(undone.undone.at)
  assert.deepEqual(
    (await shop.ask(path)).items.map(({ way, storyId, mentionId, undone: back }: Json) => [way, storyId, mentionId, back !== null]),
    [
      ["watch", story, null, false],
      ["public", story, null, true],
    ],
  )
  const { sql } = await import("kysely")
  const { db, clock, house } = shop.inside
  await db.transact((tx) => sql`update mention_decisions set by_actor = ${`agent:${jonas}`} where id = ${first.id}`.execute(tx.sql))
  clock.advance(HOUR + 1)
  await house.settle()
  const told = await sql<{ kind: string; story_id: string }>`select kind, story_id from notifications where agent_id = ${jonas}`.execute(
    db.read.sql,
  )
  assert.deepEqual(told.rows, [{ kind: "look-again", story_id: story }])
})

test("mentions go from one story to another by hand, and back", async () => {
  const bridge = "The bridge of Lilas street in Nantes is closed for repairs until the end of the month says the town"
  const [a, b, c] = await say([
    { key: "m1", text: bridge },
    { key: "m2", text: `${bridge}.` },
    { key: "m3", text: "Lilas hires twenty florists in Bordeaux" },
  ])
  const move = await shop.ask(`/api/stories/${a}/move`, { body: { mentions: [b], into: c } })
  assert.deepEqual([move.kind, move.mentions, move.to], ["move", 1, c])
  assert.deepEqual((await shop.ask(`/api/mentions/${b}`)).story.id, c)
  assert.equal(await refused(`/api/stories/${a}/move`, { mentions: [a], into: c }), 422, "a story isn’t emptied")
  await shop.ask(`/api/story-moves/${move.id}/undo`, { body: {} })
  assert.equal((await shop.ask(`/api/mentions/${b}`)).storyId, a)
})

test("what was split off comes back to where the rest is by now; not where both are one again", async () => {
  const fair = "The flower fair of Lilas in Rennes opens on Saturday at nine with two hundred stands says the mayor"
  const [a, b, c, other] = await say([
    { key: "s1", text: fair },
    { key: "s2", text: `${fair}.` },
    { key: "s3", text: `${fair}!` },
    { key: "s4", text: "Lilas sponsors a regatta off Lorient" },
  ])
  const storyOf = async (id: string | undefined) => (await shop.ask(`/api/mentions/${id}`)).storyId
  const idsOf = async (story: string | undefined) =>
    new Set((await shop.ask(`/api/stories/${story}/mentions`)).items.map(({ mention }: Json) => mention.id))
  const split = await shop.ask(`/api/stories/${a}/split`, { body: { mentions: [b] } })
  const again = await shop.ask(`/api/stories/${a}/split`, { body: { mentions: [c] } })
  await shop.ask(`/api/stories/${a}/merge`, { body: { into: other } })
  assert.equal((await keptApart(shop.inside.db.read, [other, again.to])).length, 1, "what was taken apart stays so, whatever it is part of")
  await shop.ask(`/api/story-moves/${split.id}/undo`, { body: {} })
  assert.equal(await storyOf(b), other)
  assert.deepEqual(await idsOf(other), new Set([a, b, other]), "the story that is shown has it")
  assert.equal((await shop.ask(`/api/stories/${split.to}`)).id, other, "what was its own leads there")
  await shop.ask(`/api/stories/${other}/merge`, { body: { into: again.to } })
  assert.equal(await refused(`/api/story-moves/${again.id}/undo`, {}), 409, "it is in one story with the rest")
  assert.deepEqual(await idsOf(again.to), new Set([a, b, c, other]))
})

test("an edit is held against cases anew: a number that it adds proposes a tie; what was refused stays so", async () => {
  const publishedAt = shop.inside.clock.now()
  const tell = async (text: string): Promise<string> => {
    const mentions = [{ key: "edited", text, publishedAt, author: { key: "q", handle: "@nobody_at_all" } }]
    const told = await shop.ask("/api/mentions", { body: { source: "Mountains", mentions } })
    await shop.inside.house.settle()
    return told.items[0].id
  }
  const text = "Parcel CX-48213 hasn't come. Quentin"
  await shop.receive({ from: "Quentin Roy <quentin@roy.example>", to: shop.address, subject: "Parcel", text })
  const id = await tell("Lilas, where is it?")
  assert.deepEqual(await tiesOf(`mentions/${id}`), [])
  shop.inside.clock.advance(1000)
  assert.equal(await tell("Lilas, where is it? CX-48213"), id)
  const [tie] = await tiesOf(`mentions/${id}`)
  assert.equal(tie?.["state"], "proposed")
  await shop.ask(`/api/ties/${tie!["id"]}/refuse`, { body: {} })
  shop.inside.clock.advance(1000)
  await tell("Lilas, where is it? CX-48213!")
  assert.deepEqual(
    (await tiesOf(`mentions/${id}`)).map(({ state }) => state),
    ["refused"],
  )
})

test("a correction is taken back, and counts no more; what one author said, and who repeats it, is told", async () => {
  const text = "Lilas delivered a lovely bouquet on time, thank you so much for the kind driver who came early"
  const author = { key: "z", name: "Zoé", handle: "@zoe", followers: 10 }
  const [id] = await say([
    { key: "c1", text, author },
    { key: "c2", text: "Nothing of Lilas today", author },
    { key: "c3", text: `${text}!`, author: { key: "y", name: "Yann", followers: 500 } },
  ])
  const { corrections } = await shop.ask(`/api/mentions/${id}/corrections`, { body: { about: "tone", said: "negative" } })
  assert.equal(
    (await shop.ask("/api/mentions?tone=negative")).items.some((one: Json) => one.id === id),
    true,
  )
  const after = await shop.ask(`/api/mentions/${id}/corrections/${corrections[0].id}`, { method: "DELETE" })
  assert.deepEqual([after.tone, after.corrections], ["positive", []])
  assert.deepEqual((await shop.ask("/api/tone/accuracy")).items, [])
  const { person, repeats } = await shop.ask(`/api/mentions/${id}/spread`)
  assert.deepEqual([person.posts, person.items.length, repeats.posts, repeats.people, repeats.followers], [2, 1, 1, 1, 500])
  assert.equal((await shop.ask(`/api/mentions?by=${id}`)).items.length, 2)
})
