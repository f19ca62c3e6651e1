import { randomBytes } from "node:crypto"
import type { Keys } from "#platform"

/**
 * The keyed part of a reply address: `care+r…@shop.example`. It names a conversation by its short number and proves by 80 bits of
 * HMAC-SHA-256 that Vigie gave it out. Letters and digits only, for local parts lose their case on the way.
 */
export function writeReplyToken(keys: Keys, short: number): string {
  return `r${base32(Buffer.concat([shortBytes(short), keys.sign("reply-token", String(short), 10)]))}`
}

/** The conversation's short number, or null when the token isn't one of ours. */
export function readReplyToken(keys: Keys, token: string): number | null {
  if (!/^r[a-v0-9]{26}$/i.test(token)) return null
  const bytes = unbase32(token.slice(1).toLowerCase())
  const short = bytes.readUIntBE(0, 6)
  return keys.verify("reply-token", String(short), bytes.subarray(6, 16)) ? short : null
}

/** `care@shop.example` with a token becomes `care+TOKEN@shop.example` (RFC 5233 subaddressing). */
export function replyAddress(address: string, token: string): string {
  const at = address.lastIndexOf("@")
  return `${address.slice(0, at)}+${token}${address.slice(at)}`
}

/** A plus-address taken apart: the plain address and what stood behind the plus. */
export function splitPlus(address: string): { plain: string; detail: string | null } {
  const at = address.lastIndexOf("@")
  const plus = address.lastIndexOf("+", at)
  if (plus < 1) return { plain: address, detail: null }
  return { plain: address.slice(0, plus) + address.slice(at), detail: address.slice(plus + 1, at) }
}

/** A Message-ID of ours, angle brackets included: it names the conversation and is signed, so that an answer to it is recognised. */
export function writeMessageId(keys: Keys, short: number, domain: string): string {
  const nonce = base32(randomBytes(10))
  return `<v1.${short.toString(36)}.${nonce}.${base32(keys.sign("message-id", `${short}.${nonce}`, 10))}@${domain}>`
}

/** The conversation's short number when the Message-ID is ours, or null. Some servers change its case. */
export function readMessageId(keys: Keys, messageId: string): number | null {
  const parts = /^<v1\.([0-9a-z]{1,10})\.([0-9a-v]{16})\.([0-9a-v]{16})@[^\s<>]{1,255}>$/i.exec(messageId)
  if (!parts) return null
  const short = Number.parseInt(parts[1]!, 36)
  const text = `${short}.${parts[2]!.toLowerCase()}`
  return keys.verify("message-id", text, unbase32(parts[3]!.toLowerCase())) ? short : null
}

function shortBytes(short: number): Buffer {
  const bytes = Buffer.alloc(6)
  bytes.writeUIntBE(short, 0, 6)
  return bytes
}

const DIGITS = "0123456789abcdefghijklmnopqrstuv"

/** RFC 4648 §7 (base32hex) without padding. */
function base32(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const length = Math.ceil((bytes.length * 8) / 5)
  bits <<= BigInt(length * 5 - bytes.length * 8)
  let text = ""
  for (let i = length - 1; i >= 0; i--) text += DIGITS[Number((bits >> BigInt(i * 5)) & 31n)]
  return text
}

function unbase32(text: string): Buffer {
  let bits = 0n
  for (const digit of text) bits = (bits << 5n) | BigInt(DIGITS.indexOf(digit))
  const length = Math.floor((text.length * 5) / 8)
  bits >>= BigInt(text.length * 5 - length * 8)
  return Buffer.from(bits.toString(16).padStart(length * 2, "0"), "hex")
}
