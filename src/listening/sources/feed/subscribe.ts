import { DAY, HOUR } from "#platform"
import type { SourceGround } from "../source-ground.ts"
import type { Json } from "../source.ts"
import type { Announced } from "./announced.ts"
import { feedCursor, type Subscription } from "./cursor.ts"

const LEASE = 10 * DAY
/** Before the end of a lease it is asked for anew; a hub that hasn't confirmed is asked again. */
const BEFORE_END = 2 * DAY
const PATIENCE = 12 * HOUR

/**
 * Asks the feed's hub (WebSub, W3C) to tell of news, or to go on telling. Gives what stands with the hub now; the hub confirms later, at
 * `pushUrl`. A hub that doesn't answer is no trouble: the feed is still looked at.
 */
export async function subscribe(
  ground: SourceGround,
  announced: Announced | null,
  before: Subscription | null,
): Promise<Subscription | null> {
  if (!announced || !ground.pushUrl) return null
  const { hub, topic } = announced
  const now = ground.clock.now()
  if (before && before.hub === hub && before.topic === topic && !isDue(before, now)) return before
  const isSame = before?.hub === hub && before.topic === topic
  const asked: Subscription = { hub, topic, askedAt: now.toISOString(), until: isSame ? before.until : null }
  await tellHub(ground, asked, "subscribe", { "hub.secret": hubSecret(ground, asked), "hub.lease_seconds": String(LEASE / 1000) })
  return asked
}

/** Tells the hub that nobody listens any more; it asks back at `pushUrl`, and is told that this was meant. */
export async function unsubscribe(ground: SourceGround, cursor: Json): Promise<void> {
  const { push } = feedCursor(cursor)
  if (push) await tellHub(ground, push, "unsubscribe", {})
}

/** What the hub signs with: one secret a subscription, which nobody else can know. */
export const hubSecret = (ground: SourceGround, { hub, topic }: Pick<Subscription, "hub" | "topic">): string =>
  ground.secretFor(`websub\n${hub}\n${topic}`)

async function tellHub(
  ground: SourceGround,
  { hub, topic }: Subscription,
  mode: "subscribe" | "unsubscribe",
  more: Record<string, string>,
): Promise<void> {
  if (!ground.pushUrl) return
  const form = new URLSearchParams({ "hub.mode": mode, "hub.topic": topic, "hub.callback": ground.pushUrl, ...more })
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
}

function isDue({ askedAt, until }: Subscription, now: Date): boolean {
  const isPatient = now.getTime() - Date.parse(askedAt) < PATIENCE
  return !isPatient && (until === null || Date.parse(until) - now.getTime() < BEFORE_END)
}
