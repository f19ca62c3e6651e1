import type { Keys } from "#platform"
import { base32, unbase32 } from "./base32.ts"

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

function shortBytes(short: number): Buffer {
  const bytes = Buffer.alloc(6)
  bytes.writeUIntBE(short, 0, 6)
  return bytes
}
