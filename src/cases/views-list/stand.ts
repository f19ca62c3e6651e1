import { readCursor, writeCursor } from "#platform"

/** Where a case stands in an order; the time as PostgreSQL writes it, to the microsecond, or `infinity`. */
export interface Stand {
  id: string
  place: string
}

/** @throws Invalid when the cursor is not one of ours. */
export function readStand(cursor: string | undefined): Stand | null {
  const read = readCursor(cursor, ["moment", "id"])
  return read && { place: read[0], id: read[1] }
}

export function writeStand({ place, id }: Stand): string {
  return writeCursor([place, id])
}
