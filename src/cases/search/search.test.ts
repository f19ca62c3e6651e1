// Over 12 kB because one house, filled by one hand, is asked every kind of question.
import assert from "node:assert/strict"
import { randomUUID } from "node:crypto"
import { before, test } from "node:test"
import { sql } from "kysely"
import { type FiledCase, fileCase, fileConversation } from "../../../test/support/filed.ts"
import { testDatabase, type TestDatabase } from "../../../test/support/database.ts"
import { type Actor, type InboxRights, systemActor } from "#people"
import { DAY, Invalid, type Tx } from "#platform"
import { indexContacts } from "./index-contacts.ts"
import { indexCase, indexMessages, indexNote } from "./index-entry.ts"
import { forgetEntries, refileMessages } from "./refile.ts"
import { search, type SearchDeps } from "./search.ts"
import { learnWords } from "./words.ts"

const CARE = randomUUID()
const PRESS = randomUUID()
const texts = new Map<string, string>()
const deps: SearchDeps = { textsOf: async () => texts, findAgents: async () => [] }

interface Said {
  text: string
  subject?: string
  from?: string[]
  to?: string[]
  files?: string[]
  daysAgo?: number
  in?: Partial<FiledCase>
}

async function say(tx: Tx, { text, subject = "", from = [], to = [], files = [], daysAgo = 0, in: inCase = {} }: Said) {
  const [id, conversationId, at] = [randomUUID(), randomUUID(), new Date(tx.now.getTime() - daysAgo * DAY)]
  const caseId = await fileCase(tx, { inboxes: [CARE], ...inCase, at })
  texts.set(id, text)
  await fileConversation(tx, conversationId, caseId)
  await indexMessages(tx, [{ id, conversationId, at, subject, text, from, to, attachmentNames: files }])
  return { id, caseId, conversationId }
}

let house: TestDatabase
before(async () => {
  house = await testDatabase()
})

const seeing = (inboxes: InboxRights): Actor => ({
  kind: "agent",
  id: randomUUID(),
  ref: "agent:x",
  role: "agent",
  name: "Ines Okafor",
  language: "fr",
  timeZone: "Europe/Paris",
  teams: [],
  inboxes,
})
const all = systemActor("test")
const find = (q: string, actor: Actor = all) => search(actor, house.db.read, deps, { q, limit: 50 })
const ids = async (q: string, actor: Actor = all) => (await find(q, actor)).items.map(({ id }) => id)

test("words are found in any of their forms, with or without accents, in French and in English", async () => {
  const [refund, parcel] = await house.db.transact(async (tx) => [
    await say(tx, {
      text: "Bonjour, je n’ai toujours pas reçu mes remboursements. Merci de me répondre, c’est urgent pour nous.",
      subject: "Déçue",
    }),
    await say(tx, { text: "Hello, the parcels that you shipped were broken when they arrived. Thanks for your help with this." }),
  ])
  assert.deepEqual(await ids("remboursement"), [refund.id])
  assert.deepEqual(await ids("REMBOURSÉ "), [refund.id])
  assert.deepEqual(await ids("decue"), [refund.id])
  assert.deepEqual(await ids("les remboursements "), [refund.id], "a word that says nothing keeps nothing away")
  assert.deepEqual(await ids("parcel shipping"), [parcel.id])
  assert.deepEqual(await ids("parcel remboursement"), [])
})

test("phrases, what is left out, and a word still being typed", async () => {
  const [late, lost] = await house.db.transact(async (tx) => [
    await say(tx, { text: "Le délai de livraison est trop long, votre transporteur Zéphyrine ne répond pas." }),
    await say(tx, { text: "La livraison a un délai, et votre transporteur Zéphyrine l’a égarée." }),
  ])
  assert.deepEqual(await ids('"délai de livraison"'), [late.id])
  assert.deepEqual(await ids("zephyrine -égarée"), [late.id])
  assert.deepEqual(new Set(await ids("zéphyr")), new Set([late.id, lost.id]), "found by its beginning before the list of words knows it")
  await learnWords(house.db)
  assert.deepEqual(new Set(await ids("zép")), new Set([late.id, lost.id]), "and by a shorter one afterwards")
  assert.equal((await find("-égarée")).remarks[0]?.key, "search.onlyNot")
})

test("operators narrow by writer, recipient, file, day, tag, status and number", async () => {
  const wanted = await house.db.transact((tx) =>
    say(tx, {
      text: "Kaléidoscope cassé",
      from: ["Camille Rousseau", "camille.rousseau@maison.example"],
      to: ["care@shop.example"],
      files: ["facture-2026-0042.pdf"],
      daysAgo: 10,
      in: { tags: ["urgent"], category: "waiting" },
    }),
  )
  await house.db.transact((tx) => say(tx, { text: "Kaléidoscope, dit Camille", from: ["amadou@diallo.example"] }))
  const number = await sql<{ number: number }>`select number from cases where id = ${wanted.caseId}`.execute(house.db.read.sql)
  for (const condition of ["from:camille", "de:camille.rousseau@maison.example", "to:care@shop.example", "has:attachment", "tag:urgent"]) {
    assert.deepEqual(await ids(`kaleidoscope ${condition}`), [wanted.id], condition)
  }
  for (const condition of ["status:waiting", "statut:en-attente", "before:2026-11-01", "-after:2026-11-01", `#${number.rows[0]?.number}`]) {
    assert.deepEqual(await ids(`kaleidoscope ${condition}`), [wanted.id], condition)
  }
  assert.deepEqual(await ids("facture 0042"), [wanted.id], "by a piece of a file's name")
  assert.deepEqual(await ids("tag:urgent"), [wanted.caseId], "conditions alone ask for cases")
  assert.equal((await ids("kaleidoscope -from:camille")).includes(wanted.id), false)
  const odd = await find("kaleidoscope colour:red before:31/02/2026 status:purple")
  assert.deepEqual(
    odd.remarks.map(({ key }) => key),
    ["search.unknown", "search.date", "search.status"],
  )
})

test("nobody finds what stands in an inbox that they don't see, until the conversation comes to theirs", async () => {
  const secret = await house.db.transact((tx) => say(tx, { text: "Obsidienne", in: { inboxes: [PRESS] } }))
  const agent = seeing([CARE])
  assert.deepEqual(await ids("obsidienne", agent), [])
  assert.deepEqual(await ids("obsidienne", seeing([])), [])
  assert.deepEqual(await ids("obsidienne", seeing([PRESS])), [secret.id])
  await sql`update cases set inbox_ids = ${[PRESS, CARE]}::uuid[] where id = ${secret.caseId}`.execute(house.db.read.sql)
  assert.deepEqual(await ids("obsidienne", agent), [])
  await sql`update case_conversations set inbox_ids = ${[PRESS, CARE]}::uuid[] where case_id = ${secret.caseId}`.execute(house.db.read.sql)
  assert.deepEqual(await ids("obsidienne", agent), [secret.id])
})

test("entries follow their conversation into another case, and go when they are forgotten", async () => {
  const [moved, other] = await house.db.transact(async (tx) => [
    await say(tx, { text: "Tourmaline", in: { inboxes: [PRESS] } }),
    await fileCase(tx, { inboxes: [CARE] }),
  ])
  await sql`update case_conversations set case_id = ${other} where conversation_id = ${moved.conversationId}`.execute(house.db.read.sql)
  const found = await find("tourmaline", seeing([PRESS]))
  assert.deepEqual(
    found.items.map(({ id, caseId }) => [id, caseId]),
    [[moved.id, other]],
  )
  assert.deepEqual(await ids("tourmaline", seeing([CARE])), [])
  const cut = randomUUID()
  await house.db.transact(async (tx) => {
    await fileConversation(tx, cut, moved.caseId)
    await refileMessages(tx, [moved.id], cut)
  })
  assert.deepEqual(await ids("tourmaline", seeing([PRESS])), [moved.id])
  await house.db.transact((tx) => forgetEntries(tx, [moved.id]))
  assert.deepEqual(await ids("tourmaline"), [])
})

test("contacts are found by name, by a piece of an address and in spite of a slip; mistyped words are mended and it is said", async () => {
  const id = randomUUID()
  await house.db.transact(async (tx) => {
    await indexContacts(tx, [
      {
        id,
        name: "Wilhelmina Brontë",
        organisation: "Ateliers Brontë",
        identities: ["w.bronte@lande.example", "+33612345678"],
      },
    ])
    await say(tx, { text: "La bouilloire siffle trop fort", in: { contact: id } })
  })
  await learnWords(house.db)
  for (const q of ["wilhel", "brontë", "lande.example", "33612345678", "wilhelmna"]) assert.equal((await find(q)).items[0]?.id, id, q)
  assert.deepEqual((await find("bronte", seeing([PRESS]))).items, [], "not by somebody who sees nothing of that person")
  const mended = await find("boulloire")
  assert.equal(mended.items.length, 1)
  assert.deepEqual(mended.remarks, [{ key: "search.instead", values: { typed: "boulloire", searched: "bouilloire" } }])
})

test("new and fitting comes before old and vague; pages neither repeat nor leave out", async () => {
  await house.db.transact(async (tx) => {
    for (let n = 0; n < 350; n++) await say(tx, { text: `Améthyste numéro ${n}`, daysAgo: n / 3 })
    await say(tx, { text: "Rien", subject: "Améthyste", daysAgo: 1 })
  })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await search(all, house.db.read, deps, { q: "amethyste", limit: 100, cursor })
    if (!cursor) assert.equal(page.items[0]?.subject, "Améthyste")
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  assert.equal(seen.length, 351)
  assert.equal(new Set(seen).size, 351)
})

test("what was never meant for us comes last", async () => {
  const [spam, meant] = await house.db.transact(async (tx) => [
    await say(tx, { text: "Rubis, rubis, rubis", subject: "Rubis", in: { category: "spam" } }),
    await say(tx, { text: "Vous m’avez vendu un rubis fendu il y a trois mois", daysAgo: 90 }),
  ])
  assert.deepEqual(await ids("rubis"), [meant.id, spam.id])
})

test("made-up cursors are refused, and nobody's inboxes hold nothing", async () => {
  const cursor = (...place: (string | number)[]) => Buffer.from(JSON.stringify(place)).toString("base64url")
  const odd = [cursor("x", "y"), cursor("x", "x", "x", 0), cursor("2026-11-02T00:00:00Z", "2026-99-02T00:00:00Z", randomUUID(), 0), "é"]
  for (const made of odd) {
    for (const q of ["rubis", "status:open"]) await assert.rejects(search(all, house.db.read, deps, { q, limit: 5, cursor: made }), Invalid)
  }
  assert.deepEqual((await find("rubis", seeing([]))).items, [])
  assert.deepEqual((await find("rubis after:2026-10-01 before:2026-09-01")).items, [])
})

test("a snippet shows the hits as parts, whatever their form, and is never HTML", async () => {
  await house.db.transact((tx) => say(tx, { text: `${"Bla bla. ".repeat(40)}Mes <b>péridots</b> sont arrivés fêlés.` }))
  const [found] = (await find("peridot")).items
  assert.deepEqual(
    found?.snippet.filter(({ hit }) => hit),
    [{ text: "péridots", hit: true }],
  )
  assert.ok(
    found?.snippet
      .map(({ text }) => text)
      .join("")
      .includes("<b>péridots</b> sont arrivés fêlés."),
  )
})

test("notes and subjects that agents wrote are found; a note that was edited is found by its new words", async () => {
  const [id, conversationId] = [randomUUID(), randomUUID()]
  const caseId = await house.db.transact(async (tx) => {
    const made = await fileCase(tx, { inboxes: [CARE] })
    await fileConversation(tx, conversationId, made)
    await indexNote(tx, { id, conversationId, at: tx.now, text: "Rappeler le fournisseur de malachite", author: "Ines Okafor" })
    await indexNote(tx, { id, conversationId, at: tx.now, text: "Rappeler le fournisseur de lazurite", author: "Ines Okafor" })
    await indexCase(tx, { id: made, subject: "Chrysoprase à échanger", at: tx.now })
    return made
  })
  assert.deepEqual(await ids("malachite"), [])
  assert.deepEqual(await ids("lazurite from:ines"), [id])
  assert.deepEqual(await ids("chrysoprase"), [caseId])
})

test("an operator that many cases fit leaves nothing out: a subject given after the last words, a case that was silent for long", async () => {
  const [renamed, ...others] = await house.db.transact(async (tx) => {
    const said = []
    for (let daysAgo = 1; daysAgo <= 70; daysAgo++) said.push(await say(tx, { text: "Obsidienne", daysAgo, in: { tags: ["stones"] } }))
    await indexCase(tx, { id: said[39]!.caseId, subject: "Obsidienne fendue", at: tx.now })
    return [said[39]!.caseId, ...said.map(({ id }) => id)]
  })
  const [first, ...found] = await ids("obsidienne tag:stones")
  assert.equal(first, renamed, "its subject is the newest, and stands in words of more weight")
  assert.deepEqual(new Set(found), new Set(others.slice(0, 49)), "then what was said, the newest first, page by page")
})

test("an import years old is found, and odd questions are answered", async () => {
  const old = await house.db.transact((tx) => say(tx, { text: "Zirconium", daysAgo: 9000 }))
  assert.deepEqual(await ids("zirconium"), [old.id])
  for (const q of [
    "",
    "'",
    "\\",
    "a & b | !c",
    "':*",
    "<->",
    "-",
    '""',
    "%",
    "\u0000",
    "from:'",
    "été".normalize("NFD"),
    "tag:\u0000",
    "statut:\ud800",
  ])
    await find(q)
})
