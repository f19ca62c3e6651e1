import { createECDH } from "node:crypto"

/** A browser's own key and secret, as it gives them with its subscription. */
export interface BrowserKeys {
  p256dh: Buffer
  auth: Buffer
}

/** Bytes of an uncompressed point of P-256. */
export const POINT = 65

/** Whether these can be a browser's: a point of P-256, and a secret of 16 bytes. */
export function areKeys({ p256dh, auth }: BrowserKeys): boolean {
  if (p256dh.length !== POINT || auth.length !== 16) return false
  try {
    const one = createECDH("prime256v1")
    one.generateKeys()
    one.computeSecret(p256dh)
    return true
  } catch {
    return false // not on the curve
  }
}
