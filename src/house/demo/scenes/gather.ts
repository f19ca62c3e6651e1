import { fileCases, type PastCase } from "#cases"
import { HOUR, MINUTE } from "#platform"
import type { Customer, Tongue } from "../company/customer.ts"
import { DEMO } from "../furnish.ts"
import { Random } from "../random.ts"
import { speak } from "../speech/speak.ts"
import { thumbed } from "../speech/typing.ts"
import type { Door } from "../speech/topic.ts"
import { type Crowd, later } from "./crowd.ts"
import type { CrowdTalk } from "./crowd-talk.ts"
import { en } from "./en/crowds.ts"
import { fr } from "./fr/crowds.ts"

const WORDS: Readonly<Record<Tongue, CrowdTalk>> = { fr, en }

export interface Gathering {
  what: keyof CrowdTalk
  tongue: Tongue
  door: Door
  count: number
  from: number
  within: number
  tags: readonly string[]
  /** Minutes until each was answered, or when all were, and when it was over. */
  each?: number
  answer?: number
  restored?: number
}

/** Many write in the same days, each a case of their own. Gives the ids. */
export async function gather(crowd: Crowd, plan: Gathering): Promise<string[]> {
  const random = new Random(`${crowd.past.seed} ${plan.what} ${plan.tongue}`)
  const people = crowd.people(plan.count, plan.tongue)
  const contacts = await crowd.contacts(people)
  const cases = people.map((customer, n) => caseOf(crowd, plan, { random, customer, n, contactId: contacts.get(customer.id) ?? null }))
  const { cases: filed } = await crowd.stage.house.parts.db.transact((tx) => fileCases(DEMO, tx, "demo", cases))
  return [...filed.values()].map(({ id }) => id)
}

interface One {
  random: Random
  customer: Customer
  n: number
  contactId: string | null
}

function caseOf({ stage: { company }, past }: Crowd, plan: Gathering, { random, customer, n, contactId }: One): PastCase {
  const words = WORDS[plan.tongue][plan.what]
  const inbox = company.inboxes[plan.door]
  // Most in the first minutes, then fewer and fewer.
  const at = Math.min(plan.from + random.next() ** 2 * plan.within, past.now - (n + 2) * MINUTE)
  const say = (pattern: string) => speak(random, pattern, () => "")
  const text = `${say(random.of(words.said))}\n\n${customer.name}`
  const seat = company.of(inbox.team, random)
  const answered = plan.each
    ? later(past.now, at + random.wait(plan.each) * MINUTE)
    : plan.answer
      ? Math.max(plan.answer, at + 4 * MINUTE) + n * 900
      : null
  const isStill = plan.answer !== undefined && random.chance(0.05)
  const stillAt = plan.restored && isStill ? plan.restored + random.next() * 40 * HOUR : null
  const said = [
    { direction: "in" as const, at, text: customer.thumbs ? thumbed(random, text) : text },
    ...(answered ? [{ direction: "out" as const, at: answered, text: say(words.answer ?? "") }] : []),
    ...(stillAt ? [{ direction: "in" as const, at: stillAt, text: say(random.of(words.still ?? words.said)) }] : []),
  ]
  const [us, them] = [
    { name: seat.name, address: inbox.address },
    { name: customer.name, address: customer.address },
  ]
  const key = `${plan.what}-${plan.tongue}-${n}`
  const subject = say(random.of(words.subject))
  return {
    key,
    subject,
    contactId,
    tags: plan.tags.map((tag) => company.tag(tag)),
    assignments: answered ? [{ at: new Date(answered - MINUTE), ownerId: seat.id, teamId: company.teams[inbox.team], by: seat.actor }] : [],
    changes: plan.restored && !isStill ? [{ at: new Date(plan.restored + n * 400), to: "resolved", by: seat.actor }] : [],
    conversations: [
      {
        key: "1",
        inboxIds: [inbox.id],
        subject,
        messages: said.map((message, nth) => ({
          ...message,
          key: String(nth),
          at: new Date(message.at),
          from: message.direction === "out" ? us : them,
          to: [message.direction === "out" ? them : us],
          contactId,
          agentId: message.direction === "out" ? seat.id : null,
          identity: "verified" as const,
          messageId: `<${key}.${nth}@goeland.example>`,
        })),
      },
    ],
  }
}
