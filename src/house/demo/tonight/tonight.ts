import { MINUTE, SECOND } from "#platform"
import { customerOf } from "../company/customers.ts"
import { seasonal } from "../past/calendar.ts"
import { parisHour } from "../past/paris-hour.ts"
import type { Past } from "../past/plan-past.ts"
import type { Seat } from "../past/furnished.ts"
import { Random } from "../random.ts"
import { emptyCast, type Stage } from "../scenes/stage.ts"
import { ordinary } from "../open-air/ambient.ts"
import { customerWrites, subjectOf } from "../speech/letter.ts"
import { Particulars } from "../speech/particulars.ts"
import { TOPICS } from "../speech/topics.ts"
import { ANSWERS, DENIAL, type Heard, languageOf } from "./answers.ts"
import { postMail } from "./post-mail.ts"
import { untilNext } from "./rhythm.ts"

interface Shown {
  id: string
  number: number
  subject: string
  ownerId: string | null
  conversationIds: string[]
  inboxIds: string[]
}

interface Said {
  id: string
  direction: "in" | "out" | "note"
  automatic: string | null
  newText: string
  from: { name: string; address: string; agentId: string | null }
  to: { name: string; address: string }[]
  messageId: string | null
  sentAt: string | null
}

/** What goes on by itself while the house is open: mail comes in, colleagues look and answer, customers write back. */
export class Tonight {
  readonly #stage: Stage
  readonly #past: Past
  readonly #failed: (error: unknown) => void
  readonly #random: Random
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #running = new Set<Promise<void>>()
  readonly #answered = new Set<string>()
  #closed = false
  #unlisten: (() => void) | null = null

  constructor(stage: Stage, past: Past, failed: (error: unknown) => void) {
    this.#stage = stage
    this.#past = past
    this.#failed = failed
    this.#random = new Random(`${past.seed} ${stage.at(0)}`)
  }

  open(): void {
    this.#after(6 * SECOND, () => this.#mailComes())
    this.#after(9 * SECOND, () => this.#somebodyLooks())
    this.#after(20 * SECOND, () => this.#somebodySays())
    this.#after(70 * SECOND, () => this.#contradiction())
    this.#unlisten = this.#stage.house.parts.feed.listen(({ kind, about }) => {
      if (kind === "message.sent" && about.message && about.conversation) this.#answeredLater(about.conversation, about.message)
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#unlisten?.()
    for (const timer of this.#timers) clearTimeout(timer)
    await Promise.all(this.#running)
  }

  #after(ms: number, work: () => Promise<void>): void {
    if (this.#closed) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      const run = work()
        .catch(this.#failed)
        .finally(() => this.#running.delete(run))
      this.#running.add(run)
    }, ms)
    timer.unref()
    this.#timers.add(timer)
  }

  /** One every few minutes. */
  async #mailComes(): Promise<void> {
    const now = this.#stage.at(0)
    const random = this.#random
    this.#after(untilNext("mail", random, now), () => this.#mailComes())
    const topic = random.weighed(TOPICS.map((one) => [one, one.weight * seasonal(one.season, now)] as const))
    const customer = customerOf(this.#past.seed, Math.floor(random.next() ** 1.6 * this.#past.customers), this.#past.now)
    const talk = topic[customer.tongue]
    const anger = Math.min(1, topic.heat * (0.4 + customer.temper))
    const affair = { random, customer, talk, particulars: new Particulars(random, "G"), anger, said: new Set<string>() }
    await postMail(this.#stage.house.ports.smtp, {
      from: customer,
      to: this.#stage.company.inboxes[topic.door[customer.tongue]].address,
      subject: subjectOf(affair, now),
      text: customerWrites(affair, "first", now, "", null).text,
      at: new Date(now),
    })
  }

  /** Somebody says something in the open, now and then. */
  async #somebodySays(): Promise<void> {
    const now = this.#stage.at(0)
    this.#after(untilNext("said", this.#random, now), () => this.#somebodySays())
    const { place, said } = ordinary(this.#random, `t${now}`)
    await this.#stage.air.tell(place, [said], now)
  }

  /** A colleague opens a case of their team, reads a while, and now and then answers it. */
  async #somebodyLooks(): Promise<void> {
    const random = this.#random
    this.#after(random.between(12, 30) * SECOND, () => this.#somebodyLooks())
    const { company, colleagues } = this.#stage
    const { hour } = parisHour(this.#stage.at(0))
    const late = hour < 8 || hour >= 20
    const awake = company.seats.filter((one) => one.key !== company.herself.key && one.person.role !== "observer" && (!late || one.night))
    const who = random.of(awake)
    const open = await colleagues.ask<{ items: Shown[] }>(who, "GET", "/api/cases?view=unassigned&limit=12")
    const doors = Object.values(company.inboxes).filter(({ team }) => team === who.team || late)
    const mine = open.items.filter(({ inboxIds }) => doors.some(({ id }) => inboxIds.includes(id)))
    const found = mine[random.below(Math.min(mine.length, 5))]
    if (found) await this.#visit(who, found)
  }

  async #visit(who: Seat, found: Shown): Promise<void> {
    const { colleagues } = this.#stage
    const window = `demo-${who.key}`
    const here = (doing: "viewing" | "replying" | "gone") =>
      colleagues.ask(who, "PUT", `/api/cases/${found.id}/presence`, { window, doing })
    await here("viewing")
    const answers = this.#random.chance(0.1)
    this.#after(14 * SECOND, async () => {
      await here(answers ? "replying" : "viewing")
    })
    this.#after(30 * SECOND, async () => {
      await here("gone")
      if (!answers) return
      const { items } = await colleagues.ask<{ items: Said[] }>(
        who,
        "GET",
        `/api/conversations/${found.conversationIds[0]}/messages?limit=50`,
      )
      if (items.some(({ direction, automatic }) => direction === "out" && !automatic)) return // somebody was quicker
      await colleagues.ask(who, "PATCH", `/api/cases/${found.id}`, { ownerId: who.id })
      const text = this.#random.of(ANSWERS.ours[languageOf(items[0]?.newText ?? "")])
      await colleagues.ask(who, "POST", `/api/conversations/${found.conversationIds[0]}/replies`, { text })
    })
  }

  #answeredLater(conversationId: string, messageId: string): void {
    if (this.#answered.has(messageId)) return
    this.#answered.add(messageId)
    this.#after(this.#random.between(20, 50) * SECOND, () => this.#customerAnswers(conversationId, messageId))
  }

  /** The customer reads what was sent and writes back, as they are: pleased, doubtful, or in a hurry. */
  async #customerAnswers(conversationId: string, messageId: string): Promise<void> {
    const { company, colleagues, house } = this.#stage
    const { items } = await colleagues.ask<{ items: Said[] }>(
      this.#stage.clerk,
      "GET",
      `/api/conversations/${conversationId}/messages?limit=200`,
    )
    const answer = items.find(({ id }) => id === messageId)
    const customer = items.findLast(({ direction }) => direction === "in")?.from ?? answer?.to[0]
    const byHerself = answer?.from.agentId === company.herself.id
    if (!answer?.messageId || answer.automatic || !customer || items.at(-1)?.id !== messageId) return
    // Colleagues are answered now and then; whoever tries the desk, always.
    if (!byHerself && !this.#random.chance(0.1)) return
    const language = languageOf(answer.newText)
    const heard: Heard = answer.newText.includes("?") ? "asked" : this.#random.chance(0.25) ? "doubts" : "pleased"
    await postMail(house.ports.smtp, {
      from: customer,
      to: answer.from.address,
      subject: `Re: ${items[0] ? ((await this.#subjectOf(answer.id)) ?? "") : ""}`,
      text: `${this.#random.of(ANSWERS[heard][language])}\n\n${customer.name}`,
      at: new Date(this.#stage.at(0)),
      answers: answer.messageId,
    })
  }

  async #subjectOf(messageId: string): Promise<string | null> {
    const message = await this.#stage.colleagues.ask<{ subject: string }>(this.#stage.clerk, "GET", `/api/messages/${messageId}`)
    return message.subject.replace(/^(re\s*:\s*)+/i, "")
  }

  /** Within the first minutes the carrier says “delivered”, and the customer says that nothing came. */
  async #contradiction(): Promise<void> {
    const { language } = this.#stage.company
    const denial = DENIAL[language]
    const cast = emptyCast(language)
    const from = { name: denial.name, address: `${denial.address}.${this.#stage.at(0) % 997}@${denial.host}` }
    await this.#stage.play({ mail: { from, to: denial.door, subject: denial.subject, text: denial.text } }, cast)
    this.#after(MINUTE / 4, async () => {
      await this.#stage.play(
        { fact: { kind: "delivery", state: "delivered", reference: "6A 7714 0925", text: denial.claim, source: denial.carrier } },
        cast,
      )
    })
  }
}
