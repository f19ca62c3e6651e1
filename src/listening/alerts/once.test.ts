import assert from "node:assert/strict"
import { before, test } from "node:test"
import { AlertShop, type Colleague } from "../../../test/support/alert-shop.ts"
import { MAIL } from "./reach.ts"

let shop: AlertShop
let nina: Colleague
let leo: Colleague
before(async () => {
  shop = await AlertShop.open()
  nina = await shop.colleague("Nina", "agent")
  leo = await shop.colleague("Leo", "agent", {}, { alerts: { ended: true } })
})

const step = (after: number, who: Colleague) => ({ after, keepers: false, agents: [who.id], teams: [] })

test("when no more is said than usual it is over: nobody else is told, and who wishes it hears so", async () => {
  const watch = await shop.watch(nina, "lavande", { steps: [step(0, leo), step(90, nina)] })
  const alarm = await shop.call(watch, { seldomAbove: 3.5 })
  await shop.mails(leo, 1)
  await shop.pass(59)
  assert.equal((await leo.ask("GET", `/api/alarms/${alarm}`)).overAt, null)
  await shop.pass(11)
  const [, end] = await shop.mails(leo, 2)
  assert.match(end!, /Subject: lavande: as much is said as usual again/)
  await shop.pass(120)
  assert.deepEqual(await shop.trail(nina, alarm), [
    "step 0",
    "  Leo browser told",
    "  Leo mail told",
    "over system:listening",
    "  Leo end told",
  ])
})

test("what was called on people is over when few people speak, however much one of them says; and what on posts, when little is said", async () => {
  const ola = await shop.colleague("Ola", "agent")
  const watch = await shop.watch(ola, "sauge", { steps: [step(0, ola)] })
  const [ofPeople, ofPosts] = [
    await shop.call(watch, { seldomAbove: 1.5, of: "people" }),
    await shop.call(watch, { seldomAbove: 1.5, of: "posts" }),
  ]
  for (let n = 0; n < 14; n++) {
    const mentions = Array.from({ length: 5 }, (_, post) => ({
      key: `sauge ${n} ${post}`,
      text: `Encore la sauge ${n} ${post}`,
      author: { handle: "@seul" },
    }))
    await ola.ask("POST", "/api/mentions", { source: "Sauge", mentions })
    await shop.pass(5)
  }
  const overAt = async (alarm: string) => (await ola.ask("GET", `/api/alarms/${alarm}`)).overAt
  assert.deepEqual([(await overAt(ofPeople)) !== null, await overAt(ofPosts)], [true, null])
})

test("the alarm of a watch that is paused ends with it, and nobody is told that all is calm", async () => {
  const zoe = await shop.colleague("Zoe", "agent", {}, { alerts: { ended: true } })
  const watch = await shop.watch(zoe, "thym", { steps: [step(0, zoe), step(30, zoe)] })
  const alarm = await shop.call(watch)
  await shop.pass(1)
  await zoe.ask("PATCH", `/api/watches/${watch}`, { state: "paused" })
  await shop.pass(40)
  assert.notEqual((await zoe.ask("GET", `/api/alarms/${alarm}`)).overAt, null)
  assert.deepEqual(await shop.trail(zoe, alarm), ["step 0", "  Zoe browser told", "  Zoe mail told", "over system:listening"])
})

test("what stood out for its hour of the day is over when nothing stands out any more, at whatever hour", async () => {
  const maya = await shop.colleague("Maya", "agent")
  const watch = await shop.watch(maya, "iris", { steps: [step(0, maya)] })
  const [ofThisHour, ofAny] = [await shop.call(watch, { ofThisHour: true }), await shop.call(watch)]
  const overAt = async (alarm: string) => (await maya.ask("GET", `/api/alarms/${alarm}`)).overAt
  await shop.pass(70)
  assert.equal(await overAt(ofThisHour), null, "nothing is known yet")
  await shop.pass(26 * 60)
  assert.notEqual(await overAt(ofThisHour), null)
  assert.equal(await overAt(ofAny), null)
})

test("a mail that was being handed over when the house fell is not sent again, and said to be uncertain", async () => {
  const watch = await shop.watch(nina, "muguet", { steps: [step(0, nina)] })
  const alarm = await shop.call(watch)
  await shop.mails(nina, 1)
  const { jobs, db } = shop.shop.inside.house.parts
  const { rows } = await db.pool.query<{ mail_id: string }>(
    `update alarm_tellings set state = 'trying', told_at = null where alarm_id = '${alarm}' and channel = 'mail' returning mail_id`,
  )
  await db.transact((tx) => jobs.put(tx, MAIL, { mail: rows[0]!.mail_id }))
  await shop.quiet()
  assert.deepEqual(await shop.trail(nina, alarm), ["step 0", "  Nina browser told", "  Nina mail uncertain"])
  assert.equal((await shop.mails(nina, 1)).length, 1)
})

test("a house that was closed between two steps tells the second when it opens, once", async () => {
  const watch = await shop.watch(nina, "nénuphar", { steps: [step(0, nina), step(15, leo)] })
  await shop.call(watch)
  const before = (await shop.mails(nina, 2)).length
  const again = await shop.reopen(40)
  await again.settle()
  await again.settle()
  assert.match((await shop.mails(leo, 3))[2]!, /nénuphar/)
  await again.settle()
  assert.deepEqual([(await shop.mails(leo, 3)).length, (await shop.mails(nina, 2)).length], [3, before])
})
