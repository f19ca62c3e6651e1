import { idOf } from "#platform"
import { firstWords } from "../first-words.ts"
import type { Category } from "../tables.ts"

/** What happened in a case, in the order in which it happened. */
export type Happening = { at: Date } & (
  | { what: "words"; conversationId: string; messageId: string; direction: "in" | "out"; own: boolean; text: string; by: string }
  | { what: "note"; conversationId: string; mentions: readonly string[] }
  | { what: "status"; to: StatusOf; by: string; until: Date | null }
)

export interface StatusOf {
  id: string
  category: Category
}

export interface Silence {
  conversation_id: string
  began_at: Date
  ended_at: Date | null
  ended_by: string | null
}

export interface Spoken {
  last_words: string
  last_direction: "in" | "out"
  last_at: Date
  heard_at: Date | null
  noted_at: Date | null
  first_answered_at: Date | null
}

interface Change {
  id: string
  from_status: string | null
  to_status: string
  category: Category
  by_actor: string
  at: Date
  message_id: string | null
}

/** What a case has become when everything has happened. */
export interface Replayed {
  status: StatusOf
  changes: Change[]
  pauses: { began_at: Date; ended_at: Date | null }[]
  silences: Silence[]
  spoken: Map<string, Spoken>
  followers: string[]
  resolvedAt: Date | null
  snooze: { until: Date; was_status: string; by_actor: string; at: Date } | null
}

const CLOSED: readonly Category[] = ["resolved", "spam"]
const PAUSED: readonly Category[] = ["waiting", "resolved", "spam"]
const RUNNING: readonly Category[] = ["new", "open"]
const REOPENED: readonly Category[] = ["waiting", "snoozed", "resolved"]

/**
 * Lets a case live again, as it would have here (src/cases/following, change-status.ts, silence.ts): customers wait from their first
 * unanswered word, answers end the waiting, closing pauses the clocks. What the source says of states comes between as it happened there.
 */
export function replay(
  caseId: string,
  happenings: readonly Happening[],
  standard: Readonly<Record<Category, StatusOf>>,
  by: string,
): Replayed {
  const ordered = happenings.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const first = ordered[0]!
  const began = standard[first.what === "words" && first.direction === "out" ? "open" : "new"]
  const opener = first.what === "words" ? first.by : by
  const life = new Life(caseId, began, first.at, opener)
  for (const one of ordered) {
    if (one.what === "words") hear(life, one, standard)
    else if (one.what === "note") life.note(one)
    else life.change(one.to, one.at, one.by, null, one.until)
  }
  return life.end()
}

function hear(life: Life, said: Extract<Happening, { what: "words" }>, standard: Readonly<Record<Category, StatusOf>>): void {
  // What a machine of ours sent was never an answer, and isn't shown as the last word.
  if (said.direction === "out" && !said.own) return
  life.speak(said)
  if (said.direction === "out") {
    life.answer(said)
    if (RUNNING.includes(life.status.category) && !life.waits) life.change(standard.waiting, said.at, said.by, said.messageId, null)
  } else if (said.own && life.status.category !== "spam") {
    life.wait(said.conversationId, said.at)
    if (REOPENED.includes(life.status.category)) life.change(standard.open, said.at, said.by, said.messageId, null)
  }
}

class Life {
  status: StatusOf
  readonly #caseId: string
  readonly #changes: Change[] = []
  readonly #pauses: Replayed["pauses"] = []
  readonly #silences: Silence[] = []
  readonly #spoken = new Map<string, Spoken>()
  readonly #followers = new Set<string>()
  #resolvedAt: Date | null = null
  #snooze: Replayed["snooze"] = null

  constructor(caseId: string, began: StatusOf, at: Date, by: string) {
    this.#caseId = caseId
    this.status = began
    this.#note(null, began, at, by, null)
  }

  get waits(): boolean {
    return this.#silences.some((silence) => silence.ended_at === null)
  }

  speak({ conversationId, direction, own, text, at }: Extract<Happening, { what: "words" }>): void {
    const before = this.#spoken.get(conversationId)
    this.#spoken.set(conversationId, {
      last_words: firstWords(text),
      last_direction: direction,
      last_at: at,
      heard_at: direction === "in" && own ? at : (before?.heard_at ?? null),
      noted_at: before?.noted_at ?? null,
      first_answered_at: before?.first_answered_at ?? (direction === "out" ? at : null),
    })
  }

  note({ conversationId, mentions, at }: Extract<Happening, { what: "note" }>): void {
    const before = this.#spoken.get(conversationId)
    const silent = { last_words: "", last_direction: "in" as const, last_at: at, heard_at: null, first_answered_at: null }
    this.#spoken.set(conversationId, { ...(before ?? silent), noted_at: at })
    for (const id of mentions) this.#followers.add(id)
  }

  wait(conversationId: string, at: Date): void {
    const open = this.#silences.some((silence) => silence.conversation_id === conversationId && silence.ended_at === null)
    if (!open) this.#silences.push({ conversation_id: conversationId, began_at: at, ended_at: null, ended_by: null })
  }

  answer({ messageId, at }: Extract<Happening, { what: "words" }>): void {
    for (const silence of this.#latest())
      if (silence.ended_at === null || silence.ended_by?.startsWith("closed:"))
        Object.assign(silence, { ended_at: at, ended_by: `message:${messageId}` })
  }

  change(to: StatusOf, at: Date, by: string, messageId: string | null, until: Date | null): void {
    const from = this.status
    if (to.id === from.id && !until) return
    this.#note(from.id, to, at, by, messageId)
    const pause = this.#pauses.find(({ ended_at }) => ended_at === null)
    if (PAUSED.includes(to.category) && !pause) this.#pauses.push({ began_at: at, ended_at: null })
    if (RUNNING.includes(to.category) && pause) pause.ended_at = at
    if (CLOSED.includes(to.category)) {
      for (const silence of this.#silences)
        if (silence.ended_at === null) Object.assign(silence, { ended_at: at, ended_by: `closed:${by}` })
    } else if (CLOSED.includes(from.category) && messageId === null) {
      for (const silence of this.#latest())
        if (silence.ended_by?.startsWith("closed:")) Object.assign(silence, { ended_at: null, ended_by: null })
    }
    this.#snooze = to.category === "snoozed" && until ? { until, was_status: from.id, by_actor: by, at } : null
    this.#resolvedAt = to.category === "resolved" ? (this.#resolvedAt ?? at) : null
    this.status = to
  }

  end(): Replayed {
    // Two of one moment would be one row: the later stands.
    const pauses = [...new Map(this.#pauses.map((pause) => [pause.began_at.getTime(), pause])).values()]
    const silences = [...new Map(this.#silences.map((one) => [`${one.conversation_id}${one.began_at.getTime()}`, one])).values()]
    return {
      status: this.status,
      changes: this.#changes,
      pauses,
      silences,
      spoken: this.#spoken,
      followers: [...this.#followers],
      resolvedAt: this.#resolvedAt,
      snooze: this.#snooze,
    }
  }

  #latest(): Silence[] {
    return [...new Map(this.#silences.map((silence) => [silence.conversation_id, silence])).values()]
  }

  #note(from: string | null, to: StatusOf, at: Date, by: string, messageId: string | null): void {
    const id = idOf(at, this.#caseId, "status", String(this.#changes.length))
    this.#changes.push({ id, from_status: from, to_status: to.id, category: to.category, by_actor: by, at, message_id: messageId })
  }
}
