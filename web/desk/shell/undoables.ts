import { newStore } from "../api/store.ts"

interface Undone {
  /** What was done, as it was said then; null: its undoing says itself. */
  words: string | null
  /** The case in which it was done. */
  number?: number | undefined
}

interface Undoable extends Undone {
  id: string
  do: () => void
  /** The moment after which it can't be any more. */
  until: number
}

/** So many of the last things can be undone by key, however long their notices stood. */
const MOST = 30
/** Nobody remembers what the last thing was after longer. */
const LONGEST = 10 * 60_000

/** What can be undone, the latest last. */
export const undoables = newStore<readonly Undoable[]>([])
let last = 0

/** Remembers a way back, by the id of what would be undone where it has one; gives what forgets it again. */
export function canUndo(undo: () => void, done: Undone, id = `notice ${++last}`, until: string | null = null): () => void {
  const longest = Date.now() + LONGEST
  const one = { ...done, id, do: undo, until: until === null ? longest : Math.min(longest, Date.parse(until)) }
  undoables.set((now) => [...now.slice(1 - MOST), one])
  setTimeout(() => undoables.set((now) => now.filter((each) => each !== one)), one.until - Date.now())
  return () => forgetUndo(id)
}

export const forgetUndo = (id: string): void => undoables.set((now) => now.filter((one) => one.id !== id))

/** Undoes the latest that can be, and tells what that was. */
export function undoLast(): Undone | null {
  const one = undoables.get().findLast(({ until }) => until > Date.now())
  if (!one) return null
  forgetUndo(one.id)
  one.do()
  return one
}
