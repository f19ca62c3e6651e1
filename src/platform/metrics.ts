type Labels = Readonly<Record<string, string>>

interface Series {
  help: string
  type: "counter" | "gauge" | "histogram"
  values: Map<string, number>
  read?: () => number | Promise<number>
}

const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * Counters, gauges and histograms in the Prometheus text format (exposition format 0.0.4). Labels take few values:
 * a route pattern, a state, a reason; never an id or an address.
 */
export class Metrics {
  readonly #series = new Map<string, Series>()

  count(name: string, help: string, labels: Labels = {}, by = 1): void {
    const { values } = this.#declare(name, help, "counter")
    const key = label(labels)
    values.set(key, (values.get(key) ?? 0) + by)
  }

  /** A figure that is read when somebody asks. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    this.#declare(name, help, "gauge").read = read
  }

  /** A duration, in seconds. */
  observe(name: string, help: string, seconds: number, labels: Labels = {}): void {
    const { values } = this.#declare(name, help, "histogram")
    const add = (suffix: string, extra: Labels, by: number) => {
      const key = `${suffix}${label({ ...labels, ...extra })}`
      values.set(key, (values.get(key) ?? 0) + by)
    }
    for (const le of BUCKETS) add("_bucket", { le: String(le) }, seconds <= le ? 1 : 0)
    add("_bucket", { le: "+Inf" }, 1)
    add("_sum", {}, seconds)
    add("_count", {}, 1)
  }

  async render(): Promise<string> {
    const lines: string[] = []
    for (const [name, { help, type, values, read }] of this.#series) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`)
      if (read) lines.push(`${name} ${await read()}`)
      for (const [key, value] of values) lines.push(`${name}${key} ${value}`)
    }
    return `${lines.join("\n")}\n`
  }

  #declare(name: string, help: string, type: Series["type"]): Series {
    const known = this.#series.get(name)
    if (known) return known
    const series: Series = { help, type, values: new Map() }
    this.#series.set(name, series)
    return series
  }
}

function label(labels: Labels): string {
  const pairs = Object.entries(labels).map(([k, v]) => `${k}="${v.replace(/[\\"\n]/g, (c) => (c === "\n" ? "\\n" : `\\${c}`))}"`)
  return pairs.length ? `{${pairs.join(",")}}` : ""
}
