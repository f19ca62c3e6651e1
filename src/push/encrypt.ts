import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto"
import { type BrowserKeys, POINT } from "./browser-keys.ts"

const RECORD = 4096
/** What fits in one record: its tag and the padding's delimiter are taken off. */
export const MOST = RECORD - 16 - 1 - (16 + 4 + 1 + POINT)

/**
 * Encrypts for one browser (RFC 8291, in one record of RFC 8188's `aes128gcm`). `by` gives the salt and the sender's key of an example;
 * both are made anew for each message otherwise.
 */
export function encryptFor({ p256dh, auth }: BrowserKeys, text: string, by: { salt: Buffer; key: Buffer } | null = null): Buffer {
  const ours = createECDH("prime256v1")
  if (by) ours.setPrivateKey(by.key)
  else ours.generateKeys()
  const salt = by?.salt ?? randomBytes(16)
  const shared = ours.computeSecret(p256dh)
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), p256dh, ours.getPublicKey()])
  const ikm = Buffer.from(hkdfSync("sha256", shared, auth, info, 32))
  const key = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: aes128gcm\0", 16))
  const nonce = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: nonce\0", 12))
  const cipher = createCipheriv("aes-128-gcm", key, nonce)
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.update(Buffer.of(2)), cipher.final(), cipher.getAuthTag()])
  const head = Buffer.alloc(21)
  salt.copy(head)
  head.writeUInt32BE(RECORD, 16)
  head.writeUInt8(POINT, 20)
  return Buffer.concat([head, ours.getPublicKey(), body])
}
