import type { PastCase } from "#cases"
import type { PastMessage, PastNote } from "#conversations"
import { DAY, HOUR, MINUTE } from "#platform"
import type { Customer } from "../company/customer.ts"
import type { Random } from "../random.ts"
import {
  type Affair,
  colleagueAnswers,
  comesBackWith,
  customerWrites,
  type Letter,
  noteOf,
  type Quoted,
  type Stage,
  subjectOf,
} from "../speech/letter.ts"
import { Particulars } from "../speech/particulars.ts"
import type { Topic } from "../speech/topic.ts"
import { atTheDesk, awake } from "./waking-hours.ts"
import type { FileKind } from "./files.ts"
import type { Furnished, Seat } from "./furnished.ts"

export interface CasePlan {
  key: string
  number: number
  topic: Topic
  customer: Customer
  random: Random
  at: number
}

/** How soon a team answers, in minutes, on an ordinary day. */
const PACE = { flowers: 55, line: 170, travel: 17, accounts: 420, members: 210, voice: 90 } as const

const MARK = { flowers: "GF", line: "GL", travel: "GE", accounts: "FA", members: "GS", voice: "GP" } as const

/**
 * One case from its first mail to its end, as it goes on until `now`: whatever would come later hasn't happened, so the youngest are open,
 * waiting or unanswered by themselves.
 */
export function planCase(plan: CasePlan, company: Furnished, now: number): PastCase {
  const { random, topic, customer } = plan
  const door = topic.door[customer.tongue]
  const inbox = company.inboxes[door]
  const affair: Affair = {
    random,
    customer,
    talk: topic[customer.tongue],
    particulars: new Particulars(random, MARK[inbox.team]),
    said: new Set(),
    anger: Math.min(1, topic.heat * (0.4 + customer.temper)),
  }
  const life = new Life(plan, affair, company, now)
  const subject = subjectOf(affair, plan.at)
  if (topic.key === "noise") life.noise()
  else life.run()
  return {
    key: plan.key,
    number: plan.number,
    subject,
    contactId: company.contactIds.get(customer.id) ?? null,
    priority: random.weighed([
      ["normal", 20],
      ["high", 2 + 4 * affair.anger],
      ["low", 1],
      ["urgent", topic.tags.includes("urgent") ? 5 : 0.3],
    ]),
    tags: tagsOf(random, topic).map((tag) => company.tag(tag)),
    fields: random.chance(0.6) ? { shore: customer.tongue === "fr" ? "France" : "England", member: random.chance(0.7) } : {},
    followers: random.chance(0.03) ? [company.herself.id] : [],
    assignments: life.assignments,
    changes: life.changes,
    promises: life.promises,
    conversations: [{ key: "1", inboxIds: [inbox.id], subject, messages: life.messages, notes: life.notes }],
  }
}

function tagsOf(random: Random, topic: Topic): string[] {
  return topic.tags.filter(() => random.chance(0.75))
}

/** Writes the messages of a case one after another, until the present. */
class Life {
  readonly messages: PastMessage[] = []
  readonly notes: PastNote[] = []
  readonly assignments: NonNullable<PastCase["assignments"]>[number][] = []
  readonly changes: NonNullable<PastCase["changes"]>[number][] = []
  readonly promises: NonNullable<PastCase["promises"]>[number][] = []
  readonly #plan: CasePlan
  readonly #affair: Affair
  readonly #company: Furnished
  readonly #now: number
  readonly #seat: Seat
  #at: number
  #last: Quoted | null = null

  constructor(plan: CasePlan, affair: Affair, company: Furnished, now: number) {
    this.#plan = plan
    this.#affair = affair
    this.#company = company
    this.#now = now
    this.#at = plan.at
    this.#seat = this.#somebody()
  }

  run(): void {
    const { random } = this.#affair
    this.#hear("first")
    if (random.chance(0.16)) this.#note(random.wait(25) * MINUTE)
    if (!this.#answer("first")) return
    if (random.chance(0.14)) this.#promise()
    const rounds = random.weighed([
      [0, 26],
      [1, 42],
      [2, 22],
      [3, 8],
      [4, 2],
    ])
    for (let round = 0; round < rounds; round++) {
      const more = comesBackWith(this.#affair)
      if (!more) break
      this.#pass(random.wait(200, 1.3) * MINUTE)
      this.#hear("more", more)
      if (more.good) return this.#end(random.chance(0.4))
      if (random.chance(0.1)) this.#note(random.wait(40) * MINUTE)
      if (!this.#answer(round === rounds - 1 || random.chance(0.6) ? "settle" : "first")) return
    }
    if (random.chance(0.3)) {
      this.#pass(random.wait(90) * MINUTE)
      this.#hear("thanks")
      this.#end(false)
    } else this.#resolve(random.wait(26) * HOUR)
    if (!random.chance(0.07)) return
    this.#pass((1 + random.wait(4)) * DAY)
    this.#hear("back")
    if (this.#answer("settle")) this.#resolve(random.wait(20) * HOUR)
  }

  /** All is well: a kind word back, perhaps, and it is closed. */
  #end(word: boolean): void {
    if (word && !this.#answer("glad")) return
    this.#resolve(this.#affair.random.wait(50) * MINUTE)
  }

  noise(): void {
    this.#hear("first")
    const at = atTheDesk(this.#affair.random, this.#at + this.#affair.random.wait(90) * MINUTE, false)
    if (at < this.#now) this.changes.push({ at: new Date(at), to: "spam", by: this.#seat.actor })
  }

  #pass(ms: number): void {
    this.#at += Math.max(ms, MINUTE)
  }

  #hear(stage: Stage, more: { pattern: string; good: boolean } | null = null): void {
    const { customer, random } = this.#affair
    if (stage !== "first") this.#at = awake(random, this.#at)
    if (this.#at >= this.#now) return
    const quoted = stage !== "first" && this.#last && random.chance(0.5) ? this.#last : null
    const letter = customerWrites(this.#affair, stage, this.#at, this.#seat.name, quoted, more)
    const inbox = this.#inbox
    this.#say("in", letter, { name: customer.name, address: customer.address }, { name: "", address: inbox.address }, this.#fileFor(stage))
  }

  /** False: nobody has answered yet. */
  #answer(stage: "first" | "settle" | "glad"): boolean {
    const { random } = this.#affair
    const asked = this.#at
    const pace = PACE[this.#inbox.team] * (random.chance(0.06) ? 9 : 1)
    let at = atTheDesk(random, asked + random.wait(pace, 0.9) * MINUTE, this.#inbox.team === "travel")
    if (at - asked > 30 * HOUR && random.chance(0.45)) {
      this.#at = asked + random.wait(22, 0.3) * HOUR
      this.#hear("chase")
    }
    at = Math.max(at, this.#at + MINUTE)
    if (
      this.assignments.length === 0 &&
      Math.min(at - 6 * MINUTE, asked + 30 * MINUTE) < this.#now &&
      (at < this.#now || random.chance(0.6))
    )
      this.#assign(Math.min(at - 2 * MINUTE, asked + random.wait(15) * MINUTE))
    if (at >= this.#now) return false
    this.#at = at
    const { customer } = this.#affair
    const letter = colleagueAnswers(this.#affair, stage, at, this.#seat, this.#inbox.signature, at - asked > DAY)
    this.#say(
      "out",
      letter,
      { name: this.#seat.name, address: this.#inbox.address },
      { name: customer.name, address: customer.address },
      null,
    )
    return true
  }

  #say(
    direction: "in" | "out",
    letter: Letter,
    from: { name: string; address: string },
    to: { name: string; address: string },
    file: FileKind | null,
  ): void {
    const { random, customer } = this.#affair
    const n = this.messages.length
    this.messages.push({
      key: String(n),
      direction,
      at: new Date(this.#at),
      from,
      to: [to],
      contactId: this.#company.contactIds.get(customer.id) ?? null,
      agentId: direction === "out" ? this.#seat.id : null,
      ...letter,
      messageId: `<${this.#plan.key}.${n}@${direction === "out" ? "goeland.example" : from.address.split("@")[1]}>`,
      identity: direction === "out" || !random.chance(0.12) ? "verified" : "unverified",
      files: file ? [this.#company.file(file, random)] : [],
      size: letter.text.length,
    })
    this.#last = { at: this.#at, who: from.name, text: letter.newText }
  }

  #note(after: number): void {
    const at = atTheDesk(this.#affair.random, this.#at + after, this.#inbox.team === "travel")
    if (at >= this.#now) return
    const colleague = this.#company.of(this.#inbox.team, this.#affair.random)
    this.notes.push({ key: `n${this.notes.length}`, at: new Date(at), agentId: colleague.id, text: noteOf(this.#affair, at, colleague) })
  }

  #assign(at: number): void {
    const mine = new Date(Math.max(at, this.#plan.at + 1000))
    this.assignments.push({ at: mine, ownerId: this.#seat.id, teamId: this.#company.teams[this.#inbox.team], by: this.#seat.actor })
  }

  #resolve(after: number): void {
    const { random } = this.#affair
    const at = atTheDesk(random, this.#at + Math.max(after, 2 * MINUTE), this.#inbox.team === "travel")
    if (at >= this.#now) return
    this.#at = at
    this.changes.push({ at: new Date(at), to: "resolved", by: this.#seat.actor })
  }

  #promise(): void {
    const { random } = this.#affair
    const madeAt = this.#at
    const dueAt = atTheDesk(random, madeAt + random.wait(22, 0.4) * HOUR, false) + 2 * HOUR
    const text = random.of(this.#company.promises)
    const made = { text, madeAt: new Date(madeAt), dueAt: new Date(dueAt), madeBy: this.#seat.actor }
    const kept = random.chance(0.83)
    const keptAt = madeAt + (dueAt - madeAt) * (0.4 + random.next() * 0.55)
    if (kept && keptAt < this.#now) this.promises.push({ ...made, keptAt: new Date(keptAt) })
    else if (dueAt < this.#now) this.promises.push({ ...made, brokenAt: new Date(dueAt) })
    else this.promises.push(made)
  }

  #fileFor(stage: Stage): FileKind | null {
    const { random } = this.#affair
    const { key } = this.#plan.topic
    if (key === "wilted" && stage === "first") return "photo"
    if ((key === "luggage" || key === "care") && random.chance(0.4)) return "receipt"
    if (key === "bill" && stage === "first" && random.chance(0.45)) return "bill"
    if (key === "down" && random.chance(0.08)) return "speeds"
    return null
  }

  #somebody(): Seat {
    return this.#company.of(this.#inbox.team, this.#affair.random)
  }

  get #inbox() {
    return this.#company.inboxes[this.#plan.topic.door[this.#affair.customer.tongue]]
  }
}
