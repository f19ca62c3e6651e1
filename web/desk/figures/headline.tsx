import { Link } from "@tanstack/react-router"
import type { Figures, WaitingNow } from "../api/types.ts"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import { useFigureWords } from "./use-figure-words.ts"

const SCALE = ["cool", "warm", "bold", "hot"] as const

/** The whole page in two sentences, and who waits for how long as one bar on the silence scale. */
export function Headline({ now, figures }: { now: WaitingNow; figures: Figures | undefined }) {
  const { say, number, length } = useFigureWords()
  const { when, moment } = useWords()
  const at = useNow()
  const first = figures?.times.find(({ name }) => name === "first")?.now
  const waiting = now.longest
    ? say("figures.waitingNow", { count: now.waiting, since: when(now.longest.since, at) })
    : say("figures.nobodyWaits")
  return (
    <section className="figures-head" aria-label={say("figures.inShort")}>
      <p className="figures-sentence">
        {waiting}{" "}
        {first &&
          (first.median === null
            ? first.n === 0
              ? say("figures.firstNone")
              : say("figures.firstFew", { count: first.n })
            : first.p90 === null
              ? say("figures.firstMedian", { median: length(first.median) })
              : say("figures.firstBoth", { median: length(first.median), p90: length(first.p90) }))}
      </p>
      {now.waiting > 0 && (
        <>
          <div className="scale-bar" aria-hidden="true">
            {SCALE.map((name, i) => now.scale[i]! > 0 && <i key={name} data-scale={name} style={{ flexGrow: now.scale[i] }} />)}
          </div>
          <ul className="scale-words">
            {SCALE.map((name, i) => (
              <li key={name}>
                <i data-scale={name} aria-hidden="true" />
                <strong>{number(now.scale[i]!)}</strong> {say(`figures.scale.${name}`)}
              </li>
            ))}
          </ul>
          <p className="figures-aside">
            {now.late > 0 && `${say("figures.late", { count: now.late })} `}
            {now.unassigned > 0 && `${say("figures.unassigned", { count: now.unassigned })} `}
            {now.longest && (
              <Link
                className="link"
                to="/cases/$number"
                params={{ number: String(now.longest.number) }}
                search={{ view: "waiting", sort: "waiting" }}
                title={moment(now.longest.since)}
              >
                {say("figures.seeLongest")}
              </Link>
            )}
          </p>
        </>
      )}
    </section>
  )
}
