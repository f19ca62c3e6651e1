import { fileCases, linkCases, type PastCase } from "#cases"
import { fileContacts } from "#contacts"
import type { PastConversation } from "#conversations"
import { HOUR, MINUTE } from "#platform"
import { customerOf } from "../company/customers.ts"
import type { Customer, Tongue } from "../company/customer.ts"
import { DEMO } from "../furnish.ts"
import type { Past } from "../past/plan-past.ts"
import { Random } from "../random.ts"
import { speak } from "../speech/speak.ts"
import { thumbed } from "../speech/typing.ts"
import type { Door } from "../speech/topic.ts"
import { CROWD_WORDS } from "./crowd-words.ts"
import type { Cast, Stage } from "./stage.ts"

type Casts = ReadonlyMap<string, Cast>

/** The stories of many: hundreds cut off in one hour, those who ask the chair, those who fear for their card, those who signed. */
export async function playCrowds(stage: Stage, past: Past, casts: Casts): Promise<void> {
  const crowd = new Crowd(stage, past)
  const size = past.cases < 2000 ? 0.1 : 1
  const larmor = await crowd.cases("outage", {
    door: "fil",
    count: Math.ceil(212 * size),
    from: stage.at([4, "19:42"]),
    within: 1.6 * HOUR,
    only: "fr",
    tags: ["outage", "line"],
    answer: stage.at([4, "20:07"]),
    restored: stage.at([3, "10:40"]),
  })
  const asked = await crowd.cases("chair", {
    door: "bonjour",
    count: Math.ceil(46 * size),
    from: stage.at([5, "14:00"]),
    within: 90 * HOUR,
    each: 300,
    tags: ["live", "hours"],
  })
  const afraid = await crowd.cases("leak", {
    door: "bonjour",
    count: Math.ceil(14 * size),
    from: stage.at([1, "09:00"]),
    within: 20 * HOUR,
    tags: ["privacy"],
  })
  await crowd.link(larmor, casts.get("outage")!.cases.get("main")!.caseId, "cause")
  await crowd.link(asked, casts.get("chair")!.cases.get("main")!.caseId, "related")
  await crowd.link(afraid, casts.get("leak")!.cases.get("main")!.caseId, "cause")
  const petition = await crowd.petition(Math.ceil(64 * size))
  casts.get("petition")!.cases.set("main", await stage.find(petition, "hello"))
}

interface Gathering {
  door: Door
  count: number
  from: number
  within: number
  only?: Tongue
  tags: readonly string[]
  /** Minutes until each was answered, or when all were, and when it was over. */
  each?: number
  answer?: number
  restored?: number
}

const PETITION = "Petition: keep the harbour counters open"

/** A moment that has come, or none. */
const later = (now: number, at: number): number | null => (at < now ? at : null)

class Crowd {
  readonly #stage: Stage
  readonly #past: Past
  #next: number

  constructor(stage: Stage, past: Past) {
    this.#stage = stage
    this.#past = past
    this.#next = past.customers
  }

  /** A case for each of them. */
  async cases(what: "outage" | "chair" | "leak", plan: Gathering): Promise<string[]> {
    const { company } = this.#stage
    const random = new Random(`${this.#past.seed} ${what}`)
    const people = this.#people(plan.count, plan.only)
    const contacts = await this.#contacts(people)
    const inbox = company.inboxes[plan.door]
    const cases = people.map((customer, n): PastCase => {
      // Most in the first minutes, then fewer and fewer.
      const at = Math.min(plan.from + random.next() ** 2 * plan.within, this.#past.now - (n + 2) * MINUTE)
      const words = CROWD_WORDS[what][customer.tongue]
      const say = (pattern: string) => speak(random, pattern, () => "")
      const text = `${say(random.of(words.said))}\n\n${customer.name}`
      const seat = company.of(inbox.team, random)
      const answered = plan.each
        ? later(this.#past.now, at + random.wait(plan.each) * MINUTE)
        : plan.answer
          ? Math.max(plan.answer, at + 4 * MINUTE) + n * 900
          : null
      const still = plan.answer !== undefined && random.chance(0.05)
      const messages = [
        { key: "0", direction: "in" as const, at: new Date(at), text: customer.thumbs ? thumbed(random, text) : text },
        ...(answered ? [{ key: "1", direction: "out" as const, at: new Date(answered), text: say(words.answer ?? "") }] : []),
        ...(plan.restored && still
          ? [
              {
                key: "2",
                direction: "in" as const,
                at: new Date(plan.restored + random.next() * 40 * HOUR),
                text: say(random.of(words.still ?? words.said)),
              },
            ]
          : []),
      ]
      return {
        key: `${what}-${n}`,
        subject: say(random.of(words.subject)),
        contactId: contacts.get(customer.id) ?? null,
        tags: plan.tags.map((tag) => company.tag(tag)),
        assignments: answered
          ? [{ at: new Date(answered - MINUTE), ownerId: seat.id, teamId: company.teams[inbox.team], by: seat.actor }]
          : [],
        changes: plan.restored && !still ? [{ at: new Date(plan.restored + n * 400), to: "resolved", by: seat.actor }] : [],
        conversations: [
          {
            key: "1",
            inboxIds: [inbox.id],
            subject: "",
            messages: messages.map((message) => {
              const [us, them] = [
                { name: seat.name, address: inbox.address },
                { name: customer.name, address: customer.address },
              ]
              const out = message.direction === "out"
              return {
                ...message,
                from: out ? us : them,
                to: [out ? them : us],
                contactId: contacts.get(customer.id) ?? null,
                agentId: out ? seat.id : null,
                identity: "verified" as const,
                messageId: `<${what}.${n}.${message.key}@goeland.example>`,
              }
            }),
          },
        ],
      }
    })
    const named = cases.map((one) => ({
      ...one,
      conversations: one.conversations.map((conversation) => ({ ...conversation, subject: one.subject })),
    }))
    const { cases: filed } = await this.#stage.house.parts.db.transact((tx) => fileCases(DEMO, tx, "demo", named))
    return [...filed.values()].map(({ id }) => id)
  }

  /** One case with many people: each has their own conversation in it. */
  async petition(count: number): Promise<string> {
    const { company } = this.#stage
    const people = [
      {
        ...customerOf(this.#past.seed, this.#next++, this.#past.now),
        tongue: "en" as const,
        name: "Tamsin Penrose",
        address: "tamsin.penrose@mailbox.example",
      },
      ...this.#people(count),
    ]
    const contacts = await this.#contacts(people)
    const from = this.#stage.at([26, "09:12"])
    const petition: PastCase = {
      key: "petition",
      subject: PETITION,
      contactId: contacts.get(people[0]!.id) ?? null,
      priority: "high",
      tags: [company.tag("petition"), company.tag("story")],
      assignments: [{ at: new Date(from + HOUR), ownerId: company.herself.id, teamId: company.teams.members }],
      decisions: [
        {
          at: new Date(from + 30 * HOUR),
          by: company.seat("ewan").actor,
          text: "One case, however many sign. Nobody gets a stock reply; everybody gets the answer, by their own thread, when there is one.",
        },
      ],
      promises: [
        {
          text: "An answer from the board to everyone who signed",
          madeAt: new Date(from + 31 * HOUR),
          madeBy: company.herself.actor,
          dueAt: new Date(this.#past.now + 52 * HOUR),
        },
      ],
      conversations: people.map((customer, n) => this.#signature(customer, n, people.length, from, contacts)),
    }
    const { cases } = await this.#stage.house.parts.db.transact((tx) => fileCases(DEMO, tx, "demo", [petition]))
    return cases.get("petition")!.id
  }

  /** One signs, and is told that it counts; the newest haven't been yet. */
  #signature(customer: Customer, n: number, all: number, from: number, contacts: ReadonlyMap<string, string>): PastConversation {
    const { company } = this.#stage
    const inbox = company.inboxes.hello
    const random = new Random(`${this.#past.seed} signature ${n}`)
    const words = CROWD_WORDS.petition[n === 0 ? "en" : customer.tongue]
    // It doubles every few days.
    const at = n === 0 ? from : from + Math.log2(1 + (n / all) * 15) * 0.25 * (this.#past.now - from - 2 * HOUR)
    const thanked = later(this.#past.now, at + random.wait(400) * MINUTE)
    const [us, them] = [
      { name: company.seat("ewan").name, address: inbox.address },
      { name: customer.name, address: customer.address },
    ]
    const said = { contactId: contacts.get(customer.id) ?? null, identity: "verified" as const }
    const text = n === 0 ? (words.answer ?? "") : `${speak(random, random.of(words.said), () => "")}\n\n${customer.name}`
    const heard = {
      ...said,
      key: "0",
      direction: "in" as const,
      at: new Date(at),
      from: them,
      to: [us],
      text,
      messageId: `<petition.${n}@mailbox.example>`,
    }
    const thanks = thanked && {
      ...said,
      key: "1",
      direction: "out" as const,
      at: new Date(thanked),
      from: us,
      to: [them],
      text: words.thanks ?? "",
      agentId: company.seat("ewan").id,
      messageId: `<petition.${n}.1@goeland.example>`,
    }
    return {
      key: String(n),
      inboxIds: [inbox.id],
      subject: n === 0 ? PETITION : words.subject[0]!,
      messages: thanks ? [heard, thanks] : [heard],
    }
  }

  async link(cases: readonly string[], parent: string, kind: "cause" | "related"): Promise<void> {
    await this.#stage.house.parts.db.transact(async (tx) => {
      for (const id of cases) await linkCases(DEMO, tx, id, parent, kind)
    })
  }

  #people(count: number, only?: Tongue): Customer[] {
    const found: Customer[] = []
    while (found.length < count) {
      const one = customerOf(this.#past.seed, this.#next++, this.#past.now)
      if (!only || one.tongue === only) found.push(one)
    }
    return found
  }

  async #contacts(people: readonly Customer[]): Promise<Map<string, string>> {
    const filed = await this.#stage.house.parts.db.transact((tx) =>
      fileContacts(
        DEMO,
        tx,
        "demo",
        people.map((one) => ({
          key: one.id,
          suggestedName: one.name,
          language: one.tongue,
          identities: [{ kind: "email", network: "", value: one.address, verifiedBy: "dmarc" }],
          createdAt: new Date(one.since),
        })),
      ),
    )
    return new Map([...filed].map(([key, { id }]) => [key, id]))
  }
}
