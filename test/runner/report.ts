import { relative } from "node:path"
import type { run } from "node:test"
import { inspect } from "node:util"
import { ROOT } from "../house/source.ts"

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface File extends Counts {
  output: string
}

/** Prints one line a file while they end, then every failure whole. Gives the counts of each file by its path. */
export async function report(stream: ReturnType<typeof run>, say: (line: string) => void): Promise<Map<string, Counts>> {
  const files = new Map<string, File>()
  const failures: string[] = []
  const skips = new Map<string, number>()
  const fileOf = (path: string | undefined): File => {
    const known = files.get(path ?? "") ?? { passed: 0, failed: 0, skipped: 0, output: "" }
    files.set(path ?? "", known)
    return known
  }
  const done = (path: string, ms: number) => say(`${relative(ROOT, path)} ${(ms / 1000).toFixed(1)} s`)

  for await (const { type, data } of stream) {
    if (type === "test:stdout" || type === "test:stderr") fileOf(data.file).output += data.message
    else if (type === "test:complete" && data.name === data.file) done(data.file, data.details.duration_ms)
    else if (type === "test:pass" && data.details.type !== "suite" && data.name !== data.file) {
      const file = fileOf(data.file)
      if (data.skip === undefined || data.skip === false) file.passed++
      else {
        file.skipped++
        const why = typeof data.skip === "string" && data.skip ? data.skip : `no reason given in ${data.file ?? "?"}`
        skips.set(why, (skips.get(why) ?? 0) + 1)
      }
    } else if (type === "test:fail" && !onlyChildren(data.details.error)) {
      const file = fileOf(data.file)
      file.failed++
      const at = data.file ? `${relative(ROOT, data.file)}${data.line ? `:${data.line}` : ""}` : ""
      failures.push(`✖ ${at} ${data.name === data.file ? "did not end well" : data.name}\n${indent(explain(data.details.error))}`)
    }
  }
  for (const failure of failures) say(`\n${failure}`)
  for (const [path, { failed, output }] of files)
    if (failed > 0 && output.trim()) say(`\nOutput of ${relative(ROOT, path)}:\n${indent(output.trim())}`)
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
