import assert from "node:assert/strict"
import { before, test } from "node:test"
import { DAY, MINUTE } from "#platform"
import type { Json } from "../../../test/support/house.ts"
import { Shop } from "../../../test/support/shop.ts"

let shop: Shop
let agent: string
let observer: string
before(async () => {
  shop = await Shop.open()
  agent = await shop.inside.token("agent")
  observer = await shop.inside.token("observer")
})

const asked = {
  from: "Camille Rousseau <camille@rousseau.example>",
  to: "bonjour@fleurs-rousseau.example",
  subject: "Vase cassé à l’arrivée, commande AB-1290",
  text: "Bonjour,\n\nle vase est arrivé en morceaux. Ma commande : AB-1290.\n\nCamille Rousseau",
}

const ANSWER = `Bonjour Camille,

Quand un vase arrive cassé, nous en renvoyons un sans frais.

- Photographiez le vase et son carton.
- Gardez les morceaux deux jours.

Votre commande AB-1290 repart demain au 12 rue des Lilas, 75011 Paris.

Bien cordialement,
Inès`

/** A customer writes, is answered, and the answer becomes a draft. */
async function answerBecomesArticle(): Promise<{ article: Json; conversationId: string; caseId: string }> {
  const message = await shop.receive(asked)
  const sent = await shop.answer(message.conversationId, ANSWER)
  const article = await shop.ask(`/api/messages/${sent.id}/article`, { body: {}, token: agent })
  return { article, conversationId: message.conversationId, caseId: message.caseId }
}

const publish = (id: string, language: string, more: object = {}) =>
  shop.ask(`/api/articles/${id}/texts/${language}/publish`, { body: more, token: shop.token })

async function write(id: string, language: string, typed: { title: string; body: string; revision: number }): Promise<Json> {
  return shop.ask(`/api/articles/${id}/texts/${language}`, { method: "PUT", body: typed, token: agent })
}

async function published(title: string, body: string, more: { language?: string; audience?: string; tags?: string[] } = {}): Promise<Json> {
  const { language = "fr", audience = "internal", tags = [] } = more
  const article = await shop.ask("/api/articles", { body: { language, title, body, tags } })
  if (audience === "public") await shop.ask(`/api/articles/${article.id}`, { method: "PATCH", body: { audience } })
  await publish(article.id, language)
  return shop.ask(`/api/articles/${article.id}`)
}

test("an answer becomes an article in one gesture: no greeting, no leave, and what names the customer is marked", async () => {
  const { article } = await answerBecomesArticle()
  const [text] = article.texts
  assert.equal(text.language, "fr")
  assert.equal(text.state, "draft", "never published by itself")
  assert.match(text.title, /^Vase cassé à l’arrivée/)
  assert.match(text.body, /^Quand un vase arrive cassé/)
  assert.doesNotMatch(text.body, /Bonjour|cordialement|Inès/)
  const pieces = text.identifying.map(({ text: piece, kind }: Json) => `${kind} ${piece}`)
  assert.ok(pieces.includes("reference AB-1290"), pieces.join("; "))
  assert.ok(
    pieces.some((piece: string) => piece.startsWith("address 12 rue des Lilas")),
    pieces.join("; "),
  )
  const inTitle = text.identifying.filter(({ field }: Json) => field === "title")
  assert.equal(inTitle.length, 1, "the order number in the title too")
  for (const { field, start, end, text: piece } of text.identifying) assert.equal(text[field].slice(start, end), piece)
})

test("what would tell who the customer is isn't published unless a person says so", async () => {
  const { article } = await answerBecomesArticle()
  const refused = await shop.inside.api(`/api/articles/${article.id}/texts/fr/publish`, { token: agent, body: {} })
  assert.equal(refused.status, 409)
  assert.equal(refused.body.key, "knowledge.identifying")
  const [text] = article.texts
  const kept = await write(article.id, "fr", {
    title: "Vase cassé à l’arrivée",
    body: "Quand un vase arrive cassé, nous en renvoyons un sans frais.\n\n- Photographiez le vase.",
    revision: text.revision,
  })
  assert.deepEqual(kept.identifying, [])
  assert.equal((await publish(article.id, "fr")).state, "published")
})

test("two screens don't overwrite each other, and what is published stays while one writes", async () => {
  const article = await published("Délais de livraison", "Une commande passée avant midi part le jour même.")
  const [{ revision }] = article.texts
  const written = await write(article.id, "fr", { title: "Délais", body: "Avant onze heures.", revision })
  assert.equal(written.state, "changed")
  const clash = await shop.inside.api(`/api/articles/${article.id}/texts/fr`, {
    token: agent,
    method: "PUT",
    body: { title: "x", body: "y", revision },
  })
  assert.equal(clash.status, 409)
  const { items } = await shop.ask(`/api/articles/${article.id}/texts/fr/versions`)
  assert.deepEqual(
    items.map(({ number, title, inUse }: Json) => [number, title, inUse]),
    [[1, "Délais de livraison", true]],
  )
  await publish(article.id, "fr")
  const after = await shop.ask(`/api/articles/${article.id}/texts/fr/versions`)
  assert.deepEqual(
    after.items.map(({ number, inUse }: Json) => [number, inUse]),
    [
      [2, true],
      [1, false],
    ],
  )
})

test("one article, two languages, each with its state", async () => {
  const article = await published("Changer l’adresse", "Écrivez-nous avant midi.")
  await write(article.id, "en", { title: "Change the address", body: "Write to us before noon.", revision: 0 })
  const both = await shop.ask(`/api/articles/${article.id}`)
  assert.deepEqual(
    both.texts.map(({ language, state }: Json) => [language, state]),
    [
      ["en", "draft"],
      ["fr", "published"],
    ],
  )
})

test("agents write, leads publish to the public, observers read", async () => {
  const article = await shop.ask("/api/articles", {
    body: { language: "en", title: "Opening hours", body: "From nine to six." },
    token: agent,
  })
  await shop.ask(`/api/articles/${article.id}`, { method: "PATCH", body: { audience: "public" }, token: agent })
  const byAgent = await shop.inside.api(`/api/articles/${article.id}/texts/en/publish`, { token: agent, body: {} })
  assert.equal(byAgent.status, 403)
  assert.equal(byAgent.body.key, "knowledge.publicByLead")
  await publish(article.id, "en")
  assert.equal((await shop.inside.api(`/api/articles/${article.id}`, { token: observer })).status, 200)
  const byObserver = await shop.inside.api("/api/articles", { token: observer, body: { language: "en" } })
  assert.equal(byObserver.status, 403)
})

test("it is found by any form of its words, without accents, unfinished, misspelt; archived it is found no more", async () => {
  const article = await published("Remboursement d’un bouquet fané", "Les fleurs fanées avant cinq jours sont remboursées.")
  const found = async (q: string): Promise<boolean> =>
    (await shop.ask(`/api/articles?q=${encodeURIComponent(q)}`)).items.some(({ id }: Json) => id === article.id)
  for (const q of ["remboursement", "rembourser fleur", "fane", "remboursem", "rembousement bouqet fané"]) assert.ok(await found(q), q)
  await shop.ask(`/api/articles/${article.id}/archive`, { body: {} })
  assert.ok(!(await found("remboursement")))
  await shop.ask(`/api/articles/${article.id}/restore`, { body: {} })
  assert.ok(await found("remboursement"))
})

test("review: past its date it is in the list to review, until somebody says that it still holds", async () => {
  const article = await published("Tarif des livraisons", "Six euros.")
  const due = async (): Promise<boolean> =>
    (await shop.ask("/api/articles?filter=review&limit=200")).items.some(({ id }: Json) => id === article.id)
  assert.equal(await due(), false)
  shop.inside.clock.advance(200 * DAY)
  assert.equal(await due(), true)
  await shop.ask(`/api/articles/${article.id}/reviewed`, { body: {} })
  assert.equal(await due(), false)
})

test("shown, inserted, sent and helped are counted, each when it is true", async () => {
  const article = await published("Vase fendu", "Un vase fendu est remplacé sans frais : envoyez une photographie du vase et du carton.")
  const counts = async (): Promise<Json> => (await shop.ask(`/api/articles/${article.id}`)).counts
  const message = await shop.receive({
    ...asked,
    from: "Jonas Weber <jonas@weber.example>",
    subject: "Mon vase est fendu",
    text: "Le vase est fendu.",
  })
  const { items } = await shop.ask(`/api/cases/${message.caseId}/articles`)
  assert.equal(items[0].id, article.id, JSON.stringify(items.map(({ title }: Json) => title)))
  assert.match(items[0].why, /vase/)
  for (let n = 0; n < 2; n++) await shop.ask(`/api/cases/${message.caseId}/articles/shown`, { body: { articleIds: [article.id] } })
  const { text } = await shop.ask(`/api/articles/${article.id}/insert`, {
    body: { conversationId: message.conversationId, language: "fr" },
  })
  assert.deepEqual(await counts(), { shown: 1, inserted: 1, sent: 0, helped: 0, yes: 0, no: 0 })

  const unrelated = await shop.answer(message.conversationId, "Je me renseigne et je reviens vers vous.")
  assert.equal((await counts()).sent, 0, "what was deleted before sending wasn't sent")
  await shop.ask(`/api/messages/${unrelated.id}/undo`, { body: {} })
  const answer = await shop.answer(message.conversationId, `Bonjour,\n\n${text}\n\nInès`)
  assert.equal((await counts()).sent, 1)
  await shop.ask(`/api/messages/${answer.id}/undo`, { body: {} })
  assert.equal((await counts()).sent, 0, "an answer taken back wasn't sent")
  await shop.answer(message.conversationId, `Bonjour,\n\n${text}\n\nInès`)
  await shop.until(new Date(shop.inside.clock.now().getTime() + 5 * MINUTE))
  await shop.ask(`/api/cases/${message.caseId}/resolve`, { body: {} })
  await shop.until(new Date(shop.inside.clock.now().getTime() + 6 * DAY))
  assert.equal((await counts()).helped, 0, "six days are no week")
  await shop.until(new Date(shop.inside.clock.now().getTime() + 2 * DAY))
  assert.deepEqual(await counts(), { shown: 1, inserted: 1, sent: 1, helped: 1, yes: 0, no: 0 })
})

test("what is inserted is text: no marks of Markdown, links as addresses", async () => {
  const article = await published(
    "Suivre un colis",
    "## Où le voir\n\n1. Ouvrez [le suivi](https://suivi.lilas.example/colis).\n2. **Notez** l’heure.",
  )
  const message = await shop.receive({ ...asked, subject: "Suivi du colis" })
  const { text } = await shop.ask(`/api/articles/${article.id}/insert`, {
    body: { conversationId: message.conversationId, language: "en" },
  })
  assert.equal(text, "Où le voir\n\n1. Ouvrez le suivi (https://suivi.lilas.example/colis).\n2. Notez l’heure.")
})

test("a draft made of an answer is read by those who may read the answer; once published, by all", async () => {
  const { article } = await answerBecomesArticle()
  const elsewhere = await shop.inside.inbox("other@fleurs-rousseau.example")
  const { token: stranger } = await shop.ask("/api/tokens", {
    token: await shop.inside.token("admin"),
    body: { name: "elsewhere", role: "agent", inboxIds: [elsewhere] },
  })
  assert.equal((await shop.inside.api(`/api/articles/${article.id}`, { token: stranger })).status, 404)
  const listed = await shop.inside.api("/api/articles?q=vase", { token: stranger })
  assert.ok(!listed.body.items.some(({ id }: Json) => id === article.id))
  await publish(article.id, "fr", { regardless: true })
  const read = await shop.inside.api(`/api/articles/${article.id}`, { token: stranger })
  assert.equal(read.status, 200)
  assert.equal(read.body.origin, null, "the case isn't theirs to know of")
})
