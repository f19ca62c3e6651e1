import { type NewestPage, readNewest } from "../read-newest.ts"
import type { SourceGround } from "../source-ground.ts"
import type { Heard, Reading } from "../source.ts"
import type { MetaCursor } from "./meta-cursor.ts"

/** A list of a place, its newest first. */
export interface List {
  name: string
  ask: (page: string | null) => Promise<NewestPage>
}

export interface CatchUp {
  lists: readonly List[]
  /** Milliseconds until the next look. */
  every: number
  /** What is ours isn't heard. */
  isOwn: (heard: Heard) => boolean
  /** Until when calls should wait, asked after all lists were. */
  waits: () => Date | null
}

/** Looks at every list back to what is known of it. All of them count: where one left something out, something is missing. */
export async function catchUp(ground: SourceGround, cursor: MetaCursor, { lists, every, isOwn, waits }: CatchUp): Promise<Reading> {
  const readings: { name: string; reading: Reading }[] = []
  for (const { name, ask } of lists) readings.push({ name, reading: await readNewest(ground, cursor.lists[name] ?? null, ask, { every }) })
  const now = ground.clock.now()
  const known = readings.filter(({ name }) => cursor.through === null || cursor.lists[name] !== undefined)
  const gaps = known.flatMap(({ reading }) => reading.from?.getTime() ?? [])
  const heard = new Map(readings.flatMap(({ reading }) => reading.heard.map((each) => [each.key, each] as const)))
  const after: MetaCursor = {
    ...cursor,
    lists: Object.fromEntries(readings.map(({ name, reading }) => [name, JSON.parse(JSON.stringify(reading.cursor))])),
    through: now.toISOString(),
  }
  return {
    heard: [...heard.values()].filter((each) => !isOwn(each)),
    gone: [],
    cursor: after,
    from: gaps.length > 0 ? new Date(Math.max(...gaps)) : null,
    through: now,
    next: new Date(Math.max(now.getTime() + every, waits()?.getTime() ?? 0)),
    more: false,
    remark: null,
  }
}
