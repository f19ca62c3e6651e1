import { useWords } from "../../words/use-words.ts"
import type { Counts } from "../api.ts"
import { pausesIn } from "./breaks-of.ts"

/** Below a curve: what changed in its time, day by day, the latest last; when the watch paused, and since when its query is what it is. */
export function Changed({ counts }: { counts: Counts }) {
  const { say, list, moment, day } = useWords()
  const { changes, changedAt, from } = counts
  const days = new Map<string, { what: "began" | "ended"; at: string; names: string[] }>()
  for (const { at, what, name } of changes) {
    const key = `${what} ${day(at)}`
    const same = days.get(key)
    if (same) same.names.push(name)
    else days.set(key, { what, at, names: [name] })
  }
  const told = [...days.values()]
    .slice(-SHOWN)
    .map(({ what, at, names }) => say(`listen.curve.${what}`, { count: names.length, names: list(names), at: day(at) }))
  const pauses = pausesIn(counts).map((one) =>
    one.to === null
      ? say("listen.curve.since", { at: moment(one.from) })
      : say("listen.strip.between", { from: moment(one.from), to: moment(one.to) }),
  )
  return (
    <>
      {told.length > 0 && (
        <p className="figures-aside">
          {say(days.size > SHOWN ? "listen.curve.changedLast" : "listen.curve.changed", { count: changes.length, what: list(told) })}
        </p>
      )}
      {pauses.length > 0 && <p className="figures-aside">{say("listen.curve.unheard", { count: pauses.length, when: list(pauses) })}</p>}
      {changedAt && changedAt > from && <p className="figures-aside">{say("listen.curve.requeried", { at: moment(changedAt) })}</p>}
    </>
  )
}

const SHOWN = 4
