import assert from "node:assert/strict"
import { test } from "node:test"
import { sql } from "kysely"
import { contactOfAddress, contactSummaries, mergedIdsOf, outsideFactsOf, wishesOf } from "#contacts"
import { systemActor } from "#people"
import type { Database } from "#platform"
import { askContacts, CARE, involving, PRESS, somebody, writers } from "../../test/support/contacts.ts"
import { testDatabase } from "../../test/support/database.ts"

const agent = somebody()
const intake = systemActor("intake")

/** Everything that is kept of contacts, but when rows were last touched. */
async function everything(db: Database): Promise<unknown> {
  const contacts = await sql<object>`select to_jsonb(c) - 'updated_at' as row from contacts c order by id`.execute(db.read.sql)
  const identities = await sql<object>`select to_jsonb(i) as row from identities i order by id`.execute(db.read.sql)
  const wishes = await sql<object>`select to_jsonb(w) as row from wishes w order by contact_id`.execute(db.read.sql)
  return { contacts: contacts.rows, identities: identities.rows, wishes: wishes.rows }
}

test("two contacts become one: identities, words, wishes, what happened; and everybody finds them under each id", async () => {
  const { db, clock } = await testDatabase()
  const ask = askContacts(db)
  const one = (
    await ask(agent, "POST", "/api/contacts", { name: "Camille Rousseau", identities: [{ kind: "email", value: "camille@quai.example" }] })
  ).body.id
  const two = (await ask(agent, "POST", "/api/contacts", { name: "C. R.", identities: [{ kind: "phone", value: "+33199001234" }] })).body.id
  await ask(agent, "PATCH", `/api/contacts/${one}`, { note: "Prefers roses." })
  await ask(agent, "PATCH", `/api/contacts/${two}`, { note: "Rings in the morning.", familiarity: "vous", salutation: "Madame" })
  await ask(agent, "PUT", `/api/contacts/${one}/wishes`, { channels: ["mail"], hours: [], timeZone: null })
  clock.advance(60_000)
  await ask(agent, "PUT", `/api/contacts/${two}/wishes`, { channels: ["phone"], hours: [], timeZone: null })
  await ask(agent, "POST", `/api/contacts/${two}/facts`, {
    kind: "order",
    state: "placed",
    source: "shop",
    key: "1",
    occurredAt: "2026-11-01T08:00:00Z",
  })
  const merge = await ask(agent, "POST", `/api/contacts/${one}/merge`, { with: two })
  assert.equal(merge.status, 201)
  const seen = (await ask(agent, "GET", `/api/contacts/${two}`)).body
  assert.partialDeepStrictEqual(seen, {
    id: one,
    name: "Camille Rousseau",
    salutation: "Madame",
    familiarity: "vous",
    note: "Prefers roses.\n\nRings in the morning.",
    wishes: { channels: ["phone"] },
  })
  assert.deepEqual(
    seen.identities.map((i: { value: string }) => i.value),
    ["camille@quai.example", "+33199001234"],
  )
  assert.deepEqual(await mergedIdsOf(db.read, two), [one, two])
  assert.equal((await contactSummaries(db.read, [one, two])).get(two)?.name, "Camille Rousseau")
  assert.deepEqual(
    (await outsideFactsOf(db.read, one)).map((fact) => fact.state),
    ["placed"],
  )
  assert.equal(
    (
      await ask(agent, "POST", `/api/contacts/${one}/facts`, {
        kind: "order",
        state: "placed",
        source: "shop",
        key: "1",
        occurredAt: "2026-11-01T08:00:00Z",
      })
    ).status,
    200,
  )
  assert.deepEqual(
    (await ask(agent, "GET", "/api/contacts?q=33199001234")).body.items.map((c: { id: string }) => c.id),
    [one],
  )
  assert.equal((await ask(agent, "POST", `/api/contacts/${two}/merge`, { with: one })).body.key, "contacts.merge.same")
  assert.equal(await contactOf(db, "camille@quai.example"), one)
  const seenBy = askContacts(db, involving([[two, CARE]]))
  assert.deepEqual(
    (await seenBy(somebody("agent", [CARE]), "GET", "/api/contacts")).body.items.map((c: { id: string }) => c.id),
    [one],
    "a conversation with the merged one shows the one that stands",
  )
})

async function contactOf(db: Database, address: string): Promise<string> {
  return (await db.transact((tx) => contactOfAddress(intake, tx, { address, name: null, verified: null, source: "mail" }))).contactId
}

test("undone, both are exactly as they were, in whatever order merges are undone", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const make = async (name: string, n: number, said: object) => {
    const { id } = (
      await ask(agent, "POST", "/api/contacts", {
        name,
        identities: [
          { kind: "email", value: `${n}@a.example` },
          { kind: "phone", value: `+3319900000${n}` },
        ],
      })
    ).body
    await ask(agent, "PATCH", `/api/contacts/${id}`, said)
    await ask(agent, "PUT", `/api/contacts/${id}/wishes`, {
      channels: [],
      hours: [{ days: [n], from: "09:00", to: "10:00" }],
      timeZone: null,
    })
    return id
  }
  const ids = [
    await make("", 1, { note: "one" }),
    await make("Bea Two", 2, { language: "fr", note: "two" }),
    await make("Cid Three", 3, { language: "en", salutation: "Dr", note: "three" }),
    await make("Dia Four", 4, { organisation: "Four", note: "two" }),
  ]
  const [a, b, c, d] = ids
  const before = await everything(db)
  const merge = async (kept: string | undefined, other: string | undefined) =>
    (await ask(agent, "POST", `/api/contacts/${kept}/merge`, { with: other })).body.id
  const undo = async (id: string) => assert.equal((await ask(agent, "POST", `/api/contacts/merges/${id}/undo`)).status, 200)

  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [1, 2, 0],
    [0, 2, 1],
    [2, 0, 1],
  ]) {
    const merges = [await merge(a, b), await merge(c, a), await merge(c, d)]
    assert.deepEqual(new Set(await mergedIdsOf(db.read, b ?? "")), new Set(ids))
    assert.notDeepEqual(await everything(db), before)
    for (const n of order) await undo(merges[n])
    assert.deepEqual(await everything(db), before, `undone in the order ${order.join()}`)
  }

  const inner = await merge(a, b)
  const outer = await merge(c, a)
  await undo(inner)
  const again = await merge(c, b)
  await undo(outer)
  assert.deepEqual(await mergedIdsOf(db.read, b ?? ""), [c, b], "merged anew, it stays where it was put last")
  assert.equal((await ask(agent, "GET", `/api/contacts/${a}`)).body.identities.length, 2)
  assert.equal((await ask(agent, "GET", `/api/contacts/${c}`)).body.identities.length, 4)
  await undo(again)
  assert.deepEqual(await everything(db), before)
  assert.equal((await ask(agent, "POST", `/api/contacts/merges/${again}/undo`)).body.key, "contacts.merge.undone")
})

test("what was written after a merge stays with the kept contact, and undoing is a refusal", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const writes = writers(db)
  const one = await writes("Ines Okafor", "ines@okafor.example")
  const two = await writes("Ines Okafor", "io@okafor.example")
  await ask(agent, "PATCH", `/api/contacts/${two}`, { language: "en", note: "two" })
  const merge = (await ask(agent, "POST", `/api/contacts/${one}/merge`, { with: two })).body.id
  assert.deepEqual((await ask(agent, "GET", `/api/contacts/${one}/suggestions`)).body.items, [])
  await ask(agent, "PATCH", `/api/contacts/${one}`, { language: "fr", note: "two\n\nlater" })
  await ask(agent, "POST", `/api/contacts/${one}/identities`, { kind: "phone", value: "+33199001234" })
  const undone = await ask(agent, "POST", `/api/contacts/merges/${merge}/undo`)
  assert.partialDeepStrictEqual(undone.body, { keptId: one, mergedId: two, undoneBy: agent.ref })
  const kept = (await ask(agent, "GET", `/api/contacts/${one}`)).body
  assert.partialDeepStrictEqual(kept, { language: "fr", note: "later" })
  assert.deepEqual(
    kept.identities.map((i: { value: string }) => i.value),
    ["ines@okafor.example", "+33199001234"],
  )
  assert.partialDeepStrictEqual((await ask(agent, "GET", `/api/contacts/${two}`)).body, { id: two, language: "en", note: "two" })
  assert.deepEqual((await ask(agent, "GET", `/api/contacts/${one}/suggestions`)).body.items, [], "not proposed again for the same reason")
  assert.equal((await ask(agent, "GET", `/api/contacts/${two}/merges`)).body.items.length, 1)
  assert.equal(await wishesOf(db.read, two), null)
})

test("ten people who merge and undo at once leave one truth", async () => {
  const { db } = await testDatabase()
  const ask = askContacts(db)
  const writes = writers(db)
  const one = await writes("Ada Un", "ada@un.example")
  const two = await writes("Bea Deux", "bea@deux.example")
  const both = await Promise.all(
    Array.from({ length: 10 }, (_, n) => ask(agent, "POST", `/api/contacts/${n % 2 ? one : two}/merge`, { with: n % 2 ? two : one })),
  )
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((x, y) => x - y),
    [201, ...Array<number>(9).fill(409)],
  )
  const merge = both.find(({ status }) => status === 201)?.body.id
  const undone = await Promise.all(Array.from({ length: 5 }, () => ask(agent, "POST", `/api/contacts/merges/${merge}/undo`)))
  assert.deepEqual(
    undone.map(({ status }) => status).toSorted((x, y) => x - y),
    [200, 409, 409, 409, 409],
  )
})

test("a merge is there for those who see its contact", async () => {
  const { db } = await testDatabase()
  const writes = writers(db)
  const one = await writes("Ines Okafor", "ines@okafor.example")
  const two = await writes("Ines Okafor", "io@okafor.example")
  const ask = askContacts(db, involving([[one, CARE]]))
  const [proposal] = (await ask(agent, "GET", `/api/contacts/${one}/suggestions`)).body.items
  assert.deepEqual(
    (await ask(somebody("agent", [CARE]), "GET", `/api/contacts/${one}/suggestions`)).body.items,
    [],
    "who the other is isn't said to those who don't see her",
  )
  assert.equal((await ask(somebody("agent", [CARE]), "POST", `/api/contacts/suggestions/${proposal.id}/refuse`)).status, 404)
  const path = `/api/contacts/suggestions/${proposal.id}`
  const proposed = async (): Promise<number> => (await ask(agent, "GET", `/api/contacts/${one}/suggestions`)).body.items.length
  assert.equal((await ask(agent, "POST", `${path}/recall`)).status, 409, "nobody has refused it")
  assert.equal((await ask(agent, "POST", `${path}/refuse`)).status, 204)
  assert.equal(await proposed(), 0)
  assert.equal((await ask(somebody("agent", [CARE]), "POST", `${path}/recall`)).status, 404)
  assert.equal((await ask(agent, "POST", `${path}/recall`)).status, 204)
  assert.equal(await proposed(), 1, "refused by mistake: proposed as before")
  const { id } = (await ask(agent, "POST", `/api/contacts/${one}/merge`, { with: two })).body
  assert.equal((await ask(somebody("agent", [PRESS]), "POST", `/api/contacts/merges/${id}/undo`)).status, 404)
  assert.equal((await ask(somebody("observer"), "POST", `/api/contacts/merges/${id}/undo`)).status, 403)
  assert.equal((await ask(agent, "POST", `/api/contacts/merges/nonsense/undo`)).status, 404)
})
