import { readdirSync, readFileSync } from "node:fs"
import { SurgeDetector } from "#listening"
import { requiredData } from "../suite.ts"
import { judge, type Labelled, type Outcome } from "./nab.ts"

export interface Brand extends Labelled {
  name: string
  counts: readonly number[]
}

/** What is said of five brands, every five minutes for eight weeks, with the windows in which something happened. */
export function readBrands(): Brand[] {
  const windows = JSON.parse(readFileSync(requiredData("surge", "windows.json"), "utf8")) as Record<string, [string, string][]>
  const files = readdirSync(requiredData("surge")).filter((name) => name.endsWith(".csv"))
  return files.map((file) => {
    const lines = readFileSync(requiredData("surge", file), "utf8").trim().split("\n").slice(1)
    const times = lines.map((line) => line.split(",")[0]!)
    return {
      name: file.replace(".csv", ""),
      counts: lines.map((line) => Number(line.split(",")[1])),
      rows: lines.length,
      windows: windows[file]!.map(([from, to]) => [
        times.findIndex((time) => time >= from.slice(0, 19)),
        times.findLastIndex((time) => time <= to.slice(0, 19)),
      ]),
    }
  })
}

export function outcomeOf(brand: Brand, tuning?: { threshold: number; wariness: number }): Outcome {
  const detector = new SurgeDetector(undefined, null, tuning)
  const calls = brand.counts.flatMap((posts, row) => (detector.push({ posts }).isAlarm ? [row] : []))
  return judge(brand, calls)
}

/** The best two of the field on all ten brands of that collection, of which these are five. */
export const FIELD = {
  ARTime: { standard: 81.8, "low false positives": 70.1, "low false negatives": 87.9 },
  "CAD OSE": { standard: 74.5, "low false positives": 73.1, "low false negatives": 76.5 },
} as const
