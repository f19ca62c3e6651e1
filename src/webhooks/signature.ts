import { createHmac, randomBytes } from "node:crypto"

const PREFIX = "whsec_"

/** A new secret as receivers know it: `whsec_` and 32 random bytes in base64 (Standard Webhooks 1.0.0). */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString("base64")
}

/**
 * The headers that prove a delivery (Standard Webhooks 1.0.0): an id that stays the same at each try, the second of this try, and one
 * `v1` signature for each secret that stands, over id, time and the exact body.
 */
export function signedHeaders(id: string, at: Date, body: string, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64")
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`
  })
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") }
}
