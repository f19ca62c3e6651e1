import assert from "node:assert/strict"
import { before, test } from "node:test"
import { AlertShop, type Colleague } from "../../../test/support/alert-shop.ts"

let shop: AlertShop
let nina: Colleague
let leo: Colleague
let ada: Colleague
const NIGHT = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "22:00", to: "07:00" }]
const only = (...steps: [after: number, ...people: Colleague[]][]) => ({
  steps: steps.map(([after, ...people]) => ({ after, keepers: false, agents: people.map(({ id }) => id), teams: [] })),
})
before(async () => {
  shop = await AlertShop.open()
  nina = await shop.colleague("Nina", "agent", { language: "fr" })
  leo = await shop.colleague("Leo", "lead", { language: "en" })
  ada = await shop.colleague("Ada", "admin", {}, { alerts: { mail: false } })
})

test("who made a watch, leads and administrators are told at once, each in their language; who wants no mail gets none, the disabled nothing", async () => {
  await shop.colleague("Piotr", "agent")
  const gone = await shop.colleague("Gone", "lead")
  await ada.ask("POST", `/api/agents/${gone.id}/disable`)
  const watch = await shop.watch(nina, "camélia")
  const alarm = await shop.call(watch)
  const [french] = await shop.mails(nina, 1)
  assert.match(french!, /Subject: camélia\s: on en parle bien plus que d’habitude/)
  for (const said of [
    /lundi 2 novembre/,
    /40 personnes différentes/,
    /entrepôt \(31\)/,
    /forum\.example \(30\)/,
    /France \(12\)/,
    /1,5 fois ce qu’il faut/,
  ])
    assert.match(french!, said)
  assert.match(french!, /la première alerte de ce genre en 90 jours/)
  assert.match(french!, /toutes les sources qui lui apportent quelque chose ont été lues/)
  assert.ok(french!.includes(`/listening/alarms/${alarm}`) && /<a href=/.test(french!) && /Auto-Submitted/.test(french!))
  const [english] = await shop.mails(leo, 1)
  assert.match(english!, /Subject: camélia: far more is said than usual/)
  assert.match(english!, /Monday,? 2 November/)
  assert.deepEqual(await shop.trail(nina, alarm), [
    "step 0",
    "  Ada browser told",
    "  Ada mail left_out (wish)",
    "  Admin browser told",
    "  Admin mail left_out (no_address)",
    "  Leo browser told",
    "  Leo mail told",
    "  Nina browser told",
    "  Nina mail told",
  ])
  const { items } = await nina.ask("GET", "/api/notifications?kind=alarm")
  assert.deepEqual([items[0].alarmId, items[0].words, items[0].readAt], [alarm, "camélia", null])
  await nina.ask("POST", `/api/alarms/${alarm}/seen`)
  assert.ok((await nina.ask("GET", "/api/notifications?kind=alarm")).items[0].readAt)
  assert.equal(shop.shop.relay.mails.length, 2, "nobody else")
})

test("at night mails wait for the morning and come as one; what somebody is on, or what was wrong, isn't told any more", async () => {
  const maya = await shop.colleague("Maya", "agent", { language: "en" }, { quiet: NIGHT })
  const names = ["dahlia", "edelweiss", "fuchsia", "glaïeul"]
  const watches: string[] = []
  for (const name of names) watches.push(await shop.watch(nina, name, only([0, maya])))
  await shop.toHour(23)
  const alarms: string[] = []
  for (const watch of watches) {
    alarms.push(await shop.call(watch))
    await shop.pass(1)
  }
  assert.deepEqual(await shop.trail(leo, alarms[0]!), ["step 0", "  Maya browser held (quiet)", "  Maya mail held (quiet)"])
  assert.equal((await maya.ask("GET", "/api/notifications?kind=alarm")).items.length, 4, "the desk tells at once")
  await leo.ask("POST", `/api/alarms/${alarms[2]}/taking`)
  await leo.ask("POST", `/api/alarms/${alarms[3]}/verdict`, { verdict: "wrong" })
  await shop.toHour(6)
  assert.deepEqual(await shop.trail(leo, alarms[0]!), ["step 0", "  Maya browser held (quiet)", "  Maya mail held (quiet)"])
  await shop.toHour(7)
  const mails = await shop.mails(maya, 1)
  assert.equal(mails.length, 1)
  assert.match(mails[0]!, /Subject: 2 alarms: dahlia and edelweiss/)
  assert.match(mails[0]!, /held until your quiet hours ended/)
  assert.deepEqual(await shop.trail(leo, alarms[1]!), ["step 0", "  Maya browser told (quiet)", "  Maya mail told (quiet)"])
  assert.deepEqual((await shop.trail(leo, alarms[2]!)).slice(1, 3), [
    "  Maya browser left_out (answered)",
    "  Maya mail left_out (answered)",
  ])
  await shop.pass(60 * 24)
  assert.equal((await shop.mails(maya, 1)).length, 1, "once")
})

test("a strong alarm wakes who asked for it, or of whom the watch asks it; so does night duty; quiet hours that end sooner tell sooner", async () => {
  const light = await shop.colleague("Light", "agent", {}, { quiet: NIGHT, alerts: { wakeFrom: 3 } })
  const deep = await shop.colleague("Deep", "agent", {}, { quiet: NIGHT })
  const watch = await shop.watch(nina, "hortensia", { ...only([0, light, deep]), wakeFrom: 5 })
  await shop.toHour(23)
  await shop.call(watch, { strength: 2.9 })
  await shop.call(watch, { strength: 3 })
  assert.equal((await shop.mails(light, 1)).length, 1)
  await shop.call(watch, { strength: 5 })
  assert.equal((await shop.mails(deep, 1)).length, 1)
  assert.match((await shop.mails(light, 2))[1]!, /hortensia/)
  const duty = await deep.ask("PATCH", "/api/me/preferences", { alerts: { dutyUntil: new Date(shop.now + 8 * 3_600_000) } })
  assert.equal(duty.alerts.mail, true, "the rest stays")
  assert.match((await shop.mails(deep, 2))[1]!, /2 alarms/)
  await shop.call(watch)
  assert.equal((await shop.mails(deep, 3)).length, 3, "on duty")
  await light.ask("PATCH", "/api/me/preferences", { quiet: [] })
  assert.match((await shop.mails(light, 3))[2]!, /2 alarms/)
})

test("nobody is on it: the next are told in their time, through quiet hours where the watch says so; taking ends that, letting go goes on", async () => {
  const night = await shop.colleague("Noor", "agent", {}, { quiet: NIGHT })
  const first = await shop.colleague("Fred", "agent")
  await leo.ask("POST", "/api/teams", { name: "Nuit", agentIds: [night.id] })
  const { items: teams } = await leo.ask("GET", "/api/teams")
  const steps = [
    { after: 0, keepers: false, agents: [first.id], teams: [] },
    { after: 15, keepers: false, agents: [], teams: [teams[0].id] },
    { after: 10, keepers: false, agents: [leo.id], teams: [] },
  ]
  const watch = await shop.watch(nina, "iris", { steps, throughQuiet: true })
  await shop.toHour(23)
  const before = shop.shop.relay.mails.length
  const alarm = await shop.call(watch)
  await shop.pass(14)
  assert.deepEqual(await shop.trail(nina, alarm), ["step 0", "  Fred browser told", "  Fred mail told"])
  await shop.pass(1)
  assert.equal((await shop.mails(night, 1)).length, 1)
  assert.ok((await nina.ask("GET", `/api/alarms/${alarm}`)).nextStepAt)
  await first.ask("POST", `/api/alarms/${alarm}/taking`)
  await shop.pass(20)
  const taken = await nina.ask("GET", `/api/alarms/${alarm}`)
  assert.deepEqual([taken.taken.by, taken.nextStepAt], [`agent:${first.id}`, null])
  await assert.rejects(night.ask("DELETE", `/api/alarms/${alarm}/taking`), /409/)
  await first.ask("DELETE", `/api/alarms/${alarm}/taking`)
  await shop.pass(9)
  assert.equal(shop.shop.relay.mails.length, before + 2)
  await shop.pass(1)
  await shop.quiet()
  assert.equal(shop.shop.relay.mails.length, before + 3, "the last step, once")
  await shop.pass(60)
  assert.equal(shop.shop.relay.mails.length, before + 3)
  assert.deepEqual(
    (await shop.trail(nina, alarm)).filter((line) => !line.startsWith("  ")),
    ["step 0", "step 1", "taken Fred", "let_go Fred", "step 2"],
  )
})

test("where it is enough that somebody told has seen it, that ends the steps; who wasn't told doesn't", async () => {
  const first = await shop.colleague("Gil", "agent")
  const watch = await shop.watch(nina, "jasmin", { ...only([0, first], [5, leo]), stopsWhen: "seen" })
  const [one, two] = [await shop.call(watch), await shop.call(watch)]
  await nina.ask("POST", `/api/alarms/${one}/seen`)
  await first.ask("POST", `/api/alarms/${two}/seen`)
  await shop.pass(5)
  const steps = async (alarm: string) => (await shop.trail(nina, alarm)).filter((line) => !line.startsWith("  "))
  assert.deepEqual(await steps(one), ["step 0", "seen Nina", "step 1"])
  assert.deepEqual(await steps(two), ["step 0", "seen Gil"])
})

test("a plan that can't be kept is refused at its place; nobody is a plan, too", async () => {
  const watch = await shop.watch(nina, "kalanchoe")
  const nobody = { after: 0, keepers: false, agents: [], teams: [] }
  await assert.rejects(shop.plan(leo, watch, { steps: [nobody] }), /Name somebody/)
  const stranger = { ...nobody, agents: ["018f0000-0000-7000-8000-000000000000"] }
  await assert.rejects(shop.plan(leo, watch, { steps: [stranger] }), /steps\.0\.agents\.0/)
  await assert.rejects(
    shop.plan(leo, watch, {
      steps: [
        { ...nobody, keepers: true },
        { ...nobody, keepers: true },
      ],
    }),
    /at least a minute/,
  )
  await assert.rejects(leo.ask("PATCH", "/api/me/preferences", { quiet: [{ ...NIGHT[0], from: "08:00", to: "08:00" }] }), /422/)
  const always = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "24:00" }]
  await assert.rejects(leo.ask("PATCH", "/api/me/preferences", { quiet: always }), /Leave some time/)
  await shop.plan(leo, watch, { steps: [] })
  const before = shop.shop.relay.mails.length
  assert.deepEqual(await shop.trail(nina, await shop.call(watch)), [])
  await shop.pass(60)
  assert.equal(shop.shop.relay.mails.length, before)
})
