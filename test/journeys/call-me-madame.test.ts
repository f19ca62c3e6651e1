import assert from "node:assert/strict"
import { before, test } from "node:test"
import { type Json, until } from "../support/house.ts"
import { Shop } from "../support/shop.ts"

/* A bank that cannot call an unmarried woman Madame. Here people are addressed as they ask, or neutrally; nothing is required or guessed. */
let shop: Shop
before(async () => {
  shop = await Shop.open({ address: "bonjour@banque-diallo.example", acknowledge: true })
})

const writes = (from: string): Promise<Json> => shop.receive({ from, to: shop.address, subject: "Mon compte", text: "Bonjour" })
const greeting = async ({ conversationId }: Json): Promise<string> =>
  (await shop.ask(`/api/conversations/${conversationId}/recipients`)).greeting
const say = (contactId: string, body: object) => shop.ask(`/api/contacts/${contactId}`, { method: "PATCH", body })

/** The words of the acknowledgement that somebody got. */
async function acknowledged(address: string): Promise<string> {
  await shop.aMinuteLater()
  const { bytes } = await shop.mailTo(address)
  return decodeURIComponent(
    bytes
      .slice(bytes.indexOf("\r\n\r\n"))
      .replace(/=\r\n/g, "")
      .replace(/%/g, "%25")
      .replace(/=([0-9A-F]{2})/g, "%$1"),
  )
}

const FIRST_NAMES = ["Camille", "Marie", "Amadou", "Dominique", "Andrea", "Jean", "Ines"]

test("nothing is guessed from a first name: neither title nor gender nor name is put before anybody", async () => {
  for (const name of FIRST_NAMES) {
    const address = `${name.toLowerCase()}@exemple.example`
    const message = await writes(`${name} Rousseau <${address}>`)
    assert.equal(await greeting(message), "Bonjour,")
    const contact = await shop.ask(`/api/contacts/${message.from.contactId}`)
    const { salutation, grammar, familiarity, language } = contact
    assert.deepEqual({ salutation, grammar, familiarity, language }, { salutation: null, grammar: null, familiarity: null, language: null })
    const words = await acknowledged(address)
    assert.match(words, /Bonjour,/)
    assert.doesNotMatch(words, /Madame|Monsieur|Mademoiselle|\bM\.|\bMme|\bMlle|Cher|Chère/)
    assert.doesNotMatch(words, new RegExp(`Bonjour ${name}`))
  }
})

test("she asks to be called Madame, once, and is, wherever she writes", async () => {
  const nora = await writes("Nora Okafor <nora@okafor.example>")
  await say(nora.from.contactId, { salutation: "Madame", grammar: "feminine", familiarity: "vous" })
  assert.equal(await greeting(nora), "Bonjour Madame,")
  await shop.until(new Date(shop.inside.clock.now().getTime() + 2 * 86_400_000))
  const again = await writes("Nora Okafor <nora@okafor.example>")
  assert.equal(await greeting(again), "Bonjour Madame,")
  assert.match(await acknowledged("nora@okafor.example"), /Bonjour Madame,/)
})

test("what people ask for stands in their own words, and an own greeting isn't greeted again", async () => {
  const asked = {
    "Docteur Diallo": "Bonjour Docteur Diallo,",
    "Chère Madame": "Chère Madame,",
    Mx: "Bonjour Mx,",
    "Madame la Présidente,": "Bonjour Madame la Présidente,",
  }
  const message = await writes("A. Diallo <a@diallo.example>")
  for (const [salutation, expected] of Object.entries(asked)) {
    await say(message.from.contactId, { salutation })
    assert.equal(await greeting(message), expected)
  }
  await say(message.from.contactId, { salutation: null })
  assert.equal(await greeting(message), "Bonjour,", "what was said can be taken back")
})

test("who writes in English to a French house is greeted and told in English, without a word about them", async () => {
  const message = await shop.receive({
    from: "Robin Hale <robin@hale.example>",
    to: shop.address,
    subject: "My account",
    text: "I can't see my account and it is urgent for me, will you help?",
  })
  const { greeting: line, language } = await shop.ask(`/api/conversations/${message.conversationId}/recipients`)
  assert.deepEqual([line, language], ["Hello,", "en"])
  assert.match(await acknowledged("robin@hale.example"), /Hello,[^]*has arrived/)
})

test("an English-speaking customer of a French house is greeted in English", async () => {
  const message = await writes("Sam Okafor <sam@okafor.example>")
  await say(message.from.contactId, { language: "en" })
  assert.equal(await greeting(message), "Hello,")
  await say(message.from.contactId, { language: "de" })
  assert.equal(await greeting(message), "Bonjour,", "a language that Vigie doesn't speak is the house's")
})

test("nothing about how to address somebody is required, anywhere", async () => {
  const empty = await shop.ask("/api/contacts", { body: { identities: [{ kind: "phone", value: "+33 1 99 00 12 34" }] } })
  assert.deepEqual([empty.name, empty.salutation, empty.grammar, empty.familiarity], ["", null, null, null])
  const { components } = await shop.ask("/api/openapi.json")
  assert.doesNotMatch(JSON.stringify(components), /"(gender|civility|civilite|maritalStatus)"/)
  const ofPeople = Object.entries(components.schemas).filter(([name]) => /Contact|Identity|Agent/.test(name))
  assert.ok(ofPeople.length > 0)
  assert.doesNotMatch(JSON.stringify(ofPeople), /"title"/)
  const described = await shop.ask("/api/openapi.json")
  const change = described.paths["/api/contacts/{id}"].patch.requestBody.content["application/json"].schema
  assert.deepEqual(change.required ?? [], [])
})

test("a merge of two contacts keeps how she asked to be called, and its undoing gives it back to her alone", async () => {
  const [one, other] = [await writes("Lina Diallo <lina@diallo.example>"), await writes("L. Diallo <l.diallo@bureau.example>")]
  await say(other.from.contactId, { salutation: "Madame" })
  const merge = await shop.ask(`/api/contacts/${one.from.contactId}/merge`, { body: { with: other.from.contactId } })
  assert.equal(await greeting(one), "Bonjour Madame,")
  await shop.ask(`/api/contacts/merges/${merge.id}/undo`, { method: "POST" })
  assert.equal(await greeting(one), "Bonjour,")
  await until("hers is hers again", async () => (await greeting(other)) === "Bonjour Madame,")
})
