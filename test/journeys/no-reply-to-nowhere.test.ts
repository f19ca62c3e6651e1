import assert from "node:assert/strict"
import { test } from "node:test"
import { sql } from "kysely"
import { until } from "../support/house.ts"
import { Shop } from "../support/shop.ts"

/* An address that doesn't take mail blocks the sending: nobody is invited to answer into nothing. */
const CAMILLE = "Camille Rousseau <camille@rousseau.example>"

test("an inbox that takes no more mail sends none: answers are refused, and those that wait keep it open", async () => {
  const closing = await Shop.open({ address: "bonjour@okafor.example" })
  const admin = await closing.inside.token("admin")
  const { conversationId } = await closing.receive({ from: CAMILLE, to: closing.address, text: "Bonjour" })
  const { id } = await closing.answer(conversationId, "Elle part demain.", { sendAt: "2026-11-05T09:00:00Z" })
  const { items } = await closing.ask("/api/inboxes")
  const close = () => closing.inside.api(`/api/inboxes/${items[0].id}`, { method: "DELETE", token: admin })
  const refused = await close()
  assert.deepEqual([refused.status, refused.body.key], [409, "conversations.inbox.waiting"])
  await closing.ask(`/api/messages/${id}/undo`, { method: "POST" })
  assert.equal((await close()).status, 204)
  const late = await closing.inside.api(`/api/conversations/${conversationId}/replies`, {
    token: closing.token,
    body: { text: "Trop tard." },
  })
  assert.deepEqual([late.status, late.body.key], [409, "conversations.reply.closedInbox"])
})

test("without any address that takes mail, no sign-in link leaves", async () => {
  const house = await Shop.open({ address: "bonjour@diallo.example" })
  const { items } = await house.ask("/api/inboxes")
  await house.ask(`/api/inboxes/${items[0].id}`, { method: "DELETE", token: await house.inside.token("admin") })
  await house.inside.agent("amadou@diallo.example", "Amadou Diallo")
  assert.equal((await house.inside.api("/api/sign-in/link", { body: { email: "amadou@diallo.example" } })).status, 202)
  await waitForJob(house)
  assert.deepEqual(
    house.relay.mails.map(({ to }) => to),
    [],
  )
})

test("a name that slipped into the address is told of before anything leaves; an address in quotes is one", async () => {
  const shop = await Shop.open({ address: "bonjour@moreau.example" })
  const { conversationId } = await shop.receive({ from: CAMILLE, to: shop.address, text: "Bonjour" })
  const reply = (address: string) =>
    shop.inside.api(`/api/conversations/${conversationId}/replies`, {
      token: shop.token,
      body: { text: "Bonjour", to: [{ name: "", address }] },
    })
  const slipped = await reply("Claire claire@rousseau.example")
  assert.deepEqual([slipped.status, slipped.body.fields?.length], [422, 1], JSON.stringify(slipped.body))
  assert.equal((await reply('"claire rousseau"@rousseau.example')).status, 202)
})

/** The link was asked for and looked after: its fact is there, and the job that mails it has ended. */
async function waitForJob({ inside }: Shop): Promise<void> {
  await until("the link's job has ended", async () => {
    const { rows } = await sql<{ state: string }>`select state::text from jobs.job where name = 'people.mail-link'`.execute(
      inside.db.read.sql,
    )
    return rows.length > 0 && rows.every(({ state }) => ["completed", "failed", "cancelled"].includes(state))
  })
}
