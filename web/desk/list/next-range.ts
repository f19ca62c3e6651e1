/** Rows from the first to before the last. */
export interface Range {
  from: number
  to: number
}

/** Rows beyond the edges that are drawn too, once those in sight are. */
const MARGIN = 4
/** By how many the drawn ones move at a time. */
const STEP = 2

/** What a list at rest draws: what is in sight, and a margin. */
export function wholeRange({ from, to }: Range): Range {
  return { from: Math.max(0, Math.floor((from - MARGIN) / STEP) * STEP), to: Math.ceil((to + MARGIN) / STEP) * STEP }
}

/** From what is drawn towards what should be, by at most so many new rows: those in sight first, from the top, then the margins below and above. */
export function nextRange(drawn: Range, sight: Range, most: number): Range {
  const whole = wholeRange(sight)
  const kept = { from: Math.max(drawn.from, whole.from), to: Math.min(drawn.to, whole.to) }
  const next = kept.from < kept.to ? kept : { from: sight.from, to: sight.from }
  let left = most
  const down = (end: number): void => {
    const by = Math.max(0, Math.min(left, end - next.to))
    next.to += by
    left -= by
  }
  const up = (end: number): void => {
    const by = Math.max(0, Math.min(left, next.from - end))
    next.from -= by
    left -= by
  }
  down(sight.to)
  up(sight.from)
  down(whole.to)
  up(whole.from)
  return next
}
