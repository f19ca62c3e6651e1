import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import type { Keys } from "#platform"

/** Closes a webhook's secret with the installation's key (AES-256-GCM); it opens only under the id of its own row. */
export function sealSecret(keys: Keys, id: string, secret: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", keys.key("sealed-secret"), nonce).setAAD(Buffer.from(`webhook_secrets:${id}`))
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @throws Error when a byte was changed, or it belongs to another row or another installation. */
export function openSecret(keys: Keys, id: string, sealed: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", keys.key("sealed-secret"), sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(`webhook_secrets:${id}`)).setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8")
}
