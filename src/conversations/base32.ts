const DIGITS = "0123456789abcdefghijklmnopqrstuv"

/** RFC 4648 §7 (base32hex) without padding. */
export function base32(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const length = Math.ceil((bytes.length * 8) / 5)
  bits <<= BigInt(length * 5 - bytes.length * 8)
  let text = ""
  for (let i = length - 1; i >= 0; i--) text += DIGITS[Number((bits >> BigInt(i * 5)) & 31n)]
  return text
}

/** The bytes of what `base32` wrote. */
export function unbase32(text: string): Buffer {
  let bits = 0n
  for (const digit of text) bits = (bits << 5n) | BigInt(DIGITS.indexOf(digit))
  const length = Math.floor((text.length * 5) / 8)
  bits >>= BigInt(text.length * 5 - length * 8)
  return Buffer.from(bits.toString(16).padStart(length * 2, "0"), "hex")
}
