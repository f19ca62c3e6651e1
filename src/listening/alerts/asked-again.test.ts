import assert from "node:assert/strict"
import { before, test } from "node:test"
import { AlertShop, type Colleague } from "../../../test/support/alert-shop.ts"
import { until } from "../../../test/support/house.ts"
import { MAIL } from "./reach.ts"

const NIGHT = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "22:00", to: "07:00" }]
const WEEKEND = [{ days: [6, 7], from: "00:00", to: "24:00" }]
let shop: AlertShop
let leo: Colleague
let isDeferring = false
before(async () => {
  shop = await AlertShop.open({ command: (line) => (isDeferring && line.startsWith("MAIL") ? "451 4.3.0 later" : null) })
  leo = await shop.colleague("Leo", "lead")
})

const told = (...people: Colleague[]) => ({ steps: [{ after: 0, keepers: false, agents: people.map(({ id }) => id), teams: [] }] })
const ways = async (alarm: string, who: string) =>
  (await shop.trail(leo, alarm)).filter((line) => line.startsWith(`  ${who} `)).map((line) => line.trim().slice(who.length + 1))

test("a mail that was held over a weekend has a day of tries of its own, whatever else leaves with it", async () => {
  const rosa = await shop.colleague("Rosa", "agent", {}, { quiet: WEEKEND })
  const watch = await shop.watch(leo, "rose", told(rosa))
  // Monday 2 November → Saturday 7.
  await shop.pass(5 * 24 * 60)
  const alarm = await shop.call(watch)
  isDeferring = true
  await shop.pass(40 * 60)
  assert.deepEqual(await ways(alarm, "Rosa"), ["browser told (quiet)", "mail held (relay)"])
  isDeferring = false
  await shop.pass(10)
  assert.match((await shop.mails(rosa, 1))[0]!, /rose/)
  isDeferring = true
  const first = await shop.call(watch)
  await shop.pass(23 * 60)
  const second = await shop.call(watch)
  await shop.pass(2 * 60)
  assert.deepEqual((await ways(first, "Rosa"))[1], "mail failed (relay)")
  assert.deepEqual((await ways(second, "Rosa"))[1], "mail held (relay)", "it was tried for two hours")
  isDeferring = false
  await shop.pass(10)
  assert.match((await shop.mails(rosa, 2))[1]!, /rose/)
  assert.deepEqual((await ways(second, "Rosa"))[1], "mail told (relay)")
})

test("what couldn't be written, because the database failed, was not being sent: it is written again", async () => {
  const ivy = await shop.colleague("Ivy", "agent")
  const watch = await shop.watch(leo, "lierre", told(ivy))
  const { db, jobs } = shop.shop.inside.house.parts
  await shop.shop.inside.house.settle() // nobody else asks for what goes away
  await db.pool.query("alter table watch_sources rename to watch_sources_away")
  const alarm = await shop.call(watch)
  await until("a job has failed", async () => {
    const failed = await db.pool.query(`select 1 from jobs.job where name = '${MAIL}' and state in ('retry', 'failed')`)
    return failed.rowCount! > 0 || null
  })
  await db.pool.query("alter table watch_sources_away rename to watch_sources")
  const { rows } = await db.pool.query<{ mail_id: string }>(
    `select mail_id from alarm_tellings where alarm_id = '${alarm}' and channel = 'mail' and state = 'leaving'`,
  )
  assert.equal(rows.length, 1, "still on its way")
  await db.transact((tx) => jobs.put(tx, MAIL, { mail: rows[0]!.mail_id }))
  assert.match((await shop.mails(ivy, 1))[0]!, /lierre/)
  assert.deepEqual(await ways(alarm, "Ivy"), ["browser told", "mail told"])
})

test("a mail whose job was lost leaves with the next, if it wasn't handed over", async () => {
  const [una, vic] = [await shop.colleague("Una", "agent"), await shop.colleague("Vic", "agent")]
  const watch = await shop.watch(leo, "orchidée", told(una, vic))
  const alarm = await shop.call(watch)
  await Promise.all([shop.mails(una, 1), shop.mails(vic, 1)])
  const lose = (who: Colleague, state: string) =>
    shop.shop.inside.db.pool.query(
      `update alarm_tellings set state = '${state}', mail_id = gen_random_uuid() where alarm_id = '${alarm}' and agent_id = '${who.id}' and channel = 'mail'`,
    )
  await lose(una, "leaving")
  await lose(vic, "trying")
  await shop.pass(70)
  assert.equal((await shop.mails(una, 2)).length, 2)
  assert.deepEqual(await ways(alarm, "Una"), ["browser told", "mail told"])
  assert.deepEqual(await ways(alarm, "Vic"), ["browser told", "mail uncertain"])
})

test("who wasn't told because somebody was on it is told once nobody is: let go, or the verdict taken back", async () => {
  const mia = await shop.colleague("Mia", "agent", {}, { quiet: NIGHT })
  const watch = await shop.watch(leo, "mauve", told(mia))
  await shop.toHour(23)
  const [taken, judged] = [await shop.call(watch), await shop.call(watch)]
  await leo.ask("POST", `/api/alarms/${taken}/taking`)
  await leo.ask("POST", `/api/alarms/${judged}/verdict`, { verdict: "wrong" })
  await shop.toHour(8)
  for (const alarm of [taken, judged])
    assert.deepEqual(await ways(alarm, "Mia"), ["browser left_out (answered)", "mail left_out (answered)"])
  await leo.ask("DELETE", `/api/alarms/${taken}/taking`)
  assert.match((await shop.mails(mia, 1))[0]!, /mauve/)
  assert.deepEqual(await ways(taken, "Mia"), ["browser told", "mail told"])
  await shop.toHour(23)
  await leo.ask("POST", `/api/alarms/${judged}/verdict`, { verdict: null })
  assert.deepEqual(await ways(judged, "Mia"), ["browser held (quiet)", "mail held (quiet)"], "not at night")
  await shop.toHour(8)
  assert.equal((await shop.mails(mia, 2)).length, 2)
})

test("whether somebody may see it, wishes it and sleeps is asked when it leaves, not when it was made", async () => {
  const { inside } = shop.shop
  const admin = await shop.colleague("Ada", "admin")
  const inbox = await inside.inbox("presse@fleurs-rousseau.example")
  const people: Colleague[] = []
  for (const name of ["Noah", "Otto", "Pia"]) people.push(await shop.colleague(name, "agent", {}, { quiet: NIGHT }))
  const [noah, otto, pia] = people as [Colleague, Colleague, Colleague]
  await leo.ask("PUT", `/api/alert-plans/inbox/${inbox}`, {
    stopsWhen: "taken",
    wakeFrom: null,
    throughQuiet: false,
    ...told(noah, otto, pia),
  })
  await shop.toHour(23)
  const alarm = await shop.call({ inbox })
  await admin.ask("PATCH", `/api/agents/${noah.id}`, { inboxIds: [] })
  await otto.ask("PATCH", "/api/me/preferences", { alerts: { mail: false } })
  isDeferring = true
  await shop.toHour(8)
  assert.deepEqual(await ways(alarm, "Noah"), ["browser left_out (unseen)", "mail left_out (unseen)"])
  assert.deepEqual(await ways(alarm, "Otto"), ["browser told (quiet)", "mail left_out (wish)"])
  assert.deepEqual(await ways(alarm, "Pia"), ["browser told (quiet)", "mail held (relay)"])
  await shop.toHour(23)
  assert.deepEqual((await ways(alarm, "Pia"))[1], "mail held (quiet)", "what is tried again sleeps, too")
  isDeferring = false
  await shop.pass(60)
  assert.equal(shop.shop.relay.mails.filter(({ to }) => to.includes(pia.address)).length, 0)
  await shop.toHour(8)
  assert.equal((await shop.mails(pia, 1)).length, 1)
})
