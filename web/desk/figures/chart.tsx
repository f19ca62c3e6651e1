import { type KeyboardEvent, useState } from "react"
import { useWords } from "../words/use-words.ts"
import { latePart } from "../parts/late-part.tsx"

/** One line or row of bars: a name, its values by step, and how it is drawn. */
export interface Series {
  name: string
  values: readonly (number | null)[]
  /** A token of colour. */
  ink: "accent" | "lamp" | "hot" | "good" | "ink-faint"
  shape: "line" | "dashed" | "bars" | "steps" | "dots"
  /** A value that isn't known breaks the line. */
  broken?: boolean
}

/** A step in words. Where some have a mark, the axis has these alone: the days, under a curve of hours. */
export interface Step {
  long: string
  short: string
  mark?: string
}

/** A step before which everything breaks: what lies on either side can't be compared. */
export interface Break {
  at: number
  /** What changed there, in words. */
  why: string
}

export interface ChartProps {
  /** What it shows, in a sentence. */
  label: string
  steps: readonly Step[]
  series: readonly Series[]
  /** A value in words. */
  words: (value: number) => string
  breaks?: readonly Break[]
  /** What a step of a series leads to: of the nearest by a click, of the one that ↑ and ↓ choose by Enter. */
  onChoose?: (at: number, which: number) => void
  hint?: string
}

const Plot = latePart(async () => (await import("./plot.tsx")).Plot)

/**
 * A picture that can be read by pointer, by arrow keys and by ear: whichever point is chosen is said below it, in words. Its place is kept
 * while it is fetched.
 */
export function Chart(props: ChartProps) {
  const { say } = useWords()
  const { label, steps, series, words, breaks, onChoose, hint } = props
  const [at, setAt] = useState<number | null>(null)
  const [which, setWhich] = useState(0)
  const last = steps.length - 1
  const move = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && at !== null && onChoose) {
      event.preventDefault()
      return onChoose(at, which)
    }
    if (onChoose && series.length > 1 && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault()
      event.stopPropagation()
      setAt(at ?? last)
      return setWhich((which + (event.key === "ArrowUp" ? series.length - 1 : 1)) % series.length)
    }
    const to: Record<string, number> = {
      ArrowRight: Math.min(last, (at ?? -1) + 1),
      ArrowLeft: Math.max(0, (at ?? last + 1) - 1),
      Home: 0,
      End: last,
    }
    const next = to[event.key]
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    setAt(next)
  }
  const point = at === null ? null : steps[at]
  const broken = breaks?.find((one) => one.at === at)
  const told = point ? series.filter(({ shape, values }) => shape !== "dots" || values[at!] !== null) : []
  return (
    <div
      className="chart"
      role="group"
      aria-label={say("figures.chart", { label })}
      tabIndex={0}
      onKeyDown={move}
      onBlur={() => setAt(null)}
    >
      <ul className="chart-names">
        {series.map(({ name, ink, shape }) => (
          <li key={name}>
            <i data-shape={shape} style={{ color: `var(--${ink})` }} aria-hidden="true" />
            {name}
          </li>
        ))}
      </ul>
      <div className="chart-place" aria-hidden="true">
        <Plot {...props} at={at} onPoint={setAt} />
      </div>
      <p className="chart-told" aria-live="polite">
        {point ? (
          <>
            <strong>{point.long}</strong>
            {told.map((one) => (
              <span key={one.name} data-chosen={(onChoose && series.length > 1 && series[which] === one) || undefined}>
                {` · ${one.name} ${tell(one.values[at!] ?? null, words)}`}
              </span>
            ))}
            {broken && ` · ${say("figures.broken", { why: broken.why })}`}
          </>
        ) : (
          <span className="chart-hint">{hint ?? say("figures.chartHint")}</span>
        )}
      </p>
    </div>
  )
}

const tell = (value: number | null, words: (value: number) => string): string => (value === null ? "–" : words(value))
