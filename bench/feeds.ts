import { readFeed } from "#listening"
import { feedCases } from "../test/conformance/feeds/cases.ts"
import { sharedData } from "../test/conformance/suite.ts"
import { feedPeers } from "./feed-peers.ts"
import { Random } from "./random.ts"
import { progress, report } from "./report.ts"
import { someFeeds } from "./some-feeds.ts"

const SECONDS = 1.5

/**
 * Feeds read a second of the core's time, beside others in the same run. Vigie goes from bytes to plain words, as listening reads them, and
 * (`safe-html`) to sanitised HTML too, as `feed read` prints it; the others get decoded text and hand on HTML as it came.
 */
export async function feeds(): Promise<void> {
  const peers = await feedPeers()
  if (peers.length === 0) progress("feeds: alone; VIGIE_BENCH_PEERS may name a folder with feedsmith and @rowanmanning/feed-parser")
  for (const { name, bytes } of someFeeds(new Random(5))) {
    const text = bytes.toString("utf8")
    const value = rate(() => readFeed(bytes, { html: false }))
    report({ bench: `feeds.${name}`, metric: "rate", value, unit: "feeds/s" })
    report({ bench: `feeds.${name}`, metric: "rate.safe-html", value: rate(() => readFeed(bytes)), unit: "feeds/s" })
    report({ bench: `feeds.${name}`, metric: "bytes", value: (value * bytes.length) / 1e6, unit: "MB/s" })
    for (const peer of peers) {
      if (name === "json" && peer.name.startsWith("@rowan")) continue // reads no JSON
      const theirs = rate(() => peer.read(text))
      report({ bench: `feeds.${name}`, metric: "rate.peer", value: theirs, unit: "feeds/s", peer: peer.name, ratio: value / theirs })
    }
  }
  suite(peers)
}

/** The published cases: how many a second, and how many at all. */
function suite(peers: Awaited<ReturnType<typeof feedPeers>>): void {
  if (!sharedData()) return progress("feeds: the published cases are not here (VIGIE_SHARED names another place)")
  const cases = feedCases().map((each) => ({ ...each, text: each.bytes.toString("utf8") }))
  const read = cases.filter(({ bytes, context }) => "feed" in readFeed(bytes, context)).length
  const value = rate(() => cases.forEach(({ bytes, context }) => readFeed(bytes, { ...context, html: false }))) * cases.length
  report({ bench: "feeds.suite", metric: "rate", value, unit: "feeds/s" })
  report({ bench: "feeds.suite", metric: "read", value: read, unit: `of ${cases.length}` })
  for (const peer of peers) {
    const isRead = ({ text }: { text: string }) => {
      try {
        return Boolean(peer.read(text))
      } catch {
        return false // what it can't read is what is counted
      }
    }
    const theirs = rate(() => cases.forEach(isRead)) * cases.length
    const theirRead = cases.filter(isRead).length
    report({ bench: "feeds.suite", metric: "rate.peer", value: theirs, unit: "feeds/s", peer: peer.name, ratio: value / theirs })
    report({
      bench: "feeds.suite",
      metric: "read.peer",
      value: theirRead,
      unit: `of ${cases.length}`,
      peer: peer.name,
      ratio: read / theirRead,
    })
  }
}

/** How often a second of the core's own time does it, after as long that doesn't count. */
function rate(work: () => unknown): number {
  for (const end = performance.now() + 300; performance.now() < end;) work()
  const began = process.cpuUsage()
  let times = 0
  for (;;) {
    work()
    times++
    const { user, system } = process.cpuUsage(began)
    if (user + system > SECONDS * 1e6) return (times * 1e6) / (user + system)
  }
}
