import { createHash, randomBytes } from "node:crypto"

/** 256 random bits, for a link, a session, a token. */
export function randomSecret(): string {
  return randomBytes(32).toString("base64url")
}

/** What is stored of a secret that has 256 random bits: it can't be guessed, so a plain hash is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest()
}
