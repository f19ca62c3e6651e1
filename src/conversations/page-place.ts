import { type Actor, seesInbox } from "#people"
import { Invalid, readCursor, writeCursor } from "#platform"

/** What a page is asked by. */
export interface Asked {
  limit: number
  cursor?: string | undefined
}

/** A place in an order by time and then by id. */
export interface Place {
  at: Date
  id: string
}

const FIRST: Place = { at: new Date("0001-01-01T00:00:00Z"), id: "00000000-0000-0000-0000-000000000000" }

/** The place that a cursor names, without one the beginning. @throws Invalid */
export function placeIn(cursor: string | undefined): Place {
  const place = readCursor(cursor, ["moment", "id"])
  if (!place) return FIRST
  const [moment, id] = place
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) throw new Invalid("request.cursor") // as PostgreSQL writes moments, not as these cursors do
  return { at, id }
}

export const cursorTo = ({ at, id }: Place): string => writeCursor([at.toISOString(), id])

/** A page of the rows that the actor may see, however many they may not see lie between. `rowsAfter` gives some, in order. */
export async function seenPage<Row extends Place & { inbox_ids: readonly string[] }>(
  actor: Actor,
  { limit, cursor }: Asked,
  rowsAfter: (place: Place) => Promise<Row[]>,
): Promise<{ rows: Row[]; next: string | null }> {
  const seen: Row[] = []
  for (let place: Place | undefined = placeIn(cursor); place && seen.length <= limit;) {
    const rows: Row[] = await rowsAfter(place)
    seen.push(...rows.filter(({ inbox_ids }) => seesInbox(actor, inbox_ids)))
    place = rows.at(-1)
  }
  const rows = seen.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: seen.length > limit && last ? cursorTo(last) : null }
}
