import { createHmac, timingSafeEqual } from "node:crypto"

/** How WebSub allows a hub to sign (§ 7.1). */
export const WEBSUB_METHODS: readonly string[] = ["sha1", "sha256", "sha384", "sha512"]

const SIGNATURE = /^(\w+)=([0-9a-f]{40,128})$/i

/** Whether these very bytes come from who knows the secret: `METHOD=HEX`, an HMAC of the body. Compared in constant time. */
export function isSigned(body: Uint8Array, signature: string | null, secret: string, methods: readonly string[]): boolean {
  const [, method = "", hex = ""] = SIGNATURE.exec(signature?.trim() ?? "") ?? []
  if (!methods.includes(method.toLowerCase())) return false
  return isSame(Buffer.from(hex, "hex"), createHmac(method.toLowerCase(), secret).update(body).digest())
}

/** Whether both say the same, compared in constant time. */
export function isSame(told: string | Uint8Array, right: string | Uint8Array): boolean {
  const [a, b] = [Buffer.from(told), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
