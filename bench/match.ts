import { spawn } from "node:child_process"
import { once } from "node:events"
import { Matcher, parseQuery, type Text } from "#listening"
import { Listened } from "./listened.ts"
import { Random } from "./random.ts"
import { progress, report, reportSpread, spread } from "./report.ts"

const SIZES = [100_000, 1_000_000]
const GOALS = { rate: 5000, p99: 5, megabytes: 500 }
const WARM = 5_000
const POSTS = 20_000

/** Stored queries against posts, one core, reading the posts included; each number of queries in a process of its own. */
export async function match(): Promise<void> {
  const asked = process.argv[3]
  if (asked !== undefined) return measure(Number(asked))
  for (const size of SIZES) {
    const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, "match", String(size)], { stdio: "inherit" })
    const [code] = await once(child, "exit")
    if (code !== 0) throw new Error(`match ${size} ended with ${code}`)
  }
}

function measure(size: number): void {
  const world = new Listened(new Random(11))
  const matcher = new Matcher()
  progress(`${size} queries …`)
  const before = process.memoryUsage().rss
  let placing = 0
  for (let n = 0; n < size; n++) {
    const written = world.query()
    const began = performance.now()
    const { query } = parseQuery(written)
    if (!query) throw new Error(`not a query: ${written}`)
    matcher.put(String(n), query)
    placing += performance.now() - began
  }
  const bench = `match.${size}`
  report({ bench, metric: "put", value: size / (placing / 1000), unit: "queries/s" })
  const posts = Array.from({ length: 2000 }, () => world.post())
  for (let n = 0; n < WARM; n++) matcher.match(posts[n % posts.length]!)
  const { times, hits, cpu } = run(world, (post) => matcher.match(post), POSTS)
  const rate = (1000 * times.length) / times.reduce((sum, time) => sum + time, 0)
  const isGoal = size === SIZES[0]
  const goal = (value: number, peer: string) => (isGoal ? { peer: `goal ${peer}`, ratio: value } : {})
  report({ bench, metric: "rate", value: rate, unit: "posts/s", ...goal(rate / GOALS.rate, `${GOALS.rate} posts/s`) })
  report({ bench, metric: "rate.cpu", value: (1000 * times.length) / cpu, unit: "posts/s of the core’s time" })
  reportSpread(bench, "post", spread(times))
  report({ bench, metric: "post.max", value: Math.max(...times), unit: "ms" })
  report({ bench, metric: "found", value: hits / times.length, unit: "queries/post" })
  const brute = compare(matcher, posts.slice(0, isGoal ? 200 : 30))
  report({ bench, metric: "rate.brute", value: brute, unit: "posts/s", peer: "indexed", ratio: rate / brute })
  globalThis.gc?.()
  const { rss } = process.memoryUsage()
  report({ bench, metric: "memory.rss", value: rss / 1e6, unit: "MB", ...goal(rss / 1e6 / GOALS.megabytes, `${GOALS.megabytes} MB`) })
  report({ bench, metric: "memory.queries", value: (rss - before) / 1e6, unit: "MB" })
}

/**
 * New posts, a thousand at a time so that making them isn't counted. Milliseconds for each, and those that the core worked for all: on a
 * machine that does other things too, fewer.
 */
function run(world: Listened, answer: (post: Text) => string[], count: number): { times: number[]; hits: number; cpu: number } {
  const times: number[] = []
  let [hits, cpu] = [0, 0]
  while (times.length < count) {
    const posts = Array.from({ length: 1000 }, () => world.post())
    const before = process.threadCpuUsage()
    for (const post of posts) {
      const began = performance.now()
      hits += answer(post).length
      times.push(performance.now() - began)
    }
    const { user, system } = process.threadCpuUsage(before)
    cpu += (user + system) / 1000
  }
  return { times, hits, cpu }
}

/** Posts a second when every query is evaluated; fails when the answers differ. */
function compare(matcher: Matcher, posts: readonly Text[]): number {
  let time = 0
  for (const post of posts) {
    const began = performance.now()
    const reference = matcher.matchBrute(post)
    time += performance.now() - began
    const found = matcher.match(post)
    if (found.join() !== reference.join()) throw new Error(`not the same: ${JSON.stringify(post)}`)
  }
  return (1000 * posts.length) / time
}
