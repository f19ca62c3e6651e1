import { fileCases, type PastCase } from "#cases"
import { fileContacts } from "#contacts"
import { addInbox } from "#conversations"
import { systemActor } from "#people"
import { DAY, HOUR } from "#platform"
import { closeEverything, testDatabase } from "../test/support/database.ts"
import { Random } from "./random.ts"
import { progress, report } from "./report.ts"
import { person, Vocabulary } from "./vocabulary.ts"

const CASES = Number(process.env["VIGIE_BENCH_CASES"] ?? 10_000)
const BATCH = 500
const MESSAGES = 5

/** How many cases of the past come in a second, five messages each, with everything derived from them. */
export async function history(): Promise<void> {
  const { db } = await testDatabase(new Date().toISOString())
  const random = new Random(CASES)
  const words = new Vocabulary("fr", random)
  const actor = systemActor("bench")
  const inbox = await db.transact((tx) => addInbox(actor, tx, { address: "care@shop.example" }))
  const began = db.clock.now().getTime() - 1000 * DAY
  const people = Array.from({ length: Math.ceil(CASES * 0.7) }, (_, n) => person(random, n))
  const contacts = new Map<string, string>()
  const from = performance.now()
  for (let at = 0; at < people.length; at += BATCH) {
    const batch = people.slice(at, at + BATCH).map(({ name, address }) => ({
      key: address,
      name,
      identities: [{ kind: "email" as const, network: "", value: address }],
      createdAt: new Date(began),
    }))
    for (const [key, { id }] of await db.transact((tx) => fileContacts(actor, tx, "bench", batch))) contacts.set(key, id)
  }
  const perContact = (performance.now() - from) / people.length
  report({ bench: "history", metric: "contacts", value: 1000 / perContact, unit: "a second" })
  const batches = Array.from({ length: CASES / BATCH }, (_, n) => n)
  const begun = performance.now()
  const worked = process.cpuUsage()
  // Two at a time: while the database writes one, the next is prepared.
  const work = async () => {
    for (let n = batches.shift(); n !== undefined; n = batches.shift()) {
      const past = Array.from({ length: BATCH }, (_, i) => pastCase(n * BATCH + i))
      await db.transact((tx) => fileCases(actor, tx, "bench", past))
      progress(`${(n + 1) * BATCH} cases, ${Math.round((((n + 1) * BATCH) / (performance.now() - begun)) * 1000)} a second`)
    }
  }
  await Promise.all([work(), work()])
  const filing = performance.now() - begun
  const { user, system } = process.cpuUsage(worked)
  report({ bench: "history", metric: "own-time", value: (user + system) / 1000 / CASES, unit: "ms a case" })
  report({ bench: "history", metric: "cases", value: (CASES / filing) * 1000, unit: "a second" })
  report({ bench: "history", metric: "messages", value: ((CASES * MESSAGES) / filing) * 1000, unit: "a second" })
  await closeEverything()

  function pastCase(n: number): PastCase {
    const who = people[random.below(people.length)]!
    const contactId = contacts.get(who.address)!
    const first = began + (n / CASES) * 990 * DAY
    const us = { name: "Care", address: "care@shop.example" }
    const subject = words.say(4)
    const messages = Array.from({ length: MESSAGES }, (_, m) => {
      const out = m % 2 === 1
      return {
        key: String(m),
        direction: out ? ("out" as const) : ("in" as const),
        at: new Date(first + m * 5 * HOUR),
        from: out ? us : who,
        to: [out ? who : us],
        contactId,
        text: words.say(25 + random.below(90)),
      }
    })
    const changes = [{ at: new Date(first + 3 * DAY), to: "resolved" as const }]
    return { key: String(n), subject, contactId, changes, conversations: [{ key: "a", inboxIds: [inbox.id], subject, messages }] }
  }
}
