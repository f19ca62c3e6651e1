/** One figure, as a line of JSON on standard output (contract.md); everything else goes to standard error. */
export interface Figure {
  bench: string
  metric: string
  value: number
  unit: string
  peer?: string
  ratio?: number
}

export function report(figure: Figure): void {
  const round = (n: number) => Math.round(n * 1000) / 1000
  console.log(
    JSON.stringify({ ...figure, value: round(figure.value), ...(figure.ratio === undefined ? {} : { ratio: round(figure.ratio) }) }),
  )
}

export function progress(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Half, 95 and 99 of a hundred were at most this. */
export interface Spread {
  p50: number
  p95: number
  p99: number
}

export function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** VIGIE_BENCH_BEST=3 puts each question three times and counts the best, for a machine that is busy with other work. */
const BEST_OF = Number(process.env["VIGIE_BENCH_BEST"] ?? 1)

/** Calls something with so many different questions, one after the other, after a tenth as many that don't count. Milliseconds. */
export async function timed(times: number, call: (n: number) => Promise<unknown>): Promise<Spread> {
  const taken: number[] = []
  for (let n = -Math.ceil(times / 10); n < times; n++) {
    let best = Infinity
    for (let turn = 0; turn < BEST_OF; turn++) {
      const began = performance.now()
      await call(Math.abs(n))
      best = Math.min(best, performance.now() - began)
    }
    if (n >= 0) taken.push(best)
  }
  return spread(taken)
}

export function reportSpread(bench: string, metric: string, { p50, p95, p99 }: Spread): void {
  for (const [name, value] of Object.entries({ p50, p95, p99 })) report({ bench, metric: `${metric}.${name}`, value, unit: "ms" })
}
