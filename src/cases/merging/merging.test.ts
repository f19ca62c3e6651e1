import assert from "node:assert/strict"
import { test } from "node:test"
import { sql } from "kysely"
import { type Database, DAY, HOUR, MINUTE } from "#platform"
import { amadou, camille, flowerShop, type FlowerShop } from "../../../test/support/flower-shop.ts"

/** Every row of the room but the record of what was done, which grows. */
async function rows(db: Database): Promise<unknown> {
  const read = async (table: string, order: string) => (await sql.raw(`select * from ${table} order by ${order}`).execute(db.read.sql)).rows
  return {
    cases: await read("cases", "number"),
    conversations: await read("case_conversations", "conversation_id"),
    silences: await read("silences", "conversation_id, began_at"),
    pauses: await read("pauses", "case_id, began_at"),
    snoozes: await read("snoozes", "case_id"),
    promises: await read("promises", "id"),
    filed: (await sql.raw("select id, case_id from conversations order by id").execute(db.read.sql)).rows,
    messages: (await sql.raw("select id, conversation_id from messages order by id").execute(db.read.sql)).rows,
  }
}

async function twoCases(shop: FlowerShop) {
  const one = await shop.write(camille, "Où est mon bouquet ?")
  shop.clock.advance(HOUR)
  const two = await shop.write(camille, "Deuxième mail : où est-il ?", { subject: "Toujours mon bouquet" })
  shop.clock.advance(HOUR)
  const [a, b] = [await shop.caseOf(one.conversationId), await shop.caseOf(two.conversationId)]
  return { one: one.conversationId, two: two.conversationId, a: a.id, b: b.id }
}

test("a merged case is shown in the kept one, waits since the earlier word, and leads there", async () => {
  const shop = await flowerShop()
  const { one, two, a, b } = await twoCases(shop)
  const { waiting_since } = await shop.caseOf(one)
  await shop.ask(`/api/cases/${a}`, { method: "PATCH", body: { tags: ["fleurs"] } })
  await shop.ask(`/api/cases/${a}/promises`, {
    body: { text: "Lundi 13 h", dueAt: new Date(shop.clock.now().getTime() + DAY).toISOString() },
  })
  const merged = await shop.ask(`/api/cases/${a}/merge`, { body: { into: b } })
  assert.equal(merged.status, 200, JSON.stringify(merged.body))
  const kept = merged.body.case
  assert.deepEqual(new Set(kept.conversationIds), new Set([one, two]))
  assert.equal(kept.waitingSince, waiting_since?.toISOString())
  assert.deepEqual(kept.tags, ["fleurs"])
  assert.equal(kept.openPromises.length, 1)
  assert.equal((await shop.ask(`/api/cases/${a}`)).body.mergedInto, b)
  const refused = await shop.ask(`/api/cases/${a}/resolve`, { body: {} })
  assert.equal(refused.status, 409)
  assert.match(refused.body.detail, new RegExp(`#${kept.number}\\b`))
  await shop.reply(camille, one, "Alors ?")
  assert.equal((await shop.caseOf(one)).id, b, "what comes into the merged conversation is the kept case's")
})

test("a merge that is undone leaves every row as it was", async () => {
  const shop = await flowerShop()
  const { one, a, b } = await twoCases(shop)
  await shop.ask(`/api/cases/${a}`, { method: "PATCH", body: { tags: ["fleurs", "retard"], ownerId: shop.ines.id } })
  await shop.ask(`/api/cases/${b}`, { method: "PATCH", body: { tags: ["retard"], priority: "high" } })
  await shop.ask(`/api/cases/${b}/follow`, { body: {} })
  for (const prepare of [
    async () => {},
    () => shop.answer(one, "Nous cherchons."),
    () => shop.ask(`/api/cases/${b}/resolve`, { body: {} }),
    () => shop.ask(`/api/cases/${a}/snooze`, { body: { until: new Date(shop.clock.now().getTime() + DAY).toISOString() } }),
  ]) {
    await prepare()
    for (const [from, into] of [
      [a, b],
      [b, a],
    ]) {
      const before = await rows(shop.db)
      shop.clock.advance(MINUTE)
      const { body } = await shop.ask(`/api/cases/${from}/merge`, { body: { into } })
      shop.clock.advance(MINUTE)
      const undone = await shop.ask(`/api/merges/${body.mergeId}/undo`, { body: {} })
      assert.equal(undone.status, 200, JSON.stringify(undone.body))
      assert.deepEqual(await rows(shop.db), before)
    }
  }
})

test("merged into a case that was resolved, a customer who waits opens it; undone, it was resolved all along", async () => {
  const shop = await flowerShop()
  const { two, a, b } = await twoCases(shop)
  await shop.ask(`/api/cases/${b}/resolve`, { body: {} })
  const { resolved_at } = await shop.caseOf(two)
  shop.clock.advance(HOUR)
  const { body } = await shop.ask(`/api/cases/${a}/merge`, { body: { into: b } })
  assert.equal(body.case.status.category, "open")
  shop.clock.advance(HOUR)
  const undone = await shop.ask(`/api/merges/${body.mergeId}/undo`, { body: {} })
  assert.equal(undone.body.status.category, "resolved")
  assert.equal(undone.body.resolvedAt, resolved_at?.toISOString())
  const { rows: pauses } = await shop.db.pool.query<{ ended_at: Date | null }>("select * from pauses where case_id = $1", [b])
  assert.deepEqual(
    pauses.map(({ ended_at }) => ended_at),
    [null],
  )
})

test("what happened while they were one stays where it happened", async () => {
  const shop = await flowerShop()
  const { one, two, a, b } = await twoCases(shop)
  const { body } = await shop.ask(`/api/cases/${a}/merge`, { body: { into: b } })
  shop.clock.advance(HOUR)
  await shop.answer(two, "Il arrive.")
  shop.clock.advance(HOUR)
  await shop.reply(camille, one, "Merci, mais quand ?")
  const wrote = shop.clock.now()
  await shop.ask(`/api/merges/${body.mergeId}/undo`, { body: {} })
  const [first, second] = [await shop.caseOf(one), await shop.caseOf(two)]
  assert.deepEqual([first.id, second.id], [a, b])
  assert.deepEqual(first.waiting_since, wrote)
  assert.equal(first.last_words, "Merci, mais quand ?")
  assert.equal(second.waiting_since, null)
  assert.equal(second.last_words, "Il arrive.")
})

test("merges are undone from the outside in, each once", async () => {
  const shop = await flowerShop()
  const { a, b } = await twoCases(shop)
  const third = await shop.write(amadou, "Bonjour")
  const c = (await shop.caseOf(third.conversationId)).id
  const inner = (await shop.ask(`/api/cases/${a}/merge`, { body: { into: b } })).body.mergeId
  const outer = (await shop.ask(`/api/cases/${b}/merge`, { body: { into: c } })).body.mergeId
  assert.equal((await shop.ask(`/api/merges/${inner}/undo`, { body: {} })).body.key, "cases.merge.later")
  assert.equal((await shop.ask(`/api/merges/${outer}/undo`, { body: {} })).status, 200)
  assert.equal((await shop.ask(`/api/merges/${outer}/undo`, { body: {} })).body.key, "cases.merge.undone")
  assert.equal((await shop.ask(`/api/merges/${inner}/undo`, { body: {} })).status, 200)
  assert.equal((await shop.ask(`/api/cases/${a}/merge`, { body: { into: a } })).status, 422)
})

test("two people who merge two cases into each other at once: one is told that it is done", async () => {
  const shop = await flowerShop()
  const { a, b } = await twoCases(shop)
  const answers = await Promise.all([
    shop.ask(`/api/cases/${a}/merge`, { body: { into: b } }),
    shop.ask(`/api/cases/${b}/merge`, { body: { into: a } }),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  )
})

test("a conversation split off is a case of its own, and undone it is back, to the row", async () => {
  const shop = await flowerShop()
  const { one, two, a, b } = await twoCases(shop)
  await shop.ask(`/api/cases/${a}/merge`, { body: { into: b } })
  const before = await rows(shop.db)
  const { status, body } = await shop.ask(`/api/cases/${b}/split`, { body: { conversationId: one } })
  assert.equal(status, 201, JSON.stringify(body))
  assert.deepEqual(body.case.conversationIds, [one])
  assert.equal(body.case.subject, "Mon bouquet")
  assert.equal((await shop.caseOf(one)).id, body.case.id)
  assert.deepEqual((await shop.ask(`/api/cases/${b}`)).body.conversationIds, [two])
  const only = await shop.ask(`/api/cases/${b}/split`, { body: { conversationId: two } })
  assert.equal(only.body.key, "cases.split.onlyOne")
  await shop.ask(`/api/splits/${body.splitId}/undo`, { body: {} })
  const after = (await rows(shop.db)) as { cases: { id: string }[] }
  assert.deepEqual({ ...after, cases: after.cases.filter(({ id }) => id !== body.case.id) }, before)
  assert.equal((await shop.ask(`/api/cases/${body.case.id}`)).body.mergedInto, b)
})

test("a conversation cut at a message: both sides know since when they wait; undone, it is whole, to the row", async () => {
  const shop = await flowerShop()
  const began = shop.clock.now()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  shop.clock.advance(HOUR)
  await shop.answer(conversationId, "Il arrive.")
  shop.clock.advance(HOUR)
  const { messageId } = await shop.reply(camille, conversationId, "Au fait, une autre question : vos vases ?")
  const asked = shop.clock.now()
  shop.clock.advance(HOUR)
  await shop.reply(camille, conversationId, "Les vases bleus.")
  const { id } = await shop.caseOf(conversationId)
  const first = (await shop.ask(`/api/conversations/${conversationId}/messages`)).body.items[0].id
  assert.equal(
    (await shop.ask(`/api/cases/${id}/split`, { body: { conversationId, fromMessageId: first } })).body.fields[0].key,
    "cases.split.first",
  )
  const before = await rows(shop.db)
  const { body } = await shop.ask(`/api/cases/${id}/split`, { body: { conversationId, fromMessageId: messageId } })
  const made = await shop.caseOf(body.case.conversationIds[0])
  assert.deepEqual(made.waiting_since, asked)
  assert.deepEqual(made.created_at, asked)
  assert.equal(made.first_answered_at, null)
  const left = await shop.caseOf(conversationId)
  assert.equal(left.waiting_since, null)
  assert.equal(left.last_words, "Il arrive.")
  assert.ok(left.created_at.getTime() === began.getTime() && left.first_answered_at)
  const undone = await shop.ask(`/api/splits/${body.splitId}/undo`, { body: {} })
  assert.equal(undone.status, 200, JSON.stringify(undone.body))
  const after = (await rows(shop.db)) as { cases: { id: string }[]; filed: { id: string }[] }
  assert.deepEqual(
    {
      ...after,
      cases: after.cases.filter((row) => row.id !== body.case.id),
      filed: after.filed.filter((row) => row.id !== body.case.conversationIds[0]),
    },
    before,
  )
})

test("an answer that comes into a conversation after its split was undone is the old case's", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "Où est mon bouquet ?")
  shop.clock.advance(HOUR)
  const { messageId } = await shop.reply(camille, conversationId, "Et vos vases ?")
  const { id } = await shop.caseOf(conversationId)
  const { body } = await shop.ask(`/api/cases/${id}/split`, { body: { conversationId, fromMessageId: messageId } })
  const [cut] = body.case.conversationIds
  shop.clock.advance(HOUR)
  await shop.answer(cut, "Nos vases sont bleus.")
  shop.clock.advance(HOUR)
  await shop.ask(`/api/splits/${body.splitId}/undo`, { body: {} })
  assert.equal((await shop.caseOf(conversationId)).last_words, "Nos vases sont bleus.")
  await shop.reply(camille, cut, "Merci !")
  const row = await shop.caseOf(cut)
  assert.equal(row.id, id)
  assert.equal(row.last_words, "Merci !")
})
