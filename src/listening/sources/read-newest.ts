import { z } from "zod"
import { newAmong } from "./new-among.ts"
import type { SourceGround } from "./source-ground.ts"
import type { Heard, Json, Reading } from "./source.ts"

export interface NewestPage {
  /** The newest first. */
  heard: Heard[]
  /** How to ask for the next page; null after the last. */
  next: string | null
}

export interface Rhythm {
  /** Milliseconds until the next look. */
  every: number
  /** How far back the place shows anything, in milliseconds; left out where it shows all. */
  window?: number
}

const cursorShape = z.object({ seen: z.array(z.string()), at: z.string() })
const MOST_PAGES = 20

/** Reads a place that lists its newest first, page by page, back to what is known of it. */
export async function readNewest(
  ground: SourceGround,
  cursor: Json,
  ask: (page: string | null) => Promise<NewestPage>,
  { every, window }: Rhythm,
): Promise<Reading> {
  const before = cursorShape.safeParse(cursor).data ?? null
  const heard: Heard[] = []
  let page: string | null = null
  let overlaps = false
  for (let count = 0; count < MOST_PAGES && !overlaps; count++) {
    const answer: NewestPage = await ask(page)
    heard.push(...answer.heard)
    page = answer.next
    overlaps = before !== null && newAmong(answer.heard, before.seen).overlaps
    if (page === null || answer.heard.length === 0) break
  }
  const now = ground.clock.now()
  const { fresh, seen } = newAmong(heard, before?.seen ?? [])
  const dates = heard.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  const oldest = new Date(Math.min(now.getTime(), ...dates))
  const isWithin = before !== null && (window === undefined || now.getTime() - Date.parse(before.at) < window)
  return {
    heard: fresh,
    gone: [],
    cursor: { seen, at: now.toISOString() },
    from: isWithin && (overlaps || page === null) ? null : before !== null && window ? new Date(now.getTime() - window) : oldest,
    through: now,
    next: new Date(now.getTime() + every),
    more: false,
    remark: null,
  }
}
