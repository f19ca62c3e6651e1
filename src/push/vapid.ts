import { createECDH, createPrivateKey, sign } from "node:crypto"
import { HOUR, type Keys, openSecret, sealSecret, type Reader, type Tx } from "#platform"
import { room } from "./tables.ts"

export interface VapidKeys {
  /** base64url of the uncompressed point: what browsers subscribe to. */
  publicKey: string
  privateKey: string
}

const SEALED_AS = "push_keys:vapid"
const LASTS = 12 * HOUR

/** By what push services know us. @throws when none were made */
export async function vapidKeys(reader: Reader, keys: Keys): Promise<VapidKeys> {
  const row = await room(reader).selectFrom("push_keys").selectAll().executeTakeFirstOrThrow()
  return { publicKey: row.public_key, privateKey: openSecret(keys, SEALED_AS, row.sealed) }
}

/** Makes them, where there are none that this installation can open: they must stay, for browsers are subscribed to them. */
export async function keepVapidKeys(tx: Tx, keys: Keys): Promise<void> {
  const tables = room(tx)
  const row = await tables.selectFrom("push_keys").selectAll().executeTakeFirst()
  if (row && opens(keys, row.sealed)) return
  await tables.deleteFrom("push_subscriptions").execute()
  await tables.deleteFrom("push_keys").execute()
  const pair = createECDH("prime256v1")
  pair.generateKeys()
  const made = pair.getPrivateKey().toString("base64url")
  await tables
    .insertInto("push_keys")
    .values({ public_key: pair.getPublicKey().toString("base64url"), sealed: sealSecret(keys, SEALED_AS, made), made_at: tx.now })
    .execute()
}

function opens(keys: Keys, sealed: Buffer): boolean {
  try {
    return openSecret(keys, SEALED_AS, sealed) !== ""
  } catch {
    return false // of another installation
  }
}

/** The header that says who writes (RFC 8292): a token for that push service alone, for half a day. */
export function authorization({ publicKey, privateKey }: VapidKeys, endpoint: string, contact: string, now: Date): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url")
  const exp = Math.floor((now.getTime() + LASTS) / 1000)
  const claims = `${part({ typ: "JWT", alg: "ES256" })}.${part({ aud: new URL(endpoint).origin, exp, sub: contact })}`
  const point = Buffer.from(publicKey, "base64url")
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"))
  const key = createPrivateKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x: x!, y: y!, d: privateKey } })
  const signature = sign("sha256", Buffer.from(claims), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")
  return `vapid t=${claims}.${signature}, k=${publicKey}`
}
