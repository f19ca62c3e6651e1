import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"
import type { Keys } from "#platform"

/** 256 random bits, for a link, a session, a token. */
export function randomSecret(): string {
  return randomBytes(32).toString("base64url")
}

/** What is stored of a secret that has 256 random bits: it can't be guessed, so a plain hash is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest()
}

const NONCE = 12
const TAG = 16

/** Seals a secret that must be read again (AES-256-GCM). It opens only under the name of its own row: `totp_secrets:ID`. */
export function sealSecret(keys: Keys, row: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv("aes-256-gcm", keys.key("sealed-secret"), nonce).setAAD(Buffer.from(row))
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @throws Error when a byte was changed, or it belongs to another row or another installation. */
export function openSecret(keys: Keys, row: string, sealed: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", keys.key("sealed-secret"), sealed.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(row)).setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString("utf8")
}
