import type { TimelineItem } from "../api/types.ts"

export type Said = Extract<TimelineItem, { kind: "message" | "note" }>
export type Happened = Exclude<TimelineItem, { kind: "message" | "note" | "public" }>
export type Open = Extract<TimelineItem, { kind: "public" }>

/** A piece of the thread: something said to us, or in the open, one line of what happened, or several lines folded into one. */
export type Block =
  | { kind: "said"; item: Said }
  | { kind: "open"; item: Open }
  | { kind: "line"; item: Happened }
  | { kind: "folded"; items: readonly Happened[] }

/** What is evidence stays in sight; who moved what where may fold. */
const EVIDENCE: ReadonlySet<TimelineItem["kind"]> = new Set(["fact", "promise", "decision", "contradiction"])
/** From so many lines of one sort in a row on they fold: all of the moves, all but the last of the evidence. */
const MANY_MOVES = 3
const MUCH_EVIDENCE = 6
const STAY = 3

export function blocksOf(items: readonly TimelineItem[]): Block[] {
  const blocks: Block[] = []
  let run: Happened[] = []
  const end = (): void => {
    blocks.push(...foldRun(run))
    run = []
  }
  for (const item of items) {
    if (item.kind === "message" || item.kind === "note") {
      end()
      blocks.push({ kind: "said", item })
      continue
    }
    if (item.kind === "public") {
      end()
      blocks.push({ kind: "open", item })
      continue
    }
    if (run[0] && EVIDENCE.has(run[0].kind) !== EVIDENCE.has(item.kind)) end()
    run.push(item)
  }
  end()
  return blocks
}

function foldRun(run: readonly Happened[]): Block[] {
  const [first] = run
  if (!first) return []
  const lines = (items: readonly Happened[]): Block[] => items.map((item) => ({ kind: "line", item }))
  if (!EVIDENCE.has(first.kind)) return run.length < MANY_MOVES ? lines(run) : [{ kind: "folded", items: run }]
  if (run.length < MUCH_EVIDENCE) return lines(run)
  return [{ kind: "folded", items: run.slice(0, -STAY) }, ...lines(run.slice(-STAY))]
}

/** When a block begins, for the days between. */
export function momentOfBlock(block: Block): string {
  return block.kind === "folded" ? (block.items[0]?.at ?? "") : block.item.at
}

export function keyOfBlock(block: Block): string {
  return block.kind === "folded" ? `folded ${block.items[0]?.id}` : `${block.item.kind} ${block.item.id}`
}
