import { createHash, randomBytes } from "node:crypto"

/**
 * A new identifier: UUID version 7 (RFC 9562 §5.7). It begins with the time in milliseconds, so that rows written together lie
 * together, and ends with 74 random bits, so that it can't be guessed from its neighbour.
 */
export function newId(at: Date): string {
  return writeId(at, randomBytes(16))
}

/**
 * The identifier of something that came from elsewhere, always the same for the same moment and names: brought in a second time, it is
 * found to be there. Where it must not be guessed, one of the names is a secret.
 */
export function idOf(at: Date, ...names: readonly string[]): string {
  return writeId(at, createHash("sha256").update(JSON.stringify(names)).digest().subarray(0, 16))
}

function writeId(at: Date, bytes: Buffer): string {
  bytes.writeUIntBE(Math.max(0, at.getTime()), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside has the shape of an identifier; anything else can't name a row. */
export function isId(text: string): boolean {
  return SHAPE.test(text)
}
