import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { addToken, systemActor } from "#people"
import { DAY, HOUR, MINUTE, SECOND } from "#platform"
import type { Json } from "../../test/support/house.ts"
import { Shop } from "../../test/support/shop.ts"

/* What customers write surges when more people write; never because something that was held up comes in at once. */
let shop: Shop
let inbox: string
before(async () => {
  shop = await Shop.open({ address: "aide@colibrix.example" })
  inbox = (await shop.ask("/api/inboxes")).items[0].id
  await shop.until(new Date(now() + 3 * DAY))
})

const now = () => shop.inside.clock.now().getTime()
const fiveMinutes = () => shop.until(new Date((Math.floor(now() / (5 * MINUTE)) + 1) * 5 * MINUTE + 6 * SECOND))
const crowd = async (who: string, many: number, more: { headers?: string[] } = {}) => {
  for (let n = 0; n < many; n++)
    await shop.post({ from: `${who}${n}@poste.example`, to: shop.address, subject: who, text: `${who} coupé ${n}`, ...more })
}
const alarms = async (): Promise<Json[]> => (await shop.ask("/api/alarms")).items

test("mails that were written while we were closed, machines' mails and old cases that get a tag are no surge", async () => {
  const yesterday = new Date(now() - 20 * HOUR).toUTCString()
  for (let n = 0; n < 15; n++) {
    const client = { from: `retard${n}@poste.example`, to: shop.address, text: "Arrivé tard", messageId: `<retard${n}@poste.example>` }
    const bytes = [
      `From: ${client.from}`,
      `To: ${client.to}`,
      `Date: ${yesterday}`,
      `Subject: Retard ${n}`,
      `Message-ID: ${client.messageId}`,
      "",
      "Tout va bien ?",
      "",
    ].join("\r\n")
    await shop.deliver({ from: client.from, to: [shop.address], bytes })
  }
  await crowd("robot", 15, { headers: ["Auto-Submitted: auto-generated"] })
  await fiveMinutes()
  const { items } = await shop.ask("/api/cases?view=all&limit=200")
  await Promise.all(
    items.slice(0, 12).map((one: Json) => shop.ask(`/api/cases/${one.id}`, { method: "PATCH", body: { tags: ["retard"] } })),
  )
  await fiveMinutes()
  await fiveMinutes()
  assert.deepEqual(await alarms(), [])
})

test("a real one is called, and only those hear of it who see its inbox", async () => {
  await crowd("foyer", 12)
  await fiveMinutes()
  const [alarm] = await alarms()
  assert.deepEqual([alarm?.subject.kind, alarm?.people], ["inbox", 12])
  const other = await shop.inside.inbox("presse@colibrix.example")
  const made = await shop.inside.db.transact((tx) => addToken(systemActor("test"), tx, { name: "press", role: "agent", inboxes: [other] }))
  const { body } = await shop.inside.api("/api/alarms", { token: made.token })
  assert.deepEqual(body.items, [])
  assert.equal((await shop.inside.api(`/api/alarms/${alarm!.id}`, { token: made.token })).status, 404)
  assert.equal((await shop.inside.api(`/api/alarms/${alarm!.id}/verdict`, { token: made.token, body: { verdict: "wrong" } })).status, 404)
})

test("while a mailbox can’t be read nobody judges; what it then brings counts when it came there, and is called late rather than never", async () => {
  await shop.until(new Date(now() + 3 * DAY))
  const { db } = shop.inside
  await sql`
    insert into mailboxes (id, inbox_id, host, port, security, username, sealed_secret, checked_at, created_at)
    values (${inbox}, ${inbox}, 'imap.colibrix.example', 993, 'tls', 'aide', ''::bytea, ${shop.inside.clock.now()}, ${shop.inside.clock.now()})`.execute(
    db.read.sql,
  )
  for (let n = 0; n < 4; n++) await fiveMinutes()
  await crowd("panne", 12)
  await sql`update messages set received_at = received_at - interval '10 minutes' where subject = 'panne'`.execute(db.read.sql)
  await sql`update mailboxes set checked_at = ${new Date(now() + 5 * MINUTE)}`.execute(db.read.sql)
  const seen = now()
  await fiveMinutes()
  const [alarm, first] = await alarms()
  assert.ok(alarm && first, "called")
  assert.ok(Date.parse(alarm.since) < seen - 5 * MINUTE, `since ${alarm.since}`)
  await sql`update mailboxes set checked_at = ${new Date(now() - 2 * DAY)}`.execute(db.read.sql)
  await shop.until(new Date(now() + 3 * DAY))
  await crowd("coupure", 12)
  await fiveMinutes()
  assert.equal((await alarms()).length, 3, "one that hasn’t been read for days isn’t waited for any more")
})
