import { inflateRawSync } from "node:zlib"

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** A comment behind the end has at most so many bytes (APPNOTE.TXT 4.3.16). */
const COMMENT = 65_535
const MOST_ENTRIES = 5000

/** The names in a zip, with what gives the bytes of each; null for what is no zip. Nothing is unpacked before it is asked for. */
export function zipParts(bytes: Buffer): Map<string, (most: number) => Buffer | null> | null {
  const end = endOf(bytes)
  if (end === -1) return null
  const parts = new Map<string, (most: number) => Buffer | null>()
  let at = bytes.readUInt32LE(end + 16)
  for (let n = Math.min(bytes.readUInt16LE(end + 10), MOST_ENTRIES); n > 0 && at + 46 <= bytes.length; n--) {
    if (bytes.readUInt32LE(at) !== ENTRY) break
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number]
    const [method, size, place] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
    parts.set(bytes.toString("utf8", at + 46, at + 46 + name), (most) => unpacked(bytes, { method, size, place }, most))
    at += 46 + name + extra + comment
  }
  return parts
}

/** At most so many bytes; null for what is more, damaged, or packed in another way. */
function unpacked(bytes: Buffer, { method, size, place }: { method: number; size: number; place: number }, most: number): Buffer | null {
  if (place + 30 > bytes.length || bytes.readUInt32LE(place) !== LOCAL) return null
  const from = place + 30 + bytes.readUInt16LE(place + 26) + bytes.readUInt16LE(place + 28)
  const packed = bytes.subarray(from, from + size)
  if (method === 0) return packed.length <= most ? packed : null
  if (method !== 8) return null
  try {
    return inflateRawSync(packed, { maxOutputLength: most })
  } catch {
    return null
  }
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - COMMENT); at--) if (bytes.readUInt32LE(at) === END) return at
  return -1
}
