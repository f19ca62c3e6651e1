import { fileCases, type PastCase } from "#cases"
import type { PastConversation } from "#conversations"
import { HOUR, MINUTE } from "#platform"
import type { Customer, Tongue } from "../company/customer.ts"
import { DEMO } from "../furnish.ts"
import type { Doorway } from "../past/furnished.ts"
import { Random } from "../random.ts"
import { speak } from "../speech/speak.ts"
import { type Crowd, later } from "./crowd.ts"
import { en } from "./en/petition.ts"
import { fr } from "./fr/petition.ts"

const WORDS = { fr, en }

/** One case with many people: each has their own conversation in it. Gives its id. */
export async function signPetition(crowd: Crowd, tongue: Tongue, count: number): Promise<string> {
  const { stage, past } = crowd
  const { company } = stage
  const words = WORDS[tongue]
  const inbox = company.inboxes[tongue === "fr" ? "bonjour" : "hello"]
  const [author, ...others] = crowd.people(count + 1, tongue)
  const people = [{ ...author!, ...words.author }, ...others]
  const contacts = await crowd.contacts(people)
  const from = stage.at([26, tongue === "fr" ? "09:12" : "08:40"])
  const key = `petition-${tongue}`
  const petition: PastCase = {
    key,
    subject: words.title,
    contactId: contacts.get(people[0]!.id) ?? null,
    priority: "high",
    tags: [company.tag("petition"), company.tag("story", tongue)],
    assignments: [{ at: new Date(from + HOUR), ownerId: company.herself.id, teamId: company.teams.members }],
    decisions: [{ at: new Date(from + 30 * HOUR), by: company.seat(words.adviser).actor, text: words.decision }],
    promises: [
      {
        text: words.promise,
        madeAt: new Date(from + 31 * HOUR),
        madeBy: company.herself.actor,
        dueAt: new Date(past.now + 52 * HOUR),
      },
    ],
    conversations: people.map((customer, n) => signature(crowd, { tongue, inbox, customer, n, all: people.length, from, contacts })),
  }
  const { cases } = await stage.house.parts.db.transact((tx) => fileCases(DEMO, tx, "demo", [petition]))
  return cases.get(key)!.id
}

interface Signing {
  tongue: Tongue
  inbox: Doorway
  customer: Customer
  n: number
  all: number
  from: number
  contacts: ReadonlyMap<string, string>
}

/** One signs, and is told that it counts; the newest haven't been yet. The first is who wrote it. */
function signature({ stage, past }: Crowd, { tongue, inbox, customer, n, all, from, contacts }: Signing): PastConversation {
  const words = WORDS[tongue]
  const adviser = stage.company.seat(words.adviser)
  const random = new Random(`${past.seed} signature ${tongue} ${n}`)
  // It doubles every few days.
  const at = n === 0 ? from : from + Math.log2(1 + (n / all) * 15) * 0.25 * (past.now - from - 2 * HOUR)
  const thanked = later(past.now, at + random.wait(400) * MINUTE)
  const [us, them] = [
    { name: adviser.name, address: inbox.address },
    { name: customer.name, address: customer.address },
  ]
  const said = { contactId: contacts.get(customer.id) ?? null, identity: "verified" as const }
  const signed = () => `${speak(random, random.of(words.signed), () => "")}\n\n${customer.name}`
  const heard = {
    ...said,
    key: "0",
    direction: "in" as const,
    at: new Date(at),
    from: them,
    to: [us],
    text: n === 0 ? words.letter : signed(),
    messageId: `<petition.${tongue}.${n}@mailbox.example>`,
  }
  const thanks = thanked && {
    ...said,
    key: "1",
    direction: "out" as const,
    at: new Date(thanked),
    from: us,
    to: [them],
    text: words.thanks,
    agentId: adviser.id,
    messageId: `<petition.${tongue}.${n}.1@goeland.example>`,
  }
  return {
    key: String(n),
    inboxIds: [inbox.id],
    subject: n === 0 ? words.title : words.signs,
    messages: thanks ? [heard, thanks] : [heard],
  }
}
