import { MINUTE } from "#platform"
import type { Calendar } from "../calendar/calendar.types.ts"
import { advance, workingMs } from "../calendar/working-time.ts"
import type { CaseRow, Category, DeadlineName, DueByHand } from "../tables.ts"

/** Working minutes of a calendar; null: no such deadline. */
export interface Rule {
  calendar: Calendar
  firstAnswer: number | null
  nextAnswer: number | null
  resolution: number | null
}

export interface Pause {
  from: Date
  /** Null: it goes on. */
  to: Date | null
}

/** What the clocks of a case go by. */
export interface Clocks {
  category: Category
  createdAt: Date
  /** When the customer first wrote; null: they haven't. */
  firstWordsAt: Date | null
  firstAnsweredAt: Date | null
  waitingSince: Date | null
  pauses: readonly Pause[]
  /** What somebody set on this case. */
  byHand?: DueByHand
}

export type Deadlines = Pick<CaseRow, "first_answer_due" | "next_answer_due" | "resolution_due" | "next_due">

/**
 * When answers and the resolution of a case are due. The first answer runs from the customer's first words, the next from the words that
 * have waited longest, the resolution from the opening. Clocks stand still in pauses (waiting for the customer, closed); while one
 * goes on, what isn't done yet has no date. What a person set on the case stands before all of it, until the thing itself is done; for
 * the next answer until then, too: who writes again later waits by the rules.
 */
export function deadlinesOf(clocks: Clocks, rule: Rule | null): Deadlines {
  const due = (from: Date | null, minutes: number | null, pauses = clocks.pauses) =>
    rule && from && minutes !== null ? dueAt(rule.calendar, from, minutes * MINUTE, pauses) : null
  // What came after the first answer no longer moves when it was due.
  const beforeAnswer = clocks.pauses.filter((pause) => clocks.firstAnsweredAt === null || pause.from < clocks.firstAnsweredAt)
  const answeredFirst = clocks.firstAnsweredAt !== null && (clocks.firstWordsAt === null || clocks.firstAnsweredAt < clocks.firstWordsAt)
  const set = (name: DeadlineName, byRule: () => Date | null): Date | null => {
    const hand = standing(name, clocks)
    return hand ? (hand.at === null ? null : new Date(hand.at)) : byRule()
  }
  const first = answeredFirst ? null : set("firstAnswer", () => due(clocks.firstWordsAt, rule?.firstAnswer ?? null, beforeAnswer))
  const next =
    clocks.firstAnsweredAt && clocks.waitingSince ? set("nextAnswer", () => due(clocks.waitingSince, rule?.nextAnswer ?? null)) : null
  const closed = clocks.category === "resolved" || clocks.category === "spam"
  const resolution = closed ? null : set("resolution", () => due(clocks.createdAt, rule?.resolution ?? null))
  const counting = closed ? [] : [clocks.firstAnsweredAt ? null : first, next, resolution].filter((date) => date !== null)
  return { first_answer_due: first, next_answer_due: next, resolution_due: resolution, next_due: earliest(counting) }
}

/** What is set by hand and still holds. */
export function standing(name: DeadlineName, { byHand, waitingSince }: Pick<Clocks, "byHand" | "waitingSince">): DueByHand[DeadlineName] {
  const hand = byHand?.[name]
  const another = name === "nextAnswer" && (waitingSince === null || !hand || new Date(hand.setAt) < waitingSince)
  return another ? undefined : hand
}

/** Pauses in order of their beginning. */
function dueAt(calendar: Calendar, from: Date, ms: number, pauses: readonly Pause[]): Date | null {
  let cursor = from
  let left = ms
  for (const pause of pauses) {
    if (pause.to && pause.to <= cursor) continue
    if (pause.from > cursor) {
      const worked = workingMs(calendar, cursor, pause.from)
      if (worked >= left) break
      left -= worked
    }
    if (!pause.to) return null
    cursor = pause.to
  }
  return advance(calendar, cursor, left)
}

function earliest(dates: readonly Date[]): Date | null {
  return dates.length ? new Date(Math.min(...dates.map(Number))) : null
}
