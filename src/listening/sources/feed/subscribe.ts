import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import { DAY, HOUR } from "#platform"
import type { Feed } from "../../feeds/feed.ts"
import type { SourceGround } from "../source.ts"
import type { Subscription } from "./cursor.ts"

const LEASE = 10 * DAY
/** Before the end of a lease it is asked for anew; a hub that hasn't confirmed is asked again. */
const BEFORE_END = 2 * DAY
const PATIENCE = 12 * HOUR

/**
 * Asks the feed's hub (WebSub, W3C) to tell of news, or to go on telling. Gives what stands with the hub now; the hub confirms later, at
 * `pushUrl`. A hub that doesn't answer is no trouble: the feed is still looked at.
 */
export async function subscribe(ground: SourceGround, feed: Feed, url: string, before: Subscription | null): Promise<Subscription | null> {
  const [hub] = feed.hubs.filter((each) => /^https?:\/\//i.test(each))
  const topic = feed.self && /^https?:\/\//i.test(feed.self) ? feed.self : url
  if (!hub || !ground.pushUrl) return null
  const now = ground.clock.now()
  if (before && before.hub === hub && before.topic === topic && !isDue(before, now)) return before
  const isSame = before?.hub === hub && before.topic === topic
  const secret = isSame ? before.secret : randomBytes(24).toString("base64url")
  const asked: Subscription = { hub, topic, secret, askedAt: now.toISOString(), until: isSame ? before.until : null }
  const form = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": topic,
    "hub.callback": ground.pushUrl,
    "hub.secret": secret,
    "hub.lease_seconds": String(LEASE / 1000),
  })
  const headers = { "content-type": "application/x-www-form-urlencoded", "user-agent": ground.agent }
  try {
    const answer = await ground.outbound.get(hub, {
      method: "POST",
      body: form.toString(),
      headers,
      timeoutMs: 5_000,
      redirects: 0,
      cut: true,
    })
    if (answer.status >= 300) ground.log.info("feed.hub-refused", { status: answer.status })
  } catch (error) {
    ground.log.info("feed.hub-unreachable", { reason: String(error) })
  }
  return asked
}

function isDue({ askedAt, until }: Subscription, now: Date): boolean {
  const isPatient = now.getTime() - Date.parse(askedAt) < PATIENCE
  return !isPatient && (until === null || Date.parse(until) - now.getTime() < BEFORE_END)
}

const SIGNATURE = /^(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})$/i

/** Whether these bytes come from the hub that knows the secret (`X-Hub-Signature`, WebSub § 7.1). */
export function isSigned(body: Uint8Array, signature: string | null, secret: string): boolean {
  const [, method, hex] = SIGNATURE.exec(signature?.trim() ?? "") ?? []
  if (!method || !hex) return false
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest()
  const told = Buffer.from(hex, "hex")
  return told.length === expected.length && timingSafeEqual(told, expected)
}
