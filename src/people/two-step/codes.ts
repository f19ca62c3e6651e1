import { randomInt } from "node:crypto"
import { Secret, TOTP } from "otpauth"
import type { Keys } from "#platform"

const PERIOD = 30

function totp(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: "Vigie", label, secret, algorithm: "SHA1", digits: 6, period: PERIOD })
}

/** A new secret (160 bits, RFC 4226 §4) and the address that an authenticator reads as a QR code. */
export function newSecret(label: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 })
  return { secret: secret.base32, uri: totp(secret, label).toString() }
}

/** The counter of a right code (RFC 6238, one period of tolerance each way); null for a wrong one. */
export function counterOf(secret: string, code: string, at: Date): number | null {
  const delta = totp(Secret.fromBase32(secret), "").validate({ token: code, timestamp: at.getTime(), window: 1 })
  return delta === null ? null : Math.floor(at.getTime() / 1000 / PERIOD) + delta
}

const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
const RECOVERY_CODES = 10

/** Ten codes of ten signs (49 bits each), for the day the telephone is lost. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const signs = Array.from({ length: 10 }, () => SIGNS[randomInt(SIGNS.length)]).join("")
    return `${signs.slice(0, 5)}-${signs.slice(5)}`
  })
}

/** Keyed, since 49 bits could be searched through with a copy of the database. */
export function hashRecoveryCode(keys: Keys, agentId: string, code: string): Buffer {
  return keys.sign("sign-in", `recovery ${agentId} ${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`)
}
