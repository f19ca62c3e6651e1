import { createHash } from "node:crypto"
import { FetchRefused, type Keys, type SafeFetch } from "#platform"
import type { Shown } from "./about.ts"
import { encryptFor, MOST } from "./encrypt.ts"
import { keysOf } from "./own-browsers.ts"
import type { Subscription } from "./tables.ts"
import { authorization, type VapidKeys } from "./vapid.ts"

/** What a push service said: `taken`, `gone` for good, `later` after so many seconds, or `refused`. */
export type Outcome = { what: "taken" | "gone" } | { what: "later" | "refused"; why: string; after: number | null }

export interface PushParts {
  keys: Keys
  outbound: Pick<SafeFetch, "get">
  /** Where push services reach the operator (RFC 8292, `sub`). */
  contact: string
}

const TIMEOUT = 15_000
/** What may pass by itself. */
const PASSING: ReadonlySet<string> = new Set(["timeout", "unreachable"])

/** Gives one thing to a browser's push service, encrypted so that the service can't read it. */
export async function send(
  { keys, outbound, contact }: PushParts,
  vapid: VapidKeys,
  one: Subscription,
  shown: Shown,
  { now, expires }: { now: Date; expires: Date },
): Promise<Outcome> {
  const { urgent, ...payload } = shown
  try {
    const { status, headers } = await outbound.get(one.endpoint, {
      method: "POST",
      headers: {
        authorization: authorization(vapid, one.endpoint, contact, now),
        "content-encoding": "aes128gcm",
        "content-type": "application/octet-stream",
        ttl: String(Math.max(0, Math.floor((expires.getTime() - now.getTime()) / 1000))),
        urgency: urgent ? "high" : "normal",
        topic: createHash("sha256").update(shown.tag).digest("base64url").slice(0, 32),
      },
      body: encryptFor(keysOf(keys, one), fitting(payload)),
      maxBytes: 1024,
      cut: true,
      timeoutMs: TIMEOUT,
      redirects: 0,
    })
    if (status >= 200 && status < 300) return { what: "taken" }
    if (status === 404 || status === 410) return { what: "gone" }
    const after = Number(headers.get("retry-after")) || null
    return { what: status === 429 || status >= 500 ? "later" : "refused", why: String(status), after }
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error
    return { what: PASSING.has(error.reason) ? "later" : "refused", why: error.reason, after: null }
  }
}

/** As JSON that fits into one record: long words are cut. */
function fitting(payload: Omit<Shown, "urgent">): string {
  const whole = JSON.stringify(payload)
  if (Buffer.byteLength(whole) <= MOST) return whole
  const cut = (text: string): string => `${text.slice(0, 200)}…`
  return JSON.stringify({ ...payload, title: cut(payload.title), body: cut(payload.body) })
}
