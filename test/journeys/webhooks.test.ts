import assert from "node:assert/strict"
import { test } from "node:test"
import { createContact } from "#contacts"
import { openHouse } from "#house"
import { systemActor } from "#people"
import { DAY, HOUR, MINUTE } from "#platform"
import { closeAfterwards } from "../support/database.ts"
import { type Json, until } from "../support/house.ts"
import { type InsideHouse, openInside } from "../support/inside.ts"
import { Receiver, verifies } from "../support/receiver.ts"
import { SmtpClient } from "../support/smtp-client.ts"

const CARE = "care@atelier-orme.example"
let mails = 0

interface Shop extends Omit<InsideHouse, "token"> {
  token: string
  inboxId: string
  receiver: Receiver
  ask(method: string, path: string, body?: unknown): Promise<Json>
  mail(text?: string, to?: string): Promise<void>
}

let opened: Promise<Shop> | null = null

/** One house for all, each time with a receiver of its own and no webhook left. */
async function openShop(): Promise<Shop> {
  const shop = await (opened ??= openAtelier())
  for (const { id } of (await shop.ask("GET", "/api/webhooks")).items) await shop.ask("DELETE", `/api/webhooks/${id}`)
  return { ...shop, receiver: await Receiver.open() }
}

async function openAtelier(): Promise<Shop> {
  const inside = await openInside({ env: { VIGIE_ALLOW_PRIVATE: "localhost" } })
  const inboxId = await inside.inbox(CARE)
  const token = await inside.token("admin")
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await inside.api(path, { method, body, token })
    assert.ok(answer.status < 300, `${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const mail = async (text = "Where is my chair?", to = CARE) => {
    const client = await SmtpClient.open(inside.house.ports.smtp)
    const bytes = `From: Ines <ines@okafor.example>\r\nTo: ${to}\r\nSubject: Chair ${++mails}\r\nMessage-ID: <w${mails}@okafor.example>\r\n\r\n${text}\r\n`
    assert.equal((await client.mail("ines@okafor.example", [to], Buffer.from(bytes))).code, 250)
    client.destroy()
    await inside.house.settle()
  }
  return { ...inside, token, inboxId, receiver: await Receiver.open(), ask, mail }
}

const hook = (shop: Shop, more: object = {}) =>
  shop.ask("POST", "/api/webhooks", { name: "Workshop", url: shop.receiver.url, events: ["message.received", "case.opened"], ...more })

test("what happens is told once, in order, signed, without the customer's words", async () => {
  const shop = await openShop()
  const { webhook, secret } = await hook(shop)
  assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
  await shop.mail()
  const { came } = shop.receiver
  assert.deepEqual(shop.receiver.types().toSorted(), ["case.opened", "message.received"])
  const seqs = came.map(({ json }) => json.data.seq)
  assert.deepEqual(
    seqs,
    seqs.toSorted((a, b) => a - b),
    "in the order of facts",
  )
  for (const delivery of came) {
    assert.ok(verifies(delivery, secret, shop.clock.now()))
    assert.ok(
      !verifies({ ...delivery, body: delivery.body.replace("case", "cafe") }, secret, shop.clock.now()),
      "a changed body is refused",
    )
    assert.ok(!verifies(delivery, `whsec_${Buffer.alloc(32).toString("base64")}`, shop.clock.now()), "another secret is refused")
    assert.ok(!delivery.body.includes("Where is my chair?"), "no body unless chosen")
    assert.equal(delivery.headers["content-type"], "application/json")
  }
  const received = came.find(({ json }) => json.type === "message.received")!.json
  assert.equal(received.data.case.number, 1)
  assert.equal(received.data.message.from.address, "ines@okafor.example")
  const { items } = await shop.ask("GET", `/api/webhooks/${webhook.id}/deliveries`)
  assert.deepEqual(
    items.map(({ state, last }: Json) => [state, last.status]),
    [
      ["delivered", 204],
      ["delivered", 204],
    ],
  )
  await shop.ask("PATCH", `/api/webhooks/${webhook.id}`, { bodies: true })
  await shop.mail("It came broken.")
  assert.equal(came.findLast(({ json }) => json.type === "message.received")!.json.data.message.newText.trim(), "It came broken.")
})

test("only of its inboxes, and only of its events", async () => {
  const shop = await openShop()
  const press = await shop.inbox("press@atelier-orme.example")
  await hook(shop, { inboxIds: [press], events: ["*"] })
  await shop.mail()
  assert.deepEqual(shop.receiver.came, [])
  await shop.mail("A question", "press@atelier-orme.example")
  assert.ok(shop.receiver.types().includes("case.opened"))
  assert.ok(!shop.receiver.types().some((type) => type.startsWith("contact.")), "contacts lie in no inbox")
})

test("what fails is tried again with the same id, later and later, and is logged with what was answered", async () => {
  const shop = await openShop()
  shop.receiver.answer = () => ({ status: 503, body: `no ${"x".repeat(5000)}`, headers: { "x-why": "deploying" } })
  const { webhook, secret } = await hook(shop, { events: ["case.opened"] })
  await shop.mail()
  for (const pause of [8_000, 2 * MINUTE, 6 * MINUTE, 40 * MINUTE]) {
    shop.clock.advance(pause)
    await shop.house.settle()
  }
  assert.equal(shop.receiver.came.length, 5)
  assert.equal(new Set(shop.receiver.came.map(({ headers }) => headers["webhook-id"])).size, 1, "at least once, with one id")
  assert.ok(verifies(shop.receiver.came.at(-1)!, secret, shop.clock.now()), "each try is signed for its own second")
  const { items } = await shop.ask("GET", `/api/webhooks/${webhook.id}/deliveries?state=retry`)
  const detail = await shop.ask("GET", `/api/webhooks/${webhook.id}/deliveries/${items[0].id}`)
  assert.equal(detail.tries.length, 5)
  assert.equal(detail.tries[0].status, 503)
  assert.equal(detail.tries[0].responseBody.length, 1024)
  assert.equal(detail.tries[0].responseHeaders["x-why"], "deploying")
  assert.equal(detail.tries[0].requestHeaders["webhook-id"], items[0].id)
  shop.receiver.answer = () => ({ status: 200 })
  await shop.ask("POST", `/api/webhooks/${webhook.id}/deliveries/${items[0].id}/replay`, {})
  await shop.house.settle()
  const after = await shop.ask("GET", `/api/webhooks/${webhook.id}/deliveries/${items[0].id}`)
  assert.equal(after.state, "delivered")
  assert.equal((await shop.ask("GET", `/api/webhooks/${webhook.id}`)).failingSince, null)
})

test("after five days without a success it is switched off, and all that failed can be replayed", async () => {
  const shop = await openShop()
  shop.receiver.answer = () => ({ status: 500 })
  const { webhook } = await hook(shop, { events: ["case.opened"] })
  const began = shop.clock.now().toISOString()
  for (let day = 0; day < 6; day++) {
    await shop.mail()
    for (let hours = 0; hours < 24; hours += 12) {
      shop.clock.advance(12 * HOUR)
      await shop.house.settle()
    }
  }
  const off = await shop.ask("GET", `/api/webhooks/${webhook.id}`)
  assert.equal(off.disabled.why, "failing")
  const { items: facts } = await shop.ask("GET", "/api/audit?kind=webhook.disabled")
  assert.equal(facts.length, 1, "and it is said")
  const before = shop.receiver.came.length
  await shop.mail()
  assert.equal(shop.receiver.came.length, before, "nothing more is sent")
  shop.receiver.answer = () => ({ status: 200 })
  assert.equal((await shop.api(`/api/webhooks/${webhook.id}/replay`, { token: shop.token, body: { since: began } })).status, 409)
  await shop.ask("POST", `/api/webhooks/${webhook.id}/enable`, {})
  const { count } = await shop.ask("POST", `/api/webhooks/${webhook.id}/replay`, { since: began })
  assert.ok(count >= 5, `so many were replayed: ${count}`)
  await shop.house.settle()
  assert.equal(shop.receiver.came.length, before + count)
})

test("410 Gone switches it off at once", async () => {
  const shop = await openShop()
  shop.receiver.answer = () => ({ status: 410 })
  const { webhook } = await hook(shop)
  await shop.mail()
  assert.equal((await shop.ask("GET", `/api/webhooks/${webhook.id}`)).disabled.why, "gone")
  assert.equal(shop.receiver.came.length, 1)
})

test("while a secret is replaced both sign, and a day later the new one alone", async () => {
  const shop = await openShop()
  const { webhook, secret } = await hook(shop)
  const { secret: fresh } = await shop.ask("POST", `/api/webhooks/${webhook.id}/secret`, {})
  assert.notEqual(fresh, secret)
  await shop.ask("POST", `/api/webhooks/${webhook.id}/test`, {})
  await shop.house.settle()
  const during = shop.receiver.came.at(-1)!
  assert.equal(during.json.type, "webhook.test")
  assert.ok(verifies(during, secret, shop.clock.now()) && verifies(during, fresh, shop.clock.now()))
  shop.clock.advance(DAY + MINUTE)
  await shop.ask("POST", `/api/webhooks/${webhook.id}/test`, {})
  await shop.house.settle()
  const after = shop.receiver.came.at(-1)!
  assert.ok(!verifies(after, secret, shop.clock.now()) && verifies(after, fresh, shop.clock.now()))
})

test("a slow receiver doesn't slow another, a redirect isn't followed, and private addresses aren't reached", async () => {
  const shop = await openShop()
  const slow = await Receiver.open()
  const { promise, resolve } = Promise.withResolvers<{ status: number }>()
  slow.answer = () => promise
  const { webhook: slowOne } = await hook(shop, { name: "Slow", url: slow.url, events: ["case.opened"] })
  const { webhook: inside } = await hook(shop, { name: "Inside", url: "http://127.0.0.1:9/", events: ["case.opened"] })
  await hook(shop, { events: ["case.opened"] })
  const mailed = shop.mail()
  await until("the quick one has it while the slow one still thinks", async () => shop.receiver.came.length === 1)
  resolve({ status: 200 })
  await mailed
  assert.equal((await shop.ask("GET", `/api/webhooks/${slowOne.id}/deliveries`)).items[0].state, "delivered")
  const [refused] = (await shop.ask("GET", `/api/webhooks/${inside.id}/deliveries`)).items
  assert.ok(["port", "address"].includes(refused.last.reason), refused.last.reason)

  shop.receiver.answer = () => ({ status: 302, headers: { location: slow.url } })
  await shop.mail()
  assert.equal(slow.came.length, 2, "its own, not the redirected one")
})

test("what happened while the house was closed is told when it opens", async () => {
  const shop = await openAtelier()
  await hook(shop, { events: ["contact.created"] })
  await shop.house.close()
  // Another process writes into the same database meanwhile.
  await shop.db.transact((tx) => createContact(systemActor("test"), tx, { name: "Amadou Diallo", identities: [] }))
  assert.deepEqual(shop.receiver.types(), [])
  const again = await openHouse(shop.house.config, shop.clock)
  closeAfterwards(() => again.close())
  await again.settle()
  assert.deepEqual(shop.receiver.types(), ["contact.created"])
  assert.equal(shop.receiver.came[0]!.json.data.contact.name, "Amadou Diallo")
})
