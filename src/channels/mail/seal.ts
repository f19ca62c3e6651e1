import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import type { Keys } from "#platform"

/**
 * Closes a secret with the installation's key (AES-256-GCM, a fresh nonce each time). `about` says what it belongs to and is part of the
 * proof: a sealed secret moved to another place doesn't open.
 */
export function sealSecret(keys: Keys, about: string, secret: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", keys.key("sealed-secret"), nonce).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @throws Error when it was sealed with another key, for another thing, or was changed. */
export function openSecret(keys: Keys, about: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv("aes-256-gcm", keys.key("sealed-secret"), bytes.subarray(0, 12)).setAAD(Buffer.from(about))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8")
}
