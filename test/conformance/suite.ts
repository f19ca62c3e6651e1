import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** What a suite found: a line of figures, each failure, and whether its goal is reached. */
export interface SuiteResult {
  suite: string
  passed: number
  failed: number
  details: string[]
  goal: string
  reached: boolean
}

export type Suite = () => Promise<SuiteResult>

/**
 * The folder of cases from the field, which lies beside the repository or where `VIGIE_SHARED` says; null where it isn't. Cases are
 * read from there, never copied.
 */
export function sharedData(): string | null {
  const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
  const shared = process.env["VIGIE_SHARED"] ?? join(dirname(repository), "shared")
  const data = join(shared, "data")
  return existsSync(data) ? data : null
}

export function requiredData(...path: string[]): string {
  const data = sharedData()
  if (!data) throw new Error("the shared data is not here")
  return join(data, ...path)
}
