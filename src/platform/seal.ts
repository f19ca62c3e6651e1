import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import type { Keys } from "./keys.ts"

const NONCE = 12
const TAG = 16

/**
 * Seals a secret that must be read again, with the installation's key (AES-256-GCM, a fresh nonce each time). It opens only under the name
 * of what it belongs to: `totp_secrets:ID`.
 */
export function sealSecret(keys: Keys, name: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv("aes-256-gcm", keys.key("sealed-secret"), nonce).setAAD(Buffer.from(name))
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @throws Error when a byte was changed, or it belongs to something else or another installation. */
export function openSecret(keys: Keys, name: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv("aes-256-gcm", keys.key("sealed-secret"), bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8")
}
