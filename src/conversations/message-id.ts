import { randomBytes } from "node:crypto"
import type { Keys } from "#platform"
import { base32, unbase32 } from "./base32.ts"

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
