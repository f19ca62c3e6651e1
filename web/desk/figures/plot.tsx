import { useEffect, useRef } from "react"
import UPlot from "uplot"
import "uplot/dist/uPlot.min.css"
import { appearance } from "../shell/appearance.ts"
import type { Break, ChartProps, Series } from "./chart.tsx"
import { cut, drawBreak, drawStems, marksOf } from "./plot-marks.ts"

const HEIGHT = 190
const NONE: readonly Break[] = []

/** The picture itself, drawn again when data, width or theme change. */
export function Plot({
  steps,
  series,
  words,
  breaks = NONE,
  onChoose,
  at,
  onPoint,
}: ChartProps & { at: number | null; onPoint: (at: number | null) => void }) {
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<UPlot | null>(null)
  const theme = appearance.use()
  useEffect(() => {
    const box = place.current
    if (!box) return
    const draw = (): void => {
      plot.current?.destroy()
      plot.current = new UPlot(
        options(box, { steps, series, words, breaks: breaks.map((one) => one.at), onPoint }),
        [steps.map((_, i) => i), ...series.map(({ values }) => [...values]).toReversed()],
        box,
      )
    }
    draw()
    const resized = new ResizeObserver(() => plot.current?.setSize({ width: box.clientWidth, height: HEIGHT }))
    resized.observe(box)
    const night = matchMedia("(prefers-color-scheme: dark)")
    night.addEventListener("change", draw)
    return () => {
      resized.disconnect()
      night.removeEventListener("change", draw)
      plot.current?.destroy()
      plot.current = null
    }
  }, [steps, series, words, breaks, onPoint, theme])
  useEffect(() => {
    const drawn = plot.current
    if (drawn && drawn.cursor.idx !== at) drawn.setCursor({ left: at === null ? -10 : drawn.valToPos(at, "x"), top: 10 }, false)
  }, [at])
  const choose = (): void => {
    const chosen = plot.current?.cursor.idx
    if (chosen !== null && chosen !== undefined) onChoose?.(chosen, nearest(plot.current!, chosen, series))
  }
  return <div ref={place} className="plot" data-leads={onChoose ? true : undefined} onClick={choose} />
}

/** The series whose value lies nearest to the pointer. */
function nearest(plot: UPlot, at: number, series: readonly Series[]): number {
  const away = series.map(({ values }) => {
    const value = values[at] ?? null
    return value === null ? Infinity : Math.abs(plot.valToPos(value, "y") - (plot.cursor.top ?? 0))
  })
  return away.indexOf(Math.min(...away))
}

type Drawn = Pick<ChartProps, "steps" | "series" | "words"> & {
  breaks: readonly number[]
  onPoint: (at: number | null) => void
}

function options(box: HTMLElement, { steps, series, words, breaks, onPoint }: Drawn): UPlot.Options {
  const colour = (token: string) => resolved(box, token)
  const axis = { stroke: colour("ink-faint"), font: `11px ${getComputedStyle(box).fontFamily}`, ticks: { show: false } }
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return {
    width: box.clientWidth || 600,
    height: HEIGHT,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { size: 7 }, drag: { x: false, y: false } },
    scales: { x: { time: false, range: () => [-0.5, steps.length - 0.5] }, y: { range: () => [0, most * 1.08] } },
    axes: [
      {
        ...axis,
        size: 28,
        grid: { show: false },
        space: 64,
        incrs: [1, 2, 3, 4, 7, 14, 28],
        ...marksOf(steps),
        values: (_, splits) => splits.map((i) => steps[i]?.mark ?? steps[i]?.short ?? ""),
      },
      {
        ...axis,
        size: 64,
        grid: { stroke: colour("line"), width: 1 },
        space: 40,
        incrs: INCREMENTS,
        values: (_, splits) => splits.map((value) => words(value)),
      },
    ],
    series: [{}, ...series.map((one, i) => drawn(one, colour, i, series, breaks)).toReversed()], // the first is drawn last: over the others
    hooks: {
      setCursor: [(plot) => plot.cursor.event && onPoint(plot.cursor.idx ?? null)],
      draw: [
        (plot) => breaks.forEach((at) => drawBreak(plot, at, colour("ink-faint"))),
        (plot) => series.forEach((one) => one.shape === "dots" && drawStems(plot, one.values, colour(one.ink))),
      ],
    },
  }
}

/** Whole numbers; from an hour on, as many minutes as make sense on a clock. */
const INCREMENTS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440, 2880, 4320, 7200, 14_400, 28_800]

/** All of a few; of many those that stand alone, for no line leads to them. */
const shownPoints = (values: readonly (number | null)[]): number[] =>
  values.flatMap((value, i) =>
    value !== null && (values.length < 40 || (values[i - 1] ?? null) === null) && (values.length < 40 || (values[i + 1] ?? null) === null)
      ? [i]
      : [],
  )

function drawn(
  { name, ink, shape, broken = false }: Series,
  colour: (token: string) => string,
  i: number,
  all: readonly Series[],
  breaks: readonly number[],
): UPlot.Series {
  const stroke = colour(ink)
  const bars = all.filter((one) => one.shape === "bars").length
  if (shape === "bars") {
    const align = bars === 1 ? 0 : i === 0 ? -1 : 1
    return {
      label: name,
      stroke,
      fill: stroke,
      width: 0,
      points: { show: false },
      paths: UPlot.paths.bars!({ size: [bars === 1 ? 0.6 : 0.36, 26], align }),
    }
  }
  const line = { label: name, stroke, width: 2, spanGaps: !broken, points: { show: all[i]!.values.length < 40, size: 5, fill: stroke } }
  if (shape === "dots") return { ...line, paths: () => null, points: { show: true, size: 7, width: 1.5, fill: colour("paper") } }
  if (broken)
    return {
      ...line,
      gaps: cut(breaks),
      points: { ...line.points, show: true, filter: () => shownPoints(all[i]!.values) },
      ...(shape === "dashed" ? { dash: [5, 4] } : {}),
    }
  if (shape === "steps") return { ...line, points: { show: false }, fill: faint(stroke), paths: UPlot.paths.stepped!({ align: -1 }) }
  return { ...line, ...(shape === "dashed" ? { dash: [5, 4] } : {}) }
}

const faint = (colour: string): string => colour.replace(/^(oklch\([^/)]*)\)$/, "$1 / 0.14)")

/** What a token of colour is just now: a canvas knows no tokens. */
function resolved(box: HTMLElement, token: string): string {
  const probe = document.createElement("i")
  probe.style.color = `var(--${token})`
  box.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
