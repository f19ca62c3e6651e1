import type { PersonActor } from "#people"
import { type Audience, type Clock, SECOND } from "#platform"
import type { CaseRow } from "../tables.ts"

export type Doing = "viewing" | "replying" | "noting"

/** A colleague who is in a case right now. */
export interface Somebody {
  agentId: string
  name: string
  doing: Doing
  /** Since when they do this. */
  since: Date
}

export interface Gathering {
  caseId: string
  people: Somebody[]
}

/** Who hasn't been heard of for so long has gone: a window says it is there every 20 seconds. */
const SILENT = 45 * SECOND
/** A window whose line has ended calls again within so long, unless it has gone: closed by force, say. */
const GRACE = 5 * SECOND
const GRAVITY: Readonly<Record<Doing, number>> = { viewing: 0, noting: 1, replying: 2 }

interface Window {
  agentId: string
  name: string
  /** Null: it left. It is remembered until it would have been silent for long, so that a word overtaken on the way brings nobody back. */
  doing: Doing | null
  since: Date
  heard: Date
  turn: number
}

/** What a window says, and the how-manieth time it says something of this case: words of one window may overtake each other. */
export interface Said {
  window: string
  turn: number
  doing: Doing | null
}

/**
 * Who looks at which case, and who answers in it. It lives in this process alone and is never written down: what a colleague looks at is
 * nobody's record. With several processes each knows of its own people only.
 */
export class Presence {
  readonly #clock: Clock
  readonly #tell: (audience: Audience, now: Gathering) => void
  readonly #cases = new Map<string, { inboxIds: readonly string[]; windows: Map<string, Window> }>()
  readonly #timer: NodeJS.Timeout
  readonly #lines = new Map<string, number>()

  /** `tell` is called when a case's people have changed, for those who may see it. */
  constructor(clock: Clock, tell: (audience: Audience, now: Gathering) => void) {
    this.#clock = clock
    this.#tell = tell
    this.#timer = setInterval(() => this.#forgetSilent(), 5 * SECOND)
    this.#timer.unref()
  }

  close(): void {
    clearInterval(this.#timer)
  }

  /** A window of an agent says what they do in a case; null: they left it. What it said before something already heard is passed over. */
  note(actor: PersonActor, row: Pick<CaseRow, "id" | "inbox_ids">, { window, turn, doing }: Said): Gathering {
    const here = this.#cases.get(row.id) ?? { inboxIds: [], windows: new Map<string, Window>() }
    here.inboxIds = row.inbox_ids
    this.#cases.set(row.id, here)
    const before = summary(this.peopleIn(row.id))
    const key = keyOf(actor, window)
    const now = this.#clock.now()
    const known = here.windows.get(key)
    if (!known || turn >= known.turn) {
      const since = known?.doing === doing ? known.since : now
      here.windows.set(key, { agentId: actor.id, name: actor.name, doing, since, heard: now, turn })
    }
    this.#changed(row.id, before)
    return { caseId: row.id, people: this.peopleIn(row.id) }
  }

  /** A window listens to the feed: once its line has ended for good, it is in no case any more. Gives what to call at the end. */
  listens(actor: PersonActor, window: string): () => void {
    const key = keyOf(actor, window)
    this.#lines.set(key, (this.#lines.get(key) ?? 0) + 1)
    return () => {
      const left = this.#lines.get(key)! - 1
      if (left > 0) this.#lines.set(key, left)
      else this.#lines.delete(key)
      setTimeout(() => this.#lines.has(key) || this.#leave(key), GRACE).unref()
    }
  }

  /** One line a person, with the gravest of what their windows do. */
  peopleIn(caseId: string): Somebody[] {
    const people = new Map<string, Somebody>()
    for (const { agentId, name, doing, since } of this.#cases.get(caseId)?.windows.values() ?? []) {
      if (doing === null) continue
      const known = people.get(agentId)
      if (!known || GRAVITY[doing] > GRAVITY[known.doing]) people.set(agentId, { agentId, name, doing, since })
    }
    return [...people.values()].sort((a, b) => a.since.getTime() - b.since.getTime())
  }

  /** All cases in which somebody is, of those that `may` lets through. */
  all(may: (inboxIds: readonly string[]) => boolean): Gathering[] {
    return [...this.#cases]
      .filter(([, { inboxIds }]) => may(inboxIds))
      .map(([caseId]) => ({ caseId, people: this.peopleIn(caseId) }))
      .filter(({ people }) => people.length > 0)
  }

  #leave(key: string): void {
    for (const [caseId, { windows }] of this.#cases) {
      const before = summary(this.peopleIn(caseId))
      if (windows.delete(key)) this.#changed(caseId, before)
    }
  }

  #forgetSilent(): void {
    const longAgo = this.#clock.now().getTime() - SILENT
    for (const [caseId, { windows }] of this.#cases) {
      const before = summary(this.peopleIn(caseId))
      for (const [key, { heard }] of windows) if (heard.getTime() < longAgo) windows.delete(key)
      this.#changed(caseId, before)
    }
  }

  #changed(caseId: string, before: string): void {
    const people = this.peopleIn(caseId)
    const here = this.#cases.get(caseId)
    if (summary(people) !== before) this.#tell({ inboxes: here?.inboxIds ?? [] }, { caseId, people })
    if (here?.windows.size === 0) this.#cases.delete(caseId)
  }
}

const keyOf = ({ id }: PersonActor, window: string): string => `${id} ${window}`

const summary = (people: readonly Somebody[]): string => people.map(({ agentId, doing }) => `${agentId} ${doing}`).join()
