import { relative } from "node:path"
import type { run } from "node:test"
import { inspect } from "node:util"
import { ROOT } from "../house/source.ts"

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Between the paths of files that failed together, and nobody knows which of them. */
export const BESIDE = ", "

/**
 * Prints one line a file while they end, then every failure whole. `groups`: the files that each script runs, by their paths from the root.
 * Gives the counts of each file by that path.
 */
export async function report(
  stream: ReturnType<typeof run>,
  groups: ReadonlyMap<string, readonly string[]>,
  say: (line: string) => void,
): Promise<Map<string, Counts>> {
  const files = new Map<string, Counts>()
  const outputs = new Map<string, string>()
  const failures: string[] = []
  const skips = new Map<string, number>()
  const countsOf = (path: string): Counts => {
    const known = files.get(path) ?? { passed: 0, failed: 0, skipped: 0 }
    files.set(path, known)
    return known
  }
  const paths = new Set([...groups.values()].flat())
  const fileOf = (name: string | undefined): string => (name ? relative(ROOT, name) : "")
  const isFile = (name: string): boolean => paths.has(fileOf(name))

  for await (const { type, data } of stream) {
    if (type === "test:diagnostic" && data.message.startsWith("Error: ")) failures.push(`✖ ${data.message}`)
    else if (type === "test:stdout" || type === "test:stderr")
      outputs.set(data.file ?? "", (outputs.get(data.file ?? "") ?? "") + data.message)
    else if (type === "test:complete" && isFile(data.name)) say(`${fileOf(data.name)} ${(data.details.duration_ms / 1000).toFixed(1)} s`)
    else if (type === "test:pass" && data.details.type !== "suite" && data.name !== data.file) {
      const file = countsOf(fileOf(data.file))
      if (data.skip === undefined || data.skip === false) file.passed++
      else {
        file.skipped++
        const why = typeof data.skip === "string" && data.skip ? data.skip : `no reason given in ${data.file ?? "?"}`
        skips.set(why, (skips.get(why) ?? 0) + 1)
      }
    } else if (type === "test:fail" && !onlyChildren(data.details.error)) {
      const several = groups.get(data.name)
      // A process that ended badly: so did each of its files that hadn't passed. Where all had, one of them left something behind.
      const failed = several ? several.filter((path) => !files.get(path)?.passed) : [fileOf(isFile(data.name) ? data.name : data.file)]
      for (const path of failed.length > 0 ? failed : [several!.join(BESIDE)]) countsOf(path).failed++
      const at = several ? several.join(BESIDE) : `${failed.join()}${data.line && !isFile(data.name) ? `:${data.line}` : ""}`
      failures.push(`✖ ${at} ${several || isFile(data.name) ? "did not end well" : data.name}\n${indent(explain(data.details.error))}`)
    }
  }
  for (const failure of failures) say(`\n${failure}`)
  for (const [script, output] of outputs) {
    const failed = (groups.get(script) ?? []).filter((path) => files.get(path)?.failed)
    if (failed.length > 0 && output.trim()) say(`\nOutput of ${(groups.get(script) ?? []).join(", ")}:\n${indent(output.trim())}`)
  }
  for (const [why, count] of skips) say(`Skipped ${count}: ${why}`)
  return files
}

/** A test that fails because a test inside it did: that one is told. */
function onlyChildren(error: Error & { failureType?: string }): boolean {
  return error.failureType === "subtestsFailed"
}

function explain(error: Error): string {
  const cause = error.cause ?? error
  return typeof cause === "string" ? cause : inspect(cause, { depth: 6, maxStringLength: 20_000 })
}

const indent = (text: string): string => text.replace(/^/gm, "    ")
