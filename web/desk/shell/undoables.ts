import { newStore } from "../api/store.ts"

interface Undoable {
  id: string
  do: () => void
  /** The moment after which it can't be any more. */
  until: number
}

/** So many of the last things can be undone by key, however long their notices stood. */
const MOST = 30

/** What can be undone, the latest last. */
export const undoables = newStore<readonly Undoable[]>([])
let last = 0

/** Remembers a way back, by the id of what would be undone where it has one; gives what forgets it again. */
export function canUndo(undo: () => void, id = `notice ${++last}`, until: string | null = null): () => void {
  const one = { id, do: undo, until: until === null ? Infinity : Date.parse(until) }
  undoables.set((now) => [...now.slice(1 - MOST), one])
  return () => forgetUndo(id)
}

export const forgetUndo = (id: string): void => undoables.set((now) => now.filter((one) => one.id !== id))

/** Undoes the latest that can be. */
export function undoLast(): void {
  const one = undoables.get().findLast(({ until }) => until > Date.now())
  if (!one) return
  forgetUndo(one.id)
  one.do()
}
