import { Invalid } from "../errors.ts"
import { isId } from "../ids.ts"

interface Kinds {
  id: string
  moment: string
  text: string
  count: number
}

type Place<Shape extends readonly (keyof Kinds)[]> = { -readonly [I in keyof Shape]: Kinds[Shape[I]] }

const FITS: { [Kind in keyof Kinds]: (value: unknown) => boolean } = {
  id: (value) => typeof value === "string" && isId(value),
  moment: (value) => typeof value === "string" && isMoment(value),
  text: (value) => typeof value === "string",
  count: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
}

/** A cursor is a place in an order: the sort values of the last row, unreadable by accident only. */
export function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url")
}

/**
 * The place that a cursor names, null for the beginning. `shape` is what its values are: an identifier, a moment as PostgreSQL or ISO 8601
 * writes it (or `infinity`), a text, a whole number from 0.
 * @throws Invalid when it is not one of this list's
 */
export function readCursor<const Shape extends readonly (keyof Kinds)[]>(cursor: string | undefined, shape: Shape): Place<Shape> | null {
  if (cursor === undefined) return null
  const place = parsed(cursor)
  if (!isPlace(place, shape)) throw new Invalid("request.cursor")
  return place
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))
  } catch {
    return null
  }
}

function isPlace<Shape extends readonly (keyof Kinds)[]>(place: unknown, shape: Shape): place is Place<Shape> {
  return Array.isArray(place) && place.length === shape.length && shape.every((kind, i) => FITS[kind](place[i]))
}

/** Whether PostgreSQL will read it as a time: a cursor that somebody made up is refused, not tried. */
function isMoment(text: string): boolean {
  if (text === "infinity") return true
  return (
    /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:\d\d)?)$/.test(text) && !Number.isNaN(Date.parse(`${text.slice(0, 19)}Z`))
  )
}
