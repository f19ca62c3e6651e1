import assert from "node:assert/strict"
import { test } from "node:test"
import type { Json } from "../support/house.ts"
import { header, Shop } from "../support/shop.ts"

/*
 * Flowers ordered on Sunday night, promised for Monday before 13:00, told as delivered on Tuesday. Nobody received anything. The complaint
 * stays without an answer for a week, on two addresses, while the desk counts.
 */
const CAMILLE = "Camille Rousseau <camille@rousseau.example>"
const SUNDAY_NIGHT = "2026-11-01T20:30:00Z"

const caseOf = (shop: Shop, id: string): Promise<Json> => shop.ask(`/api/cases/${id}`)
const waiting = async (shop: Shop): Promise<string[]> => (await shop.ask("/api/cases?view=waiting")).items.map(({ id }: Json) => id)

test("the lost bouquet", async (t) => {
  const shop = await Shop.open({ start: SUNDAY_NIGHT })
  const asked = await shop.receive({
    from: CAMILLE,
    to: shop.address,
    subject: "Commande A-1042",
    text: "Bonjour, mon bouquet sera-t-il là lundi ?",
  })
  const { conversationId, caseId } = asked
  const contactId: string = asked.from.contactId
  const tell = (kind: string, state: string, source: string) =>
    shop.ask(`/api/contacts/${contactId}/facts`, {
      body: { kind, state, source, reference: "A-1042", occurredAt: shop.inside.clock.now().toISOString() },
    })

  await t.test("on Sunday night the order and the payment stand on her timeline", async () => {
    await tell("order", "placed", "shop")
    await tell("payment", "debited", "bank")
    const { items } = await shop.ask(`/api/cases/${caseId}/timeline`)
    assert.deepEqual(
      items
        .filter(({ kind }: Json) => kind === "fact")
        .map(({ fact }: Json) => fact.state)
        .sort(),
      ["debited", "placed"],
    )
  })

  await t.test("“lundi avant 13 h” becomes a promise with a clock, once somebody says so", async () => {
    await shop.answer(conversationId, "Bonjour,\n\nVotre bouquet sera livré lundi avant 13 h.\n\nLes fleurs Rousseau")
    const { items } = await shop.ask(`/api/cases/${caseId}/suggestions`)
    assert.deepEqual(
      items.map(({ dueAt }: Json) => dueAt),
      ["2026-11-02T12:00:00.000Z"],
      "13:00 in Paris, in winter",
    )
    assert.deepEqual((await caseOf(shop, caseId)).openPromises, [], "nothing is promised by a machine")
    const promise = await shop.ask(`/api/suggestions/${items[0].id}/accept`, { body: {} })
    assert.equal(promise.dueAt, "2026-11-02T12:00:00.000Z")
    assert.deepEqual(
      (await shop.ask("/api/cases?view=promises")).items.map(({ id }: Json) => id),
      [caseId],
    )
    await shop.aMinuteLater()
    const left = await shop.mailTo("camille@rousseau.example")
    assert.match(left.bytes, /lundi avant 13/)
  })

  await shop.until("2026-11-02T09:00:00Z")
  const earlier = [
    await shop.receive({
      from: "Amadou Diallo <amadou@diallo.example>",
      to: shop.address,
      subject: "Pivoines",
      text: "Avez-vous des pivoines ?",
    }),
    await shop.receive({
      from: "Ines Okafor <ines@okafor.example>",
      to: shop.address,
      subject: "Facture",
      text: "Il me faut une facture.",
    }),
  ]

  await t.test("the clock breaks the promise, not a minute before 13:00", async () => {
    await shop.until("2026-11-02T11:59:00Z")
    assert.equal((await caseOf(shop, caseId)).openPromises.length, 1)
    await shop.until("2026-11-02T12:00:00Z")
    assert.deepEqual((await caseOf(shop, caseId)).openPromises, [])
    const { items } = await shop.ask(`/api/cases/${caseId}/timeline`)
    const broken = items.find(({ kind, promise }: Json) => kind === "promise" && promise.what === "broken")
    assert.equal(broken?.at, "2026-11-02T12:00:00.000Z")
  })

  await t.test("the carrier's “delivered” and her “rien reçu” contradict each other on one timeline", async () => {
    await shop.until("2026-11-03T09:00:00Z")
    await tell("delivery", "delivered", "Colis Express")
    await shop.until("2026-11-03T10:00:00Z")
    const answer = await shop.mailTo("camille@rousseau.example")
    const complaint = await shop.receive({
      from: CAMILLE,
      to: header(answer.bytes, "Reply-To")!,
      subject: "Re: Commande A-1042",
      text: "Je n'ai rien reçu, et ma carte est débitée.",
    })
    assert.equal(complaint.caseId, caseId)
    const { contradictions, waitingSince } = await caseOf(shop, caseId)
    assert.deepEqual(
      contradictions.map(({ code, messageId }: Json) => [code, messageId]),
      [["not-received", complaint.id]],
    )
    assert.match(contradictions[0].text, /\w/)
    assert.equal(waitingSince, "2026-11-03T10:00:00.000Z")
    const { items } = await shop.ask(`/api/cases/${caseId}/timeline?limit=200`)
    const states = items.map((item: Json) => item.fact?.state ?? item.promise?.what ?? item.kind)
    for (const state of ["placed", "made", "broken", "delivered", "contradiction"])
      assert.ok(states.includes(state), `${state} stands there: ${states}`)
  })

  await t.test("the silence is counted over both her conversations, and rises day by day", async () => {
    assert.equal((await waiting(shop)).indexOf(caseId), 2, "two have waited since Monday, she since Tuesday")

    await shop.until("2026-11-04T09:00:00Z")
    const other = await shop.receive({
      from: "C. Rousseau <c.rousseau@bureau.example>",
      to: shop.address,
      subject: "Toujours rien",
      text: "Je vous ai écrit hier.",
    })
    const merged = await shop.ask(`/api/contacts/${contactId}/merge`, { body: { with: other.from.contactId } })
    assert.equal(merged.keptId, contactId)
    await shop.ask(`/api/cases/${other.caseId}/merge`, { body: { into: caseId } })
    const both = await caseOf(shop, caseId)
    assert.equal(both.conversationIds.length, 2)
    assert.equal(both.waitingSince, "2026-11-03T10:00:00.000Z", "from her first unanswered word, wherever she said it")

    await shop.until("2026-11-05T09:00:00Z")
    await shop.answer(earlier[0]!.conversationId, "Oui, au printemps.")
    await shop.aMinuteLater()
    assert.equal((await waiting(shop)).indexOf(caseId), 1)

    await shop.until("2026-11-06T09:00:00Z")
    await shop.answer(earlier[1]!.conversationId, "La voici.")
    await shop.aMinuteLater()
    assert.deepEqual(await waiting(shop), [caseId], "nobody has waited longer")

    for (const day of ["07", "08", "09", "10"]) {
      await shop.until(`2026-11-${day}T09:00:00Z`)
      await shop.receive({
        from: `Somebody <someone${day}@partout.example>`,
        to: shop.address,
        subject: `Roses ${day}`,
        text: "Avez-vous des roses ?",
      })
      const { items } = await shop.ask("/api/cases?view=waiting")
      assert.equal(items[0].id, caseId)
      assert.equal(items[0].waitingSince, "2026-11-03T10:00:00.000Z")
    }
  })

  await t.test("an automatic mail of hers neither ends nor begins her waiting", async () => {
    const before = await caseOf(shop, caseId)
    const answer = await shop.mailTo("camille@rousseau.example")
    const away = await shop.receive({
      from: CAMILLE,
      to: header(answer.bytes, "Reply-To")!,
      subject: "Absence du bureau : Re: Commande A-1042",
      text: "Je suis absente jusqu'au 15 novembre.",
      headers: ["Auto-Submitted: auto-replied"],
    })
    assert.equal(away.caseId, caseId)
    assert.ok(away.automatic)
    const after = await caseOf(shop, caseId)
    assert.deepEqual([after.waitingSince, after.status], [before.waitingSince, before.status])
  })

  await t.test("a person decides, the answer leaves, and the waiting is over everywhere", async () => {
    await shop.ask(`/api/cases/${caseId}/decisions`, { body: { text: "Remboursement et nouveau bouquet, décidé par la direction." } })
    await shop.answer(conversationId, "Madame, nous avons eu tort. Vous êtes remboursée aujourd'hui.")
    assert.equal((await caseOf(shop, caseId)).waitingSince, "2026-11-03T10:00:00.000Z", "written is not answered")
    await shop.aMinuteLater()
    const answered = await caseOf(shop, caseId)
    assert.equal(answered.waitingSince, null)
    assert.ok(!(await waiting(shop)).includes(caseId))
    assert.equal(answered.status.category, "waiting")
  })
})
