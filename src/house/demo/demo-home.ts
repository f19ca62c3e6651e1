import { existsSync } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { type Config, openHome, type Values, writeDurably } from "#platform"
import type { WordKey } from "#words"

/** What the demonstration knows of itself: it lies in its data folder, and makes the folder one. */
export interface DemoMark {
  /** How the company is made; a folder of another is not opened. */
  edition: typeof EDITION
  seed: string
  /** The evening on which it was built. */
  builtAt: string
  language: "fr" | "en"
  cases: number
  customers: number
  /** Cases of the past that are still to come, from the oldest: up to this one. */
  older: number
  /** Which cases play in each telling of a story, the one to open first, and what was heard; and how many of its next moments were played. */
  scenes: Record<string, { cases: { name: string; caseId: string; door: string }[]; heard?: Record<string, string>; played: number }>
  /** The watches of the company, by the names that scenes give them. */
  watches?: Record<string, string>
  /** Built to its end; otherwise it is built anew. */
  whole: boolean
}

/** A folder that the demonstration can't be opened on, or that only it can: why, and what to do. */
export class DemoRefused extends Error {
  override readonly name = "DemoRefused"
  readonly key: WordKey
  readonly values: Values

  constructor(key: WordKey, values: Values = {}) {
    super(key)
    this.key = key
    this.values = values
  }
}

const FILE = "demo.json"
export const EDITION = 2

/** @throws DemoRefused for a company that another version of Vigie has built */
export async function readMark({ home, databaseUrl }: Config): Promise<DemoMark | null> {
  const path = join(home, FILE)
  if (!existsSync(path)) return null
  const mark = JSON.parse(await readFile(path, "utf8")) as DemoMark
  if (mark.whole && mark.edition !== EDITION)
    throw new DemoRefused(databaseUrl ? "demo.refused.editionWithDatabase" : "demo.refused.edition", { home })
  return mark
}

export async function writeMark(home: string, mark: DemoMark): Promise<void> {
  await openHome(home)
  await writeDurably(join(home, FILE), JSON.stringify(mark, null, 2))
}

/** A demonstration and a real house never share a folder. @throws DemoRefused */
export async function refuseMixing(config: Config): Promise<void> {
  const isDemo = existsSync(join(config.home, FILE))
  if (config.demo && !isDemo && existsSync(config.home) && (await readdir(config.home)).length > 0)
    throw new DemoRefused("demo.refused.notEmpty", { home: config.home })
  if (!config.demo && isDemo) throw new DemoRefused("demo.refused.isDemo", { home: config.home })
}
