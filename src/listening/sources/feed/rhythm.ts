import { HOUR, MINUTE, SECOND } from "#platform"

/** However often a feed wants to be asked, and however seldom. Somebody may be waiting for what is in it. */
const SOONEST = 5 * MINUTE
const LATEST = 6 * HOUR
/** Where a hub tells of news, a look is only there in case that one of them was lost. */
const WITH_HUB = 1 * HOUR

interface Said {
  /** Seconds, as the feed says itself. */
  period: number | null
  headers: Headers
  isPushed: boolean
}

/** When to look again: what the feed and its server ask for, within bounds; null where they say nothing. */
export function nextLook({ period, headers, isPushed }: Said, now: Date): Date | null {
  const cached = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(headers.get("cache-control") ?? "")?.[1]
  const wanted = Math.max((period ?? 0) * SECOND, Number(cached ?? 0) * SECOND, isPushed ? WITH_HUB : 0)
  return wanted > 0 ? new Date(now.getTime() + Math.min(Math.max(wanted, SOONEST), LATEST)) : null
}
