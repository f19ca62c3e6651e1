import { HOUR } from "#platform"

const LONGEST_WAIT = 24 * HOUR

/** Until when a place asks to be left alone: Retry-After, or the reset of its limit once nothing is left of it; at most a day. */
export function waitOf({ status, headers }: { status: number; headers: Headers }, now: Date): Date | null {
  const asked = headers.get("retry-after")
  if (asked) return momentOf(asked, now)
  const said = (what: string) =>
    ["x-ratelimit-", "ratelimit-", "x-rate-limit-"].map((name) => headers.get(name + what)).find(Boolean) ?? null
  const [left, reset] = [said("remaining"), said("reset")]
  return reset && (left === "0" || status === 429) ? momentOf(reset, now) : null
}

/** Seconds from now, seconds since 1970, or a date. */
function momentOf(written: string, now: Date): Date | null {
  const seconds = Number(written)
  const at = Number.isFinite(seconds) ? (seconds > 1e9 ? seconds * 1000 : now.getTime() + seconds * 1000) : Date.parse(written)
  if (Number.isNaN(at) || at <= now.getTime()) return null
  return new Date(Math.min(at, now.getTime() + LONGEST_WAIT))
}
