import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto"
import { readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { writeDurably } from "./durable-file.ts"
import { holding } from "./file-lock.ts"

/** What a derived key is for. A key made for one purpose proves nothing for another. */
export type KeyPurpose =
  | "reply-token"
  | "message-id"
  | "session"
  | "sign-in"
  | "sealed-secret"
  | "cursor"
  | "blind-index"
  | "content-url"
  | "passkey"
  | "audit"
  | "satisfaction"
  | "source"

/** The installation's secrets: one root, kept in the data folder and outside the database, and a key per purpose (HKDF, RFC 5869). */
export class Keys {
  readonly #root: Buffer
  readonly #derived = new Map<KeyPurpose, Buffer>()

  constructor(root: Buffer) {
    if (root.length < 32) throw new Error("A root key has at least 32 bytes")
    this.#root = root
  }

  key(purpose: KeyPurpose): Buffer {
    const known = this.#derived.get(purpose)
    if (known) return known
    const key = Buffer.from(hkdfSync("sha256", this.#root, "vigie", purpose, 32))
    this.#derived.set(purpose, key)
    return key
  }

  /** A keyed fingerprint of a text (HMAC-SHA-256), cut to so many bytes. */
  sign(purpose: KeyPurpose, text: string, bytes = 32): Buffer {
    return createHmac("sha256", this.key(purpose)).update(text).digest().subarray(0, bytes)
  }

  /** Compares in constant time. */
  verify(purpose: KeyPurpose, text: string, signature: Uint8Array): boolean {
    const right = this.sign(purpose, text, signature.length)
    return signature.length >= 8 && timingSafeEqual(right, signature)
  }
}

/** The root key of a data folder; made at the first start, once by however many start at the same moment. */
export async function loadKeys(home: string): Promise<Keys> {
  const path = join(home, "secret")
  const isThere = () => stat(path).catch(() => null)
  if (!(await isThere()))
    await holding(join(home, "secret.lock"), async () => {
      if (!(await isThere())) await writeDurably(path, randomBytes(32).toString("base64url"))
    })
  return new Keys(Buffer.from(await readFile(path, "utf8"), "base64url"))
}
