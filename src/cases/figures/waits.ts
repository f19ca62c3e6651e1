/** From a customer's first unanswered word in a conversation to its end, if it has one. */
export interface Silence {
  from: Date
  to: Date | null
  /** Ended by a human's answer, not by closing the case. */
  answered: boolean
}

/** The stretches in which a customer waited in any conversation of a case, in order: two that overlap are one. */
export function waits(silences: readonly Silence[]): Silence[] {
  const found: Silence[] = []
  for (const silence of silences.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = found.at(-1)
    const overlaps = last && (last.to === null || silence.from < last.to)
    if (!overlaps) found.push(silence)
    else if (last.to && (silence.to === null || silence.to > last.to)) found[found.length - 1] = { ...silence, from: last.from }
  }
  return found
}
