/** Numbered things that a place listed lately: what is no longer among them was deleted there. */
const MOST = 200

export interface Listed {
  /** New since the last look. */
  fresh: ReadonlySet<number>
  /** Listed before, and gone from the middle of what is listed now. */
  gone: number[]
  /** To be handed in the next time. */
  known: number[]
}

/** Compares the newest of a place with what it listed the last time. `ids` are all that it shows, newest first and without gaps. */
export function compareListed(ids: readonly number[], known: readonly number[]): Listed {
  const now = new Set(ids)
  const before = new Set(known)
  const oldest = Math.min(...ids)
  const gone = ids.length === 0 ? [] : known.filter((id) => id >= oldest && !now.has(id))
  const kept = [...new Set([...ids, ...known.filter((id) => !gone.includes(id))])].sort((a, b) => b - a)
  return { fresh: new Set(ids.filter((id) => !before.has(id))), gone, known: kept.slice(0, Math.max(MOST, ids.length)) }
}
