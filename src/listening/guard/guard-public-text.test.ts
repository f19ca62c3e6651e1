import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import type { Json } from "../../../test/support/house.ts"
import { Shop } from "../../../test/support/shop.ts"

/* What the guard knows of a case: all that was written in it, by whoever. */
let shop: Shop
let mail: Json
const letter = { to: "bonjour@fleurs-rousseau.example", subject: "Bouquet" }
before(async () => {
  shop = await Shop.open()
  mail = await shop.receive({
    ...letter,
    from: "Camille Rousseau <camille@post.example>",
    text: "Rien reçu. J’habite 14 rue des Tilleuls.",
  })
})

async function guarded(text: string, caseId: string = mail.caseId): Promise<string[]> {
  const { items } = await shop.ask(`/api/cases/${caseId}/public-text`, { body: { text } })
  return items.map(({ kind, text: found, soft }: Json) => `${soft ? "soft " : ""}${kind} ${found}`)
}

test("what an agent wrote to the customer alone, and what machines wrote, isn't said in public", async () => {
  await shop.answer(
    mail.conversationId,
    "Bonjour,\nnous vous remboursons 249,90 €, retour no RT-48213, bon d’achat : code FLEUR7X. Le livreur passera au 9 rue du Port, demandez Jeanne Malet. La cliente du dessous avait signé pour vous.",
  )
  const auto = await shop.receive({
    ...letter,
    from: "camille@post.example",
    subject: "Re: Bouquet",
    text: "Absente jusqu’au 9. Colis VX-9031177 : voyez mon voisin.",
    headers: ["Auto-Submitted: auto-replied", `In-Reply-To: ${mail.messageId}`, `References: ${mail.messageId}`],
  })
  assert.deepEqual(await guarded("Nous remboursons 249,90 € (RT-48213), avec le code FLEUR7X."), [
    "sum 249,90 €",
    "reference RT-48213",
    "reference FLEUR7X",
  ])
  assert.deepEqual(await guarded("On passe : 9, rue du Port ; voyez Jeanne Malet."), ["place 9, rue du", "name Jeanne", "name Malet"])
  assert.deepEqual(await guarded("Hélas la cliente du dessous avait signé."), ["quote la cliente du dessous avait signé"])
  assert.deepEqual(await guarded("Le colis VX-9031177 est arrivé.", auto.caseId), ["reference VX-9031177"])
})

test("what the company writes to everybody isn't the customer's: templates, signatures, turns of phrase", async () => {
  const usual = "Toute notre équipe reste à votre écoute au 04 93 11 22 33."
  const turn = "Nous vous prions de bien vouloir nous excuser pour ce contretemps."
  await shop.answer(mail.conversationId, `${usual}\n${turn}`)
  assert.deepEqual(await guarded(`${usual} ${turn}`), [
    "quote Toute notre équipe reste à votre écoute au 04 93 11 22 33",
    "address 04 93 11 22 33",
    "quote Nous vous prions de bien vouloir nous excuser pour ce contretemps",
  ])
  await shop.ask("/api/templates", { body: { name: "Écoute", reach: "everybody", textFr: usual } })
  for (const who of ["ali", "bea", "carl"]) {
    const other = await shop.receive({ ...letter, from: `${who}@post.example`, text: "Et mon bouquet ?" })
    await shop.answer(other.conversationId, turn)
  }
  await shop.inside.house.settle()
  assert.deepEqual(await guarded(`${usual} ${turn}`), [])
  assert.deepEqual(await guarded("Livré au 14 rue des Tilleuls."), ["place 14 rue des"], "what the customer gave stays theirs")
  const { db } = shop.inside
  await db.transact(async (tx) => {
    await sql`lock table search_entries in access exclusive mode`.execute(tx.sql)
    assert.equal((await guarded(turn)).length, 1, "what can't be told in time stays private")
  })
  assert.deepEqual(await guarded(turn), [])
  await sql`update search_entries set spans = '{}'`.execute(db.read.sql)
  assert.equal((await guarded(turn)).length, 1, "what was said long ago isn't said time and again")
})

test("one word of a name in small letters is shown, and nothing waits for it", async () => {
  assert.deepEqual(await guarded("bonjour rousseau, merci"), ["soft name rousseau"])
  assert.deepEqual(await guarded("demandez malet"), [], "a name that only stands in a text isn't looked for so")
})

test("what is written for everybody is read where something is found, once while it stays as it is", async () => {
  const usual = "Nos fleuristes composent chaque bouquet le matin même."
  await shop.answer(mail.conversationId, usual)
  await sql`
    insert into templates (id, name, reach, text_fr, made_by, made_at, changed_at)
    select gen_random_uuid(), 'Long ' || n, 'everybody', repeat('Une phrase ' || n || ' parmi tant d’autres. ', 700), 'system:test', now(), now()
      from generate_series(1, 100) n`.execute(shop.inside.db.read.sql)
  const cost = async (text: string): Promise<number> => {
    const before = process.cpuUsage()
    await guarded(text)
    const { user } = process.cpuUsage(before)
    return user / 1000
  }
  assert.deepEqual(await guarded("Merci, à bientôt."), [])
  assert.ok((await cost("Merci, à bientôt.")) < 250, "nothing is found: nothing is read")
  assert.deepEqual(await guarded(usual), [`quote ${usual.slice(0, -1)}`])
  assert.ok((await cost(usual)) < 250, "read once")
  await shop.ask("/api/templates", { body: { name: "Matin", reach: "everybody", textFr: usual } })
  assert.deepEqual(await guarded(usual), [], "a new one is read")
})

test("the first of many mails is guarded like the last; what is too long to be read asks for a person", async () => {
  await shop.inside.db.transact((tx) =>
    sql`
      insert into messages (id, conversation_id, direction, channel, subject, new_text, received_at)
      select gen_random_uuid(), ${mail.conversationId}, 'in', 'mail', 'Encore', 'Rien de neuf ' || n, ${tx.now}::timestamptz + n * interval '1 minute'
        from generate_series(1, 200) n`.execute(tx.sql),
  )
  assert.deepEqual(await guarded("Livré au 14 rue des Tilleuls."), ["place 14 rue des"])
  const unread = async () => (await shop.ask(`/api/cases/${mail.caseId}/public-text`, { body: { text: "Merci" } })).unread
  assert.equal(await unread(), false)
  await sql`update messages set new_text = repeat('Encore et encore. ', 50000) where new_text = 'Rien de neuf 200'`.execute(
    shop.inside.db.read.sql,
  )
  assert.equal(await unread(), true)
})
