import assert from "node:assert/strict"
import { test } from "node:test"
import { sql } from "kysely"
import { MINUTE } from "#platform"
import { closeAfterwards } from "../support/database.ts"
import { until } from "../support/house.ts"
import { type InsideHouse, openInside } from "../support/inside.ts"
import { TestRelay } from "../support/relay.ts"
import { SmtpClient } from "../support/smtp-client.ts"

/** A relay that hands what it takes to a house's own intake, as the internet would. */
async function wireTo(target: () => InsideHouse): Promise<TestRelay> {
  const relay = await TestRelay.open()
  const carried = new Set<string>()
  const carry = async () => {
    for (const mail of relay.mails) {
      if (carried.has(mail.bytes)) continue
      carried.add(mail.bytes)
      const client = await SmtpClient.open(target().house.ports.smtp)
      await client.mail(mail.from, mail.to, mail.bytes)
      client.destroy()
    }
  }
  const timer = setInterval(() => void carry(), 20)
  closeAfterwards(async () => {
    clearInterval(timer)
    await relay.close()
  })
  return relay
}

const messages = async ({ db }: InsideHouse) =>
  (await sql<{ n: number }>`select count(*) as n from messages where direction = 'in'`.execute(db.read.sql)).rows[0]!.n

test("two Vigies that acknowledge each other exchange at most four mails in ten minutes", async () => {
  const houses: InsideHouse[] = []
  const toSecond = await wireTo(() => houses[1]!)
  const toFirst = await wireTo(() => houses[0]!)
  houses.push(await openInside({ env: { VIGIE_RELAY: toSecond.url.href, VIGIE_UNDO_SECONDS: "0" } }))
  houses.push(await openInside({ env: { VIGIE_RELAY: toFirst.url.href, VIGIE_UNDO_SECONDS: "0" } }))
  const [first, second] = houses as [InsideHouse, InsideHouse]
  await first.inbox("care@first.example", { acknowledge: true })
  await second.inbox("care@second.example", { acknowledge: true })

  const client = await SmtpClient.open(first.house.ports.smtp)
  const mail =
    "From: care@second.example\r\nTo: care@first.example\r\nSubject: Hello <b>bait</b>\r\nMessage-ID: <start@second.example>\r\n\r\nbait words\r\n"
  assert.equal((await client.mail("care@second.example", ["care@first.example"], mail)).code, 250)
  client.destroy()

  await until("the acknowledgement has arrived at the second house", async () => (await messages(second)) > 0)
  for (let minute = 0; minute < 10; minute++) {
    for (const { clock, house } of houses) {
      clock.advance(MINUTE)
      await house.settle()
    }
  }
  const exchanged = toSecond.mails.length + toFirst.mails.length + 1
  assert.ok(exchanged <= 4, `expected at most 4 mails, saw ${exchanged}`)
  assert.doesNotMatch(toSecond.mails[0]!.bytes, /bait/, "an acknowledgement quotes nothing that the stranger wrote")
  assert.match(toSecond.mails[0]!.bytes, /^Auto-Submitted: auto-replied/m)
  assert.equal(toSecond.mails[0]!.from, "", "a null envelope sender")
})

test("machines, mailing lists and senders who failed the check get no acknowledgement", async () => {
  const relay = await TestRelay.open()
  closeAfterwards(() => relay.close())
  const house = await openInside({
    env: { VIGIE_RELAY: relay.url.href, VIGIE_UNDO_SECONDS: "0" },
    resolver: () => Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" })),
  })
  await house.inbox("care@shop.example", { acknowledge: true })
  const client = await SmtpClient.open(house.house.ports.smtp)
  const kinds = [
    "Auto-Submitted: auto-replied",
    "Precedence: bulk",
    "List-Id: <news.example>",
    "X-Nothing: a person whose domain proves nothing",
  ]
  for (const [i, header] of kinds.entries()) {
    const mail = `From: someone${i}@partner.example\r\nTo: care@shop.example\r\nSubject: ${i}\r\nMessage-ID: <${i}@partner.example>\r\n${header}\r\n\r\nhello\r\n`
    assert.equal((await client.mail(`someone${i}@partner.example`, ["care@shop.example"], mail, i === 0)).code, 250)
  }
  client.destroy()
  await until("all four are filed", async () => (await messages(house)) === kinds.length)
  house.clock.advance(MINUTE)
  await house.house.settle()
  assert.equal(relay.mails.length, 0)
})
