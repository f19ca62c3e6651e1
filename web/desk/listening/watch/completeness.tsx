import type { ReactNode } from "react"
import { useWords } from "../../words/use-words.ts"
import type { Counts } from "../api.ts"
import { isOneDay } from "./use-step-names.ts"

interface Props {
  counts: Counts
  names: readonly { short: string; long: string }[]
  /** What can be done with it. */
  children?: ReactNode
}

/** Under the curve: when all sources of the watch were read, and when one wasn't. */
export function Completeness({ counts: { items, sources, step }, names, children }: Props) {
  const { say, list } = useWords()
  if (sources === 0) return <p className="figures-aside">{say("listen.strip.noSource")}</p>
  const stretches: { from: number; to: number; complete: boolean }[] = []
  for (const [i, { complete }] of items.entries()) {
    const last = stretches.at(-1)
    if (last?.complete === complete) last.to = i
    else stretches.push({ from: i, to: i, complete })
  }
  const inOneDay = isOneDay({ items, step })
  const gaps = stretches.filter(({ complete }) => !complete)
  const told = gaps.slice(-3).map(({ from, to }) => {
    const [first, last] = [names[from]?.short ?? "", names[to]?.short ?? ""]
    return first === last ? first : say(inOneDay ? "listen.strip.hours" : "listen.strip.between", { from: first, to: last })
  })
  const words = gaps.length === 0 ? say("listen.strip.whole") : say("listen.strip.gaps", { count: gaps.length, when: list(told) })
  return (
    <div className="completeness">
      <div className="completeness-strip" aria-hidden="true">
        {stretches.map(({ from, to, complete }) => (
          <i key={from} data-gap={!complete || undefined} style={{ flexGrow: to - from + 1 }} />
        ))}
      </div>
      <div className="completeness-words">
        <span>{words}</span>
        {children}
      </div>
    </div>
  )
}
