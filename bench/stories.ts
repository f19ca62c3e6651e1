import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { type Placement, StoryGrouper } from "#listening"
import { TOLD_BY_HAND } from "../test/support/told-by-hand.ts"
import { Random } from "./random.ts"
import { progress, report } from "./report.ts"
import { bCubed, copiesFound, type Together } from "./together.ts"
import { type Told, ToldStream } from "./told.ts"

setFlagsFromString("--expose-gc")
const collect = runInNewContext("gc") as () => void
const GOAL = 20_000
const ITEMS = Number(process.env["VIGIE_BENCH_ITEMS"] ?? 1_000_000)
const BESIDE_BRUTE = 5_000
const JUDGED = 100_000
const BATCH = 1000

/** Items gathered into stories: how fast on one core, in how much memory over a million, and how well. */
export async function stories(): Promise<void> {
  quality("stories.by-hand", TOLD_BY_HAND)
  const judged = take(new ToldStream(new Random(5)), JUDGED)
  quality("stories.generated", judged)
  const few = judged.slice(0, BESIDE_BRUTE)
  const found = quality("stories.beside-brute", few)
  progress(`every story and text looked at, ${BESIDE_BRUTE} items …`)
  const brute = quality("stories.brute", few, true)
  const same = found.filter((story, n) => story === brute[n]).length
  report({ bench: "stories.brute", metric: "same", value: (100 * same) / few.length, unit: "% of items in the same story" })
  long()
}

/** Reports how well they are put together; the story of each. */
function quality(bench: string, told: readonly Told[], isExhaustive = false): string[] {
  const { placed, cpu } = placeAll(new StoryGrouper({ isExhaustive }), told)
  const stories = homes(placed)
  tell(
    bench,
    "items",
    bCubed(
      stories,
      told.map(({ event }) => event),
    ),
  )
  const of = told.flatMap(({ event, item }, n) => (event === item.id ? [] : [n]))
  tell(
    bench,
    "of-events",
    bCubed(
      of.map((n) => stories[n]!),
      of.map((n) => told[n]!.event),
    ),
  )
  const called = placed.map(({ copyOf, reason }) => copyOf !== null || reason === "repost")
  tell(
    bench,
    "copies",
    copiesFound(
      called,
      told.map(({ copyOf }) => copyOf !== null),
    ),
  )
  report({ bench, metric: "rate.cpu", value: (1000 * told.length) / cpu, unit: "items/s of the core’s time" })
  return stories
}

function placeAll(grouper: StoryGrouper, told: readonly Told[]): { placed: Placement[]; cpu: number } {
  const before = process.threadCpuUsage()
  const placed = told.map(({ item }) => grouper.place(item))
  const { user, system } = process.threadCpuUsage(before)
  return { placed, cpu: (user + system) / 1000 }
}

/** The story of each, after all that were found to be one. */
function homes(placed: readonly Placement[]): string[] {
  const into = new Map(placed.flatMap(({ absorbed, story }) => (absorbed === null ? [] : [[absorbed, story] as const])))
  return placed.map(({ story }) => {
    let home = story
    for (let next = into.get(home); next !== undefined; next = into.get(home)) home = next
    return home
  })
}

/** A million items, a thousand at a time so that making them isn't counted. */
function long(): void {
  const stream = new ToldStream(new Random(7))
  const grouper = new StoryGrouper()
  let [cpu, clock, characters, counted] = [0, 0, 0, 0]
  const memory: number[] = []
  for (let n = 0; n < ITEMS; n += BATCH) {
    const told = take(stream, BATCH)
    const began = performance.now()
    const taken = placeAll(grouper, told).cpu
    if (n >= ITEMS / 20) {
      clock += performance.now() - began
      cpu += taken
      counted += BATCH
      for (const { item } of told) characters += item.text.length + (item.title?.length ?? 0)
    }
    if ((n + BATCH) % (ITEMS / 10) === 0) memory.push(memoryNow())
    if ((n + BATCH) % (ITEMS / 10) === 0) progress(`${n + BATCH} items, ${memory.at(-1)!.toFixed(0)} MB`)
  }
  const rate = (1000 * counted) / cpu
  report({
    bench: "stories",
    metric: "rate.cpu",
    value: rate,
    unit: "items/s of the core’s time",
    peer: `goal ${GOAL}`,
    ratio: rate / GOAL,
  })
  report({ bench: "stories", metric: "rate", value: (1000 * counted) / clock, unit: "items/s by the clock" })
  report({ bench: "stories", metric: "characters", value: characters / counted, unit: "characters/item" })
  report({ bench: "stories", metric: "live", value: grouper.live.stories, unit: "stories" })
  report({ bench: "stories", metric: "memory.tenth", value: memory[0]!, unit: "MB" })
  const end = memory.at(-1)!
  report({ bench: "stories", metric: "memory", value: end, unit: "MB", peer: "after a tenth", ratio: end / memory[0]! })
}

/** What is held, without what is left to be collected; the stream's own vocabulary is part of it. */
function memoryNow(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

const take = (stream: ToldStream, count: number): Told[] => Array.from({ length: count }, () => stream.next())

function tell(bench: string, of: string, { precision, recall, f1 }: Together): void {
  for (const [metric, value] of Object.entries({ precision, recall, f1 })) report({ bench, metric: `${of}.${metric}`, value, unit: "of 1" })
}
