import { askPresence, hearPresence, WINDOW } from "./presence.ts"
import { readEvents } from "./read-events.ts"
import { newStore } from "./store.ts"
import type { FeedFact, Presence } from "./types.ts"

/** Whether the desk hears of changes as they happen. */
export const connection = newStore<"opening" | "live" | "lost">("opening")

/** Since when nothing was heard, while the line is broken. */
export const lostSince = newStore<number | null>(null)

/** How much was missed and is here now, shortly after the line came back. */
export const caughtUp = newStore<number | null>(null)

/** What was missed comes at once; what comes later is news. */
const CATCHING_UP = 1500
const SAID = 7000

export interface FeedListener {
  fact: (fact: FeedFact) => void
  /** Anything may have changed unheard: fetch again what is shown. */
  reset: () => void
  signedOut: () => void
}

/** The server says something at least this often, if only that it is there. */
const SILENCE = 45_000

/** Listens until told to stop; after a break, goes on from the last number heard. */
export function listenToFeed(listener: FeedListener): () => void {
  const stop = new AbortController()
  void keepListening(listener, stop.signal)
  return () => stop.abort()
}

/** The number heard last; null: nothing yet, and what is shown may be older than the line. */
let last: string | null = null

/** What was fetched already holds everything up to here. */
export function resumeFrom(seq: number): void {
  last = String(seq)
}

/** Nobody is signed in any more: whoever comes next has missed nothing. */
export function forgetLine(): void {
  last = null
  lostSince.set(null)
  caughtUp.set(null)
}

async function keepListening(listener: FeedListener, stop: AbortSignal): Promise<void> {
  let tries = 0
  while (!stop.aborted) {
    const silence = new AbortController()
    const cut = (): void => silence.abort()
    addEventListener("offline", cut)
    let alarm = setTimeout(() => silence.abort(), SILENCE)
    try {
      const answer: Response = await fetch(`/api/feed?window=${WINDOW}`, {
        headers: { accept: "text/event-stream", ...(last ? { "last-event-id": last } : {}) },
        signal: AbortSignal.any([stop, silence.signal]),
        cache: "no-store",
      })
      if (answer.status === 401) {
        last = null
        return listener.signedOut()
      }
      if (!answer.ok || !answer.body) throw new Error(`feed answered ${answer.status}`)
      tries = 0
      connection.set("live")
      const missing = lostSince.get() !== null && last !== null ? sayCaughtUp() : null
      lostSince.set(null)
      if (last === null) listener.reset()
      askPresence().catch(() => {}) // told again with the next change
      for await (const event of readEvents(answer.body)) {
        clearTimeout(alarm)
        alarm = setTimeout(() => silence.abort(), SILENCE)
        if (event === "alive") continue
        if (event.id) last = event.id
        if (event.kind === "reset") listener.reset()
        else if (event.kind === "presence") hearPresence(JSON.parse(event.data) as Presence)
        // How an import gets on; its page, which alone wants to know, asks each second.
        else if (event.kind !== "open" && event.kind !== "import") {
          missing?.()
          listener.fact(JSON.parse(event.data) as FeedFact)
        }
      }
    } catch {
      // Told to the person as "lost", below; tried again.
    }
    clearTimeout(alarm)
    removeEventListener("offline", cut)
    if (stop.aborted) return
    connection.set("lost")
    lostSince.set((since) => since ?? Date.now())
    await pause(Math.min(1000 * 2 ** tries++, 15_000), stop)
  }
}

/** Counts what comes in the first moment after a break; then it has been said long enough. */
function sayCaughtUp(): () => void {
  const began = Date.now()
  lostSince.set(null)
  caughtUp.set(0)
  setTimeout(() => caughtUp.set(null), SAID)
  return () => {
    if (Date.now() - began < CATCHING_UP) caughtUp.set((count) => (count ?? 0) + 1)
  }
}

/** Waits, or less when the browser says that the network is back. */
function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer)
      removeEventListener("online", go)
      resolve()
    }
    const timer = setTimeout(go, milliseconds)
    addEventListener("online", go)
    stop.addEventListener("abort", go, { once: true })
  })
}
