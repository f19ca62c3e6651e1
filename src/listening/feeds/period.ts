import { child, textOf, type XmlNode } from "./xml/node.ts"

const PERIODS: Readonly<Record<string, number>> = { hourly: 3_600, daily: 86_400, weekly: 604_800, monthly: 2_592_000, yearly: 31_536_000 }

/** How long nothing new is to be expected, in seconds, as the feed says: RSS in minutes, the syndication module by times a period. */
export function periodOf(channel: XmlNode): number | null {
  const ttl = Number(textOf(child(channel, "ttl")))
  if (ttl > 0) return Math.min(ttl * 60, PERIODS["yearly"]!)
  const period = PERIODS[textOf(child(channel, "sy:updateperiod")).toLowerCase()]
  const times = Number(textOf(child(channel, "sy:updatefrequency"))) || 1
  return period ? Math.round(period / Math.max(times, 1)) : null
}
