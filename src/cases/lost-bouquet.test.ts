import assert from "node:assert/strict"
import { test } from "node:test"
import { DAY, HOUR } from "#platform"
import { amadou, camille, flowerShop } from "../../test/support/flower-shop.ts"
import { catchUp } from "./jobs.ts"

/** The lost bouquet: ordered on Sunday night, promised for Monday before 13:00, told as delivered on Tuesday, never seen. */
test("a promise with a clock, a contradiction in the open, and a silence that rises until somebody answers", async () => {
  const shop = await flowerShop("2026-11-01T20:30:00Z")
  const { conversationId } = await shop.write(camille, "Bonjour, mon bouquet sera-t-il là lundi ?", { subject: "Commande A-1042" })
  const { id } = await shop.caseOf(conversationId)
  const contactId = await shop.contactOf(conversationId)
  const tell = (kind: string, state: string, source: string) =>
    shop.ask(`/api/contacts/${contactId}/facts`, {
      body: { kind, state, source, reference: "A-1042", occurredAt: shop.clock.now().toISOString() },
    })
  await tell("order", "placed", "shop")
  await tell("payment", "debited", "bank")

  shop.clock.advance(HOUR)
  await shop.answer(conversationId, "Bonjour Madame, votre bouquet sera livré lundi avant 13 h.")
  const [suggestion] = (await shop.ask(`/api/cases/${id}/suggestions`)).body.items
  assert.equal(suggestion.dueAt, "2026-11-02T12:00:00.000Z")
  await shop.ask(`/api/suggestions/${suggestion.id}/accept`, { body: {} })

  shop.clock.set("2026-11-02T12:00:30Z")
  await catchUp(shop.db)
  shop.clock.set("2026-11-03T09:00:00Z")
  await tell("delivery", "delivered", "carrier")
  shop.clock.advance(HOUR)
  await shop.reply(camille, conversationId, "Votre transporteur dit « livré ». Personne n’a rien reçu, et ma carte est débitée.")
  const complained = shop.clock.now()

  const others = [await shop.write(amadou, "Avez-vous des pivoines ?")]
  shop.clock.advance(2 * DAY)
  await shop.reply(camille, conversationId, "Toujours pas de réponse.")
  shop.clock.advance(5 * DAY)
  const view = (await shop.ask(`/api/cases/${id}`)).body
  assert.equal(view.waitingSince, complained.toISOString(), "a week of silence, counted from the complaint")
  assert.equal(view.status.category, "open")
  assert.deepEqual(
    view.contradictions.map(({ code }: { code: string }) => code),
    ["not-received"],
  )
  const waiting = (await shop.ask("/api/cases?view=waiting")).body.items
  assert.deepEqual(
    waiting.map((item: { id: string }) => item.id),
    [id, (await shop.caseOf(others[0]!.conversationId)).id],
    "who has waited longest stands first",
  )

  const told = (await shop.ask(`/api/cases/${id}/timeline`)).body.items.toReversed()
  const steps = told.flatMap(
    (item: { kind: string; fact?: { state: string }; promise?: { what: string }; message?: { direction: string } }) =>
      item.kind === "fact"
        ? [item.fact!.state]
        : item.kind === "promise"
          ? [item.promise!.what]
          : item.kind === "message"
            ? [item.message!.direction]
            : item.kind === "contradiction"
              ? ["contradiction"]
              : [],
  )
  assert.deepEqual(
    steps.filter((step: string) => !["placed", "debited"].includes(step)),
    ["in", "out", "made", "broken", "delivered", "in", "contradiction", "in"],
  )

  await shop.ask(`/api/cases/${id}/decisions`, { body: { text: "Remboursement et nouveau bouquet, décidé par la direction." } })
  await shop.answer(conversationId, "Madame, nous avons eu tort. Vous êtes remboursée aujourd’hui.")
  const answered = (await shop.ask(`/api/cases/${id}`)).body
  assert.equal(answered.waitingSince, null)
  assert.equal(answered.status.category, "waiting")
})
