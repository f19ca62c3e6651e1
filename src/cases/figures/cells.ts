import { DAY, HOUR, MINUTE } from "#platform"
import type { Calendar } from "../calendar/calendar.types.ts"
import { workingMs } from "../calendar/working-time.ts"
import { wallClockOf } from "../calendar/zone.ts"
import type { Category } from "../tables.ts"
import { bucketOf } from "./buckets.ts"
import { type Silence, waits } from "./waits.ts"

/** All that a case tells the figures. */
export interface Told {
  category: Category
  merged: boolean
  createdAt: Date
  firstAnsweredAt: Date | null
  messages: readonly { direction: "in" | "out"; channel: string; agentId: string | null; at: Date }[]
  silences: readonly Silence[]
  /** In order. */
  changes: readonly { category: Category; by: string; at: Date }[]
  promises: readonly { keptAt: Date | null; brokenAt: Date | null }[]
  satisfaction: readonly { askedAt: Date; value: number | null; answeredAt: Date | null }[]
}

/** By whose clocks days begin, and which hours are worked. */
export interface Clocks {
  zone: string
  calendar: Calendar | null
}

/**
 * What a case adds to the figures, as 'measure|day|bucket': a message by its hour, a length by its minutes, all else by nothing (0). What
 * was marked as spam adds nothing; what was merged into another case keeps its promises, its messages having moved.
 */
export function cellsOf(told: Told, clocks: Clocks): string[] {
  if (told.category === "spam") return []
  const cell = (measure: string, at: Date, bucket = 0) => `${measure}|${Math.floor(wallClockOf(clocks.zone, at.getTime()) / DAY)}|${bucket}`
  const promised = told.promises.flatMap(({ keptAt, brokenAt }) => [
    ...(keptAt ? [cell("kept", keptAt)] : []),
    ...(brokenAt ? [cell("broken", brokenAt)] : []),
  ])
  if (told.merged) return promised
  const hour = (at: Date) => Math.floor((wallClockOf(clocks.zone, at.getTime()) % DAY) / HOUR)
  const lasting = (measure: string, from: Date, to: Date) => [
    cell(measure, to, bucketOf(to.getTime() - from.getTime())),
    ...(clocks.calendar ? [cell(`${measure}-worked`, to, bucketOf(workingMs(clocks.calendar, from, to)))] : []),
  ]
  return [
    cell("opened", told.createdAt),
    ...promised,
    ...told.messages.map(({ direction, channel, at }) => cell(`${direction}:${channel}`, at, hour(at))),
    ...told.messages.flatMap(({ direction, agentId, at }) => (direction === "out" && agentId ? [cell(`by:${agentId}`, at)] : [])),
    ...waits(told.silences).flatMap(({ from, to, answered }) => [
      cell("wait-from", from),
      ...(to ? [cell("wait-to", to)] : []),
      ...(to && answered ? lasting(isFirst(told, to) ? "first" : "next", from, to) : []),
    ]),
    ...resolutions(told).flatMap(({ from, at, stands }) => [
      cell("resolved", at),
      ...(stands ? lasting("resolution", from, at) : [cell("came-back", at)]),
    ]),
    ...told.satisfaction.flatMap(({ askedAt, value, answeredAt }) => [
      cell("asked", askedAt),
      ...(value !== null && answeredAt ? [cell("satisfied", answeredAt, value)] : []),
    ]),
  ]
}

/** No human had answered in this case before. */
function isFirst({ firstAnsweredAt }: Told, answeredAt: Date): boolean {
  return firstAnsweredAt === null || firstAnsweredAt >= answeredAt
}

/** Taken back so soon by the one who did it, it was a slip of the finger. */
const SLIP = 5 * MINUTE

/** Each time the case was resolved: how long it had been open, and whether it still is resolved. */
function resolutions({ createdAt, changes }: Told): { from: Date; at: Date; stands: boolean }[] {
  const found: { from: Date; at: Date; stands: boolean }[] = []
  let from = createdAt
  let resolved: { by: string; at: Date } | null = null
  for (const { category, by, at } of changes) {
    if (category === "resolved") {
      resolved ??= { by, at }
      continue
    }
    if (!resolved) continue
    const slipped = by === resolved.by && at.getTime() - resolved.at.getTime() < SLIP
    if (!slipped) {
      found.push({ from, at: resolved.at, stands: false })
      from = at
    }
    resolved = null
  }
  return resolved ? [...found, { from, at: resolved.at, stands: true }] : found
}
