import { CorruptTnef, Cursor } from "./cursor.ts"

/** The MAPI properties that are of use, by identifier ([MS-OXPROPS]); a value is the first one, as bytes. */
export type Properties = Map<number, { type: number; value: Buffer }>

export const BODY = 0x1000
export const BODY_HTML = 0x1013
export const ATTACH_DATA = 0x3701
export const ATTACH_NAME = 0x3707
export const ATTACH_SHORT_NAME = 0x3704
export const ATTACH_TYPE = 0x370e
export const ATTACH_CONTENT_ID = 0x3712

const UNICODE = 0x1f
const FIXED = new Map([
  [0x01, 0],
  [0x02, 2],
  [0x03, 4],
  [0x04, 4],
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x0a, 4],
  [0x0b, 2],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
])
const VARIABLE = new Set([0x1e, UNICODE, 0x102, 0x0d])
const MOST = 2_000

/** Reads a MAPI property list ([MS-OXTNEF] § 2.1.3.4). */
export function readProperties(bytes: Buffer): Properties {
  const cursor = new Cursor(bytes)
  const found: Properties = new Map()
  const count = Math.min(cursor.uint32(), MOST)
  for (let index = 0; index < count && cursor.left >= 4; index++) {
    const tag = cursor.uint16()
    const id = cursor.uint16()
    if (id >= 0x8000) skipName(cursor)
    const value = readValues(cursor, tag)
    if (!found.has(id)) found.set(id, { type: tag & 0x0fff, value })
  }
  return found
}

function skipName(cursor: Cursor): void {
  cursor.take(16)
  if (cursor.uint32() === 0) cursor.take(4)
  else cursor.padded(cursor.uint32())
}

function readValues(cursor: Cursor, tag: number): Buffer {
  const type = tag & 0x0fff
  const isVariable = VARIABLE.has(type)
  const size = FIXED.get(type)
  if (!isVariable && size === undefined) throw new CorruptTnef()
  const values = isVariable || tag & 0x1000 ? cursor.uint32() : 1
  if (values > MOST) throw new CorruptTnef()
  let first = Buffer.alloc(0)
  for (let index = 0; index < values; index++) {
    const value = cursor.padded(isVariable ? cursor.uint32() : size!)
    if (index === 0) first = Buffer.from(value)
  }
  return first
}

export function isUnicode(type: number): boolean {
  return type === UNICODE
}
