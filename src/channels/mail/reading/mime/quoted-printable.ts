import { lineAt } from "./lines.ts"

/** Quoted-printable (RFC 2045 § 6.7). A stray `=` stands for itself; white space that a relay added at a line's end goes. */
export function decodeQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length)
  let size = 0
  for (let start = 0; start < body.length;) {
    const { end, next } = lineAt(body, start)
    let last = end
    while (last > start && (body[last - 1] === 0x20 || body[last - 1] === 0x09)) last--
    const soft = last > start && body[last - 1] === 0x3d
    if (soft) last--
    for (let at = start; at < last; at++) {
      const byte = body[at]!
      const value = byte === 0x3d && at + 2 < body.length ? hexPair(body[at + 1]!, body[at + 2]!) : -1
      out[size++] = value < 0 ? byte : value
      if (value >= 0) at += 2
    }
    if (!soft) for (let at = end; at < next; at++) out[size++] = body[at]!
    start = next
  }
  return out.subarray(0, size)
}

function hexPair(high: number, low: number): number {
  const first = hexDigit(high)
  const second = hexDigit(low)
  return first < 0 || second < 0 ? -1 : first * 16 + second
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const upper = byte & 0xdf
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1
}
