import assert from "node:assert/strict"
import { once } from "node:events"
import { createServer } from "node:http"
import { before, test } from "node:test"
import { DAY, HOUR, MINUTE, SECOND } from "#platform"
import { closeAfterwards } from "../support/database.ts"
import { type Json, until } from "../support/house.ts"
import { Shop, written } from "../support/shop.ts"
import { SmtpClient } from "../support/smtp-client.ts"

/* A whole network is down, and everybody says so in the same hour, by mail and on the forum. The surge is called within minutes, on people. */
const FORUM: { id: number; who: string; text: string; at: Date }[] = []
let shop: Shop
let smtp: SmtpClient | null = null
let letters = 0
let inbox: string
let watch: string

before(async () => {
  closeAfterwards(async () => smtp?.destroy())
  shop = await Shop.open({ address: "aide@colibrix.example", env: { VIGIE_ALLOW_PRIVATE: "localhost" } })
  inbox = (await shop.ask("/api/inboxes")).items[0].id
  const admin = await shop.inside.token("admin")
  const rule = {
    name: "Pannes",
    trigger: { on: "message", first: true },
    conditions: { match: "all", parts: [{ field: "words", is: "any", values: ["panne"] }] },
    actions: [{ do: "tag", tags: ["panne"] }],
  }
  const { id } = await shop.ask("/api/automation/rules", { token: admin, body: rule })
  const { id: run } = await shop.ask(`/api/automation/rules/${id}/dry-runs`, { token: admin, body: {} })
  await until("the dry run", async () => (await shop.ask(`/api/automation/rules/${id}/dry-runs/${run}`, { token: admin })).finishedAt)
  await shop.ask(`/api/automation/rules/${id}/enable`, { token: admin, method: "POST" })
})

const now = () => shop.inside.clock.now().getTime()
const later = (time: number) => shop.until(new Date(now() + time))
/** To just after the end of the five minutes under way, when they are judged. */
const fiveMinutes = () => shop.until(new Date((Math.floor(now() / (5 * MINUTE)) + 1) * 5 * MINUTE + 6 * SECOND))
/** Mails by the real door, one after the other; they are filed when time goes on. */
async function writes(who: string, subject: string, text: string): Promise<void> {
  smtp ??= await SmtpClient.open(shop.inside.house.ports.smtp)
  const from = `${who}@poste.example`
  const letter = { from: `${who} <${from}>`, to: shop.address, subject, text, messageId: `<${++letters}@poste.example>` }
  const { code, text: said } = await smtp.mail(from, [shop.address], Buffer.from(written(letter, shop.inside.clock.now())), letters === 1)
  assert.equal(code, 250, said)
}
const posts = (who: string, text: string) => FORUM.push({ id: FORUM.length + 1, who, text, at: new Date(now()) })
const alarms = async (of: Json = {}): Promise<Json[]> => (await shop.ask(`/api/alarms?${new URLSearchParams(of)}`)).items

/** https://docs.discourse.org: the latest posts across topics, fifty at a time. */
async function openForum(): Promise<string> {
  const server = createServer((request, response) => {
    const before = Number(new URL(request.url ?? "/", "http://x").searchParams.get("before") ?? Infinity)
    const latest = FORUM.filter(({ id }) => id < before).slice(-50)
    const topic = { topic_id: 7, topic_slug: "colibrix", topic_title: "Colibrix", reply_to_post_number: null }
    const shown = latest
      .toReversed()
      .map(({ id, who, text, at }) =>
        Object.assign({ id, username: who, name: who, created_at: at.toISOString(), cooked: `<p>${text}</p>`, post_number: id }, topic),
      )
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ latest_posts: shown }))
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  closeAfterwards(async () => void server.close())
  const address = server.address()
  return `http://localhost:${typeof address === "object" && address ? address.port : 0}`
}

test("four ordinary days: some write, some post, one writes far too often, and nothing is called", async () => {
  for (let n = 0; n < 24; n++) {
    const text = n % 6 === 0 ? "Petite panne du décodeur ce matin, pouvez-vous m’aider ?" : "Comment changer d’offre, s’il vous plaît ?"
    await writes(`client${n}`, `Question ${n}`, text)
    for (let post = 0; post < 4; post++) {
      posts(`abonne${(n * 4 + post) % 40}`, `Mon Colibrix va bien, message numéro ${n * 4 + post}`)
      shop.inside.clock.advance(HOUR)
    }
  }
  await shop.inside.house.settle()
  const url = await openForum()
  await shop.ask("/api/sources", { body: { kind: "discourse", settings: { url } } })
  await shop.inside.house.settle()
  watch = (await shop.ask("/api/watches", { body: { name: "Colibrix", query: "colibrix" } })).id
  await shop.inside.house.settle()
  for (let n = 0; n < 16; n++) await writes("insistant", `Relance ${n}`, "Toujours la même panne, toujours moi.")
  await shop.inside.house.settle()
  for (let n = 0; n < 6; n++) await fiveMinutes()
  assert.deepEqual(await alarms(), [], "one who writes sixteen times is no surge")
})

test("the network goes down: mails and posts by the dozen, and each surge is called within minutes, once, with its words and its cases", async () => {
  const began = now()
  for (const part of [0, 1]) {
    for (let n = 0; n < 10; n++) {
      const who = `foyer${part * 10 + n}`
      await writes(who, "Plus rien depuis midi", `Panne totale de la fibre à Villeurbanne, plus de téléphone, foyer ${who}.`)
      posts(`voisin${part * 10 + n}`, `Panne générale Colibrix à Villeurbanne, plus de fibre ni téléphone ${part * 10 + n}`)
    }
    await shop.inside.house.settle()
    await fiveMinutes()
  }
  const [ofInbox] = await alarms({ inbox })
  assert.ok(ofInbox, "the inbox surges")
  assert.ok(Date.parse(ofInbox.calledAt) - began <= 6 * MINUTE, `called ${ofInbox.calledAt}`)
  assert.deepEqual([ofInbox.subject.kind, ofInbox.subject.name, ofInbox.watch], ["inbox", "aide", null])
  assert.deepEqual([ofInbox.people, ofInbox.posts, ofInbox.opened, ofInbox.complete], [10, 10, 10, true])
  const words = ofInbox.words.map(({ word }: Json) => word)
  for (const word of ["fibre", "villeurbanne", "téléphone"]) assert.ok(words.includes(word), words.join())
  const { cases } = await shop.ask(`/api/alarms/${ofInbox.id}`)
  assert.equal(cases.length, 8)
  assert.equal(cases[0].subject, "Plus rien depuis midi")

  const [ofTopic] = await alarms({ topic: "panne" })
  assert.deepEqual([ofTopic?.subject.name, ofTopic?.people], ["panne", 10])
  for (let n = 0; n < 3 && (await alarms({ watch })).length === 0; n++) await fiveMinutes()
  const [ofWatch] = await alarms({ watch })
  assert.ok(ofWatch, "the watch surges when the forum was read")
  assert.ok(Date.parse(ofWatch.calledAt) - began <= 20 * MINUTE, `called ${ofWatch.calledAt}`)
  assert.ok(ofWatch.people >= 10, `${ofWatch.people} people`)

  for (let n = 20; n < 30; n++) await writes(`foyer${n}`, "Toujours rien", "Panne totale de la fibre, toujours rien.")
  await shop.inside.house.settle()
  await fiveMinutes()
  assert.equal((await alarms()).length, 3, "one event is called once, for each that it reaches")
  const judged = await shop.ask(`/api/alarms/${ofInbox.id}/verdict`, { body: { verdict: "right", note: "Incendie au central" } })
  assert.deepEqual([judged.verdict.is, judged.track], ["right", { days: 90, called: 1, right: 1, wrong: 0 }])
})

test("two days later it is called again when it happens again, and the first alarm's record goes with it", async () => {
  await later(2 * DAY)
  for (let n = 0; n < 12; n++) await writes(`maison${n}`, "De nouveau coupés", "Encore une panne de fibre.")
  await shop.inside.house.settle()
  await fiveMinutes()
  const [again, first] = await alarms({ inbox })
  assert.ok(first, "two alarms")
  assert.deepEqual(again!.track, { days: 90, called: 2, right: 1, wrong: 0 })
})
