import { now } from "../api/server-clock.ts"
import { newStore } from "../api/store.ts"

interface Undone {
  /** What was done, as it was said then; null: its undoing says itself. */
  words: string | null
  /** The case in which it was done. */
  number?: number | undefined
}

interface Way extends Undone {
  /** Promises false where it couldn't be undone, and has said so. */
  do: () => unknown
}

interface Undoable {
  id: string
  /** What is still on its way to the server promises its way back; null: there is none after all. */
  way: Way | Promise<Way | null>
  /** The moment after which it can't be any more. */
  until: number
}

/** Kept for an act from when it is begun. */
export interface Place {
  /** The act can be undone now; gives what forgets that again. */
  take: (way: Way, id?: string, until?: string | null) => () => void
  /** Nothing came of the act; of no effect once the place is taken. */
  leave: () => void
}

/** So many of the last things can be undone by key, however long their notices stood. */
const MOST = 30
/** Nobody remembers what the last thing was after longer. */
const LONGEST = 10 * 60_000

/** What can be undone, in the order in which it was begun, the latest last. */
export const undoables = newStore<readonly Undoable[]>([])
let last = 0
let turn: Promise<unknown> = Promise.resolve()

/** Keeps the place of an act that is on its way: the key for undoing means it, and waits for it, instead of what came before. */
export function keepPlace(): Place {
  const place = `act ${++last}`
  const { promise, resolve } = Promise.withResolvers<Way | null>()
  stand({ id: place, way: promise, until: now() + LONGEST })
  return {
    take: (way, id = place, until = null) => {
      const longest = now() + LONGEST
      const one = { id, way, until: until === null ? longest : Math.min(longest, Date.parse(until)) }
      undoables.set((now) => now.map((each) => (each.id === place ? one : each)))
      setTimeout(() => undoables.set((now) => now.filter((each) => each !== one)), one.until - now())
      resolve(way)
      return () => forgetUndo(id)
    },
    leave: () => {
      undoables.set((now) => now.filter(({ way }) => way !== promise))
      resolve(null)
    },
  }
}

const stand = (one: Undoable): void => undoables.set((now) => [...now.slice(1 - MOST), one])

export const forgetUndo = (id: string): void => undoables.set((now) => now.filter((one) => one.id !== id))

/** Undoes what was begun last and can be undone, one thing after the other, and tells what that was; null: nothing was undone. */
export function undoLast(): Promise<Undone | null> {
  const one = undoables.get().findLast(({ until }) => until > now())
  if (!one) return Promise.resolve(null)
  forgetUndo(one.id)
  const undoing = turn.then(async () => {
    const way = await one.way
    return way !== null && (await way.do()) !== false ? way : null
  })
  turn = undoing.catch(() => {})
  return undoing
}
