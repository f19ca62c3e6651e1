import assert from "node:assert/strict"
import { before, test } from "node:test"
import { Listener } from "../support/feed.ts"
import type { Json } from "../support/house.ts"
import { Shop } from "../support/shop.ts"

/* The live feed, as a script outside may count on it. */
let shop: Shop
let asked: Json

before(async () => {
  shop = await Shop.open()
  asked = await shop.receive({ from: "camille@rousseau.example", to: shop.address, text: "Bonjour, avez-vous des pivoines ?" })
})

const listen = async (after: string): Promise<Listener> => {
  const listener = new Listener(
    await shop.inside.house.app.request("/api/feed", { headers: { authorization: `Bearer ${shop.token}`, "last-event-id": after } }),
  )
  await listener.until("the beginning", ({ event }) => event === "open" || event === "reset")
  return listener
}

test("the feed resumes from Last-Event-ID without a gap, while things go on happening", async () => {
  const whole = await listen("0")
  const heard: string[] = []
  let last = "0"
  const rounds = Array.from({ length: 6 }, (_, round) => round)
  for (const round of rounds) {
    const one = await listen(last)
    const going = Promise.all(
      [0, 1, 2].map((i) => shop.ask(`/api/cases/${asked.caseId}/decisions`, { body: { text: `Décision ${round}.${i}` } })),
    )
    await one.until(
      "something new",
      ({ event, data }) => event === "case.decided" && Number(data.seq) > Number(last) && one.heard.length > 1,
    )
    // The line drops in the middle of what happens.
    await one.stop()
    await going
    const facts = one.heard.filter(({ data }) => "kind" in data)
    heard.push(...facts.map(({ id }) => id))
    last = heard.at(-1)!
  }
  const { id: mark } = await shop.ask(`/api/cases/${asked.caseId}/decisions`, { body: { text: "Fin" } })
  const isMark = ({ data }: { data: Json }) => data.data?.decision === mark
  const rest = await listen(last)
  await rest.until("the end", isMark)
  await whole.until("the end", isMark)
  heard.push(...rest.heard.filter(({ data }) => "kind" in data).map(({ id }) => id))
  const expected = whole.heard.filter(({ data }) => "kind" in data).map(({ id }) => id)
  const end = expected.indexOf(whole.heard.find(isMark)!.id)
  assert.deepEqual(heard.slice(0, end + 1), expected.slice(0, end + 1))
  assert.deepEqual(
    [...heard].sort((a, b) => Number(a) - Number(b)),
    heard,
    "in order",
  )
  for (const { data } of whole.heard.slice(1))
    for (const field of ["seq", "at", "kind", "actor", "about", "data"]) assert.ok(field in data, field)
  await Promise.all([whole.stop(), rest.stop()])
})

test("whoever missed much is told all of it, as fast as they read", async () => {
  const said = { kind: "test.said", actor: "system:test", about: {}, audience: "all" } as const
  const words = "mot ".repeat(100)
  const { db } = shop.inside.house.parts
  for (let i = 0; i < 5; i++)
    await db.transact((tx) => tx.record(...Array.from({ length: 1000 }, (_, n) => ({ ...said, data: { n: i * 1000 + n, words } }))))
  const answer = await shop.inside.house.app.request("/api/feed", {
    headers: { authorization: `Bearer ${shop.token}`, "last-event-id": "0" },
  })
  // Meanwhile others hear what happens now; this one hasn't begun to read.
  const live = await listen("nonsense")
  for (let i = 0; i < 20; i++) await shop.ask(`/api/cases/${asked.caseId}/decisions`, { body: { text: `Décision ${i}` } })
  const { id } = await shop.ask(`/api/cases/${asked.caseId}/decisions`, { body: { text: "La dernière" } })
  const isLast = ({ data }: { data: Json }) => data.data?.decision === id
  await live.until("the last", isLast)
  const late = new Listener(answer)
  await late.until("the last", isLast)
  const numbers = late.heard.filter(({ event }) => event === "test.said").map(({ data }) => data.data.n)
  assert.deepEqual(numbers, [...Array(5000).keys()], "each once, in order")
  await Promise.all([live.stop(), late.stop()])
})

test("a place that the feed doesn't know is answered with a reset, and goes on from now", async () => {
  for (const place of ["99999999", "-1", "nonsense", "1.5"]) {
    const listener = await listen(place)
    assert.equal(listener.heard[0]!.event, "reset", place)
    const { id } = await shop.ask(`/api/cases/${asked.caseId}/decisions`, { body: { text: place } })
    await listener.until("what comes", ({ data }) => data.data?.decision === id)
    await listener.stop()
  }
})
