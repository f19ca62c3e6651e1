import { Invalid, isId, readCursor, writeCursor } from "#platform"

/** Where a case stands in an order; the time as PostgreSQL writes it, to the microsecond, or `infinity`. */
export interface Stand {
  id: string
  place: string
}

/** @throws Invalid when the cursor is not one of ours. */
export function readStand(cursor: string | undefined): Stand | null {
  const read = readCursor(cursor, 2)
  if (!read) return null
  const [place, id] = [String(read[0]), String(read[1])]
  if (!isId(id) || (place !== "infinity" && !isMoment(place))) throw new Invalid("request.cursor")
  return { place, id }
}

export function writeStand({ place, id }: Stand): string {
  return writeCursor([place, id])
}

/** Whether PostgreSQL will read it as a time: a cursor that somebody made up is refused, not tried. */
export function isMoment(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:\d\d)?)$/.test(text) && !Number.isNaN(Date.parse(text.slice(0, 19) + "Z"))
  )
}
