import type UPlot from "uplot"
import type { Step } from "./chart.tsx"

/** A dashed line between two steps that can't be compared. */
export function drawBreak(plot: UPlot, at: number, stroke: string): void {
  const { ctx, bbox } = plot
  const x = Math.round(plot.valToPos(at - 0.5, "x", true))
  ctx.save()
  ctx.strokeStyle = stroke
  ctx.setLineDash([4, 4])
  ctx.beginPath()
  ctx.moveTo(x, bbox.top)
  ctx.lineTo(x, bbox.top + bbox.height)
  ctx.stroke()
  ctx.restore()
}

/** Every marked step, or as many of them as there is room for. */
export function marksOf(steps: readonly Step[]): Pick<UPlot.Axis, "splits"> {
  const marked = steps.flatMap(({ mark }, i) => (mark === undefined ? [] : [i]))
  if (marked.length === 0) return {}
  return {
    splits: (plot) => {
      const every = Math.ceil((marked.length * MARK) / Math.max(MARK, plot.width - 72))
      return marked.filter((_, n) => n % every === 0)
    },
  }
}

/** As wide as a mark, with the room beside it. */
const MARK = 60

/** At least so much: from nothing up to each point that isn't all yet. */
export function drawStems(plot: UPlot, values: readonly (number | null)[], stroke: string): void {
  const { ctx } = plot
  const dot = devicePixelRatio
  ctx.save()
  ctx.strokeStyle = stroke
  ctx.lineWidth = 1.5 * dot
  ctx.setLineDash([dot, 3 * dot])
  ctx.beginPath()
  for (const [at, value] of values.entries()) {
    if (!value) continue
    const x = plot.valToPos(at, "x", true)
    ctx.moveTo(x, plot.valToPos(0, "y", true))
    ctx.lineTo(x, plot.valToPos(value, "y", true) + 4 * dot)
  }
  ctx.stroke()
  ctx.restore()
}

const HALF = 5

type Gap = [from: number, to: number]

/** What is cut out of a line: where nothing is known, and around each break. The plot draws wrongly between gaps that lie in each other. */
export const cut =
  (breaks: readonly number[]): UPlot.Series.GapsRefiner =>
  (plot, _series, _from, _to, unknown) => {
    const around = breaks.map((at): Gap => {
      const x = Math.round(plot.valToPos(at - 0.5, "x", true))
      return [x - HALF, x + HALF]
    })
    return apart([...unknown, ...around].sort(([a], [b]) => a - b))
  }

function apart(gaps: readonly Gap[]): Gap[] {
  const kept: Gap[] = []
  for (const [from, to] of gaps) {
    const last = kept.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else kept.push([from, to])
  }
  return kept
}
