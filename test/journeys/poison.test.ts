import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { FactFollower, HOUR, silentLog } from "#platform"
import { type Json, until } from "../support/house.ts"
import { Receiver } from "../support/receiver.ts"
import { Shop } from "../support/shop.ts"

/* One thing that can't be worked on doesn't hold up what stands behind it. */
let shop: Shop
before(async () => {
  shop = await Shop.open({ env: { VIGIE_ALLOW_PRIVATE: "localhost" } })
})

const receive = (who: string): Promise<Json> => shop.receive({ from: `${who}@rousseau.example`, to: shop.address, text: "Bonjour" })
const query = () => shop.inside.db.read.sql

test("a case that can't be woken keeps no other asleep", async () => {
  const [stuck, other] = [await receive("camille"), await receive("amadou")]
  const now = shop.inside.clock.now().getTime()
  await shop.ask(`/api/cases/${stuck.caseId}/snooze`, { body: { until: new Date(now + HOUR) } })
  await shop.ask(`/api/cases/${other.caseId}/snooze`, { body: { until: new Date(now + 2 * HOUR) } })
  await sql`create function poison() returns trigger language plpgsql as $$ begin raise 'poison'; end $$`.execute(query())
  await sql`create trigger poison before update on cases for each row when (old.id = ${sql.lit(stuck.caseId)}) execute function poison()`.execute(
    query(),
  )
  await assert.rejects(shop.until(new Date(now + 3 * HOUR)), /poison/)
  await sql`drop trigger poison on cases`.execute(query())
  assert.equal((await shop.ask(`/api/cases/${other.caseId}`)).status.category, "new")
})

test("a fact that a follower can't take is tried and then passed over; those behind it are taken once, in order", async () => {
  const { caseId } = await receive("rose")
  const { db, feed } = shop.inside.house.parts
  const taken: number[] = []
  let poison: number | null = null
  const follower = new FactFollower(db, feed, silentLog, {
    name: "poison",
    wants: ({ kind }) => kind === "case.decided",
    take: async (tx, facts) => {
      for (const { seq } of facts) {
        poison ??= seq
        if (seq === poison) throw new Error("poison")
        await sql`insert into fact_followers (name, seq) values (${`poison ${seq}`}, ${seq})`.execute(tx.sql)
      }
      taken.push(...facts.map(({ seq }) => seq))
    },
  })
  await follower.open()
  for (const text of ["un", "deux", "trois"]) await shop.ask(`/api/cases/${caseId}/decisions`, { body: { text } })
  await until("both are taken", async () => taken.length === 2)
  await follower.close()
  const kept = await sql<{ seq: number }>`select seq from fact_followers where name like 'poison %' order by seq`.execute(query())
  assert.deepEqual(
    kept.rows.map(({ seq }) => seq),
    taken,
  )
})

test("a fact that can't be taken while the database is slow is taken when it no longer is", async () => {
  const { caseId } = await receive("nadia")
  const { db, feed } = shop.inside.house.parts
  const tries: string[] = []
  let taken = 0
  const follower = new FactFollower(db, feed, silentLog, {
    name: "slow",
    wants: ({ kind }) => kind === "case.decided",
    take: async (tx, facts) => {
      const [server, driver] = ["57014", "Query read timeout"] as const
      tries.push(tries.length % 2 ? driver : server)
      if (tries.at(-1) === server && tries.length < 7) await sql`do $$ begin raise 'slow' using errcode = '57014'; end $$`.execute(tx.sql)
      if (tries.length < 7) throw new Error(driver)
      taken += facts.length
    },
  })
  await follower.open()
  await shop.ask(`/api/cases/${caseId}/decisions`, { body: { text: "quatre" } })
  await until("it is taken", async () => taken === 1 || null)
  await follower.close()
  assert.equal(tries.length, 7)
})

test("a delivery that can't even be sent counts as tried", async () => {
  const admin = await shop.inside.token("admin")
  const receiver = await Receiver.open()
  const body = { name: "Atelier", url: receiver.url, events: ["message.received"] }
  const { webhook } = await shop.ask("/api/webhooks", { token: admin, body })
  await sql`update webhook_secrets set sealed = 'x' where webhook_id = ${webhook.id}`.execute(query())
  await receive("lea")
  const { items } = await until("it was tried", async () => {
    const found = await shop.ask(`/api/webhooks/${webhook.id}/deliveries`, { token: admin })
    return found.items[0]?.last && found
  })
  assert.deepEqual([items[0].state, items[0].last.reason], ["retry", "failed"])
})
