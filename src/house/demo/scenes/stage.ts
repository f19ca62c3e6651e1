import { DAY, HOUR, MINUTE, type MovableClock } from "#platform"
import { Colleagues } from "../company/colleagues.ts"
import type { Tongue } from "../company/customer.ts"
import type { House } from "../../open-house.ts"
import { parisHour } from "../past/paris-hour.ts"
import type { Furnished, Seat } from "../past/furnished.ts"
import { OpenAir } from "../open-air/open-air.ts"
import type { Place, Said } from "../open-air/said.ts"
import { postMail } from "../tonight/post-mail.ts"
import type { Writer } from "../tonight/written-mail.ts"
import type { NextStep, Step, When } from "./scene.ts"

/** A case on stage. */
export interface OnStage {
  caseId: string
  number: number
  conversationId: string
  contactId: string
  subject: string
  door: string
}

/** A story in the language in which it is told. */
export interface Told {
  key: string
  tongue: Tongue
}

/** Who and what plays in a telling, by the names it gives them. */
export interface Cast {
  tongue: Tongue
  /** The first is the case to open. */
  cases: Map<string, OnStage>
  /** What was heard in the open: its id, by its key. */
  heard: Map<string, string>
}

export const emptyCast = (tongue: Tongue): Cast => ({ tongue, cases: new Map(), heard: new Map() })

interface Shown {
  id: string
  number: number
  subject: string
  contactId: string | null
  conversationIds: string[]
}

/** Where scenes are played: customers write through the mail's door, colleagues work through the API, at the hour the scene says. */
export class Stage {
  readonly house: House
  readonly company: Furnished
  readonly colleagues: Colleagues
  readonly air: OpenAir
  readonly #now: () => number
  /** Null: things happen now, by the house's own clock. */
  readonly #clock: MovableClock | null

  constructor(house: House, company: Furnished, watches: ReadonlyMap<string, string>, now: () => number, clock: MovableClock | null) {
    this.house = house
    this.company = company
    this.colleagues = new Colleagues(house)
    this.air = new OpenAir(this.colleagues, company, watches)
    this.#now = now
    this.#clock = clock
  }

  /**
   * Who looks things up for the demonstration. Not the newcomer: the link that she comes in by is good once, and another sign-in of hers
   * would use it up.
   */
  get clerk(): Seat {
    return this.company.seat("ewan")
  }

  at(when: When): number {
    const now = this.#now()
    if (typeof when === "number") return now - when * MINUTE
    const [days, time] = when
    const [hour = 0, minute = 0] = time.split(":").map(Number)
    const midnight = now - parisHour(now).hour * HOUR - days * DAY
    const at = midnight + hour * HOUR + minute * MINUTE + 20_000
    return days < 0 ? at : Math.min(at, now - MINUTE)
  }

  /** Plays one step. What plays in the scene is found by name in `cast`, and added to it. */
  async play(step: Step | NextStep, { tongue, cases: cast, heard }: Cast): Promise<void> {
    if (this.#clock && "at" in step) this.#clock.set(new Date(this.at(step.at)))
    const name = step.in ?? "main"
    if ("mail" in step) return this.#hear(step.mail, name, cast)
    if ("hear" in step) return this.say(step.on, step.hear, heard)
    const on = cast.get(name)
    if ("tie" in step || "voice" in step || "claim" in step || "judge" in step || "reply" in step || "verdict" in step)
      return this.air.play(step, heard, on?.caseId ?? null, this.#instant())
    if (!on) throw new Error(`Nothing is called ${name} here`)
    if ("fact" in step) return this.#tell(step.fact, on)
    const who = this.company.seat(step.by)
    const ask = (method: string, path: string, body?: object) => this.colleagues.ask<unknown>(who, method, path, body)
    const other = (key: string) => cast.get(key)?.caseId
    if ("answer" in step) {
      await ask("POST", `/api/conversations/${on.conversationId}/replies`, { text: step.answer, regardlessOfHours: true })
      await this.house.settle()
    } else if ("note" in step) await ask("POST", `/api/conversations/${on.conversationId}/notes`, { text: step.note })
    else if ("promise" in step)
      await ask("POST", `/api/cases/${on.caseId}/promises`, { text: step.promise, dueAt: new Date(this.at(step.due)).toISOString() })
    else if ("decide" in step) await ask("POST", `/api/cases/${on.caseId}/decisions`, { text: step.decide })
    else if ("change" in step) {
      const { owner, ...rest } = step.change
      const ownerId = owner === undefined ? {} : { ownerId: owner === null ? null : this.company.seat(owner).id }
      const tags = rest.tags ? { tags: rest.tags.map((tag) => this.company.tag(tag, tag === "story" ? tongue : undefined)) } : {}
      await ask("PATCH", `/api/cases/${on.caseId}`, { ...rest, ...tags, ...ownerId })
    } else if ("person" in step) {
      if (Object.keys(step.person).length) await ask("PATCH", `/api/contacts/${on.contactId}`, step.person)
      if (step.wishes) await ask("PUT", `/api/contacts/${on.contactId}/wishes`, step.wishes)
    } else if ("link" in step) await ask("POST", `/api/cases/${on.caseId}/links`, { caseId: other(step.link), kind: step.kind })
    else if ("merge" in step) await ask("POST", `/api/cases/${on.caseId}/merge`, { into: other(step.merge) })
    else if ("close" in step) await ask("POST", `/api/cases/${on.caseId}/resolve`)
    else await ask("POST", `/api/cases/${on.caseId}/snooze`, { until: new Date(this.at(step.snooze)).toISOString() })
  }

  /** Something is said in the open now, and heard. */
  async say(place: Place, said: readonly (Said & { at?: number })[], heard: Map<string, string>): Promise<void> {
    for (const [key, id] of await this.air.tell(place, said, this.#instant())) heard.set(key, id)
    await this.house.settle()
  }

  #instant(): number {
    return this.#clock?.now().getTime() ?? this.#now()
  }

  /** The case as the desk shows it, as long as it is there. */
  async find(caseId: string, door: string): Promise<OnStage> {
    const shown = await this.colleagues.ask<Shown>(this.clerk, "GET", `/api/cases/${caseId}`)
    const { id, number, conversationIds, contactId, subject } = shown
    return { caseId: id, number, conversationId: conversationIds[0]!, contactId: contactId ?? "", subject, door }
  }

  async #hear(mail: { from: Writer; to: string; subject?: string; text: string }, name: string, cast: Map<string, OnStage>): Promise<void> {
    const on = cast.get(name)
    const address = this.company.inboxes[mail.to as keyof Furnished["inboxes"]].address
    const messageId = await postMail(this.house.ports.smtp, {
      from: mail.from,
      to: address,
      subject: mail.subject ?? `Re: ${on?.subject ?? ""}`,
      text: mail.text,
      at: this.#clock?.now() ?? new Date(),
      answers: on ? await this.#lastOfOurs(on) : null,
    })
    await this.house.settle()
    if (on) return
    const found = await this.colleagues.ask<{ items: { caseId: string }[] }>(
      this.clerk,
      "GET",
      `/api/messages?messageId=${encodeURIComponent(messageId)}`,
    )
    const caseId = found.items[0]?.caseId
    if (!caseId) throw new Error(`The mail “${mail.subject}” was not filed`)
    cast.set(name, await this.find(caseId, mail.to))
  }

  async #lastOfOurs({ conversationId }: OnStage): Promise<string | null> {
    const said = await this.colleagues.ask<{ items: { direction: string; messageId: string | null }[] }>(
      this.clerk,
      "GET",
      `/api/conversations/${conversationId}/messages?limit=200`,
    )
    return said.items.findLast(({ direction }) => direction === "out")?.messageId ?? null
  }

  async #tell(
    { reference = "", ...fact }: { kind: string; state: string; reference?: string; text: string; source: string },
    { contactId }: OnStage,
  ): Promise<void> {
    const occurredAt = this.#clock?.now() ?? new Date()
    await this.colleagues.ask(this.clerk, "POST", `/api/contacts/${contactId}/facts`, {
      ...fact,
      reference,
      key: `${reference} ${fact.state} ${occurredAt.getTime()}`,
      occurredAt: occurredAt.toISOString(),
    })
  }
}
