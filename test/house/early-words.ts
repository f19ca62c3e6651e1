import { join } from "node:path/posix"
import { importsOf, type Source } from "./source.ts"
import { saidIn } from "./words.ts"

/** What is fetched together with the words that are said only there (web/desk/words/worded.ts). */
const WORDED = /\bworded\(\s*import\(\s*"([^"]+)"/g

/** Sentences of the rest that are said by what a door of the desk reaches without `worded`: there they would show their keys. */
export function earlyWords(sources: readonly Source[], door: string, rest: readonly string[]): string[] {
  return reached(sources, door).flatMap((source) =>
    [...saidIn([source], rest)].map((key) => `${source.path} may say "${key}" before it is learnt: worded(import(…)), or desk-first.ts`),
  )
}

function reached(sources: readonly Source[], door: string): Source[] {
  const paths = new Set([door])
  const found: Source[] = []
  for (const path of paths) {
    const source = sources.find((each) => each.path === path)
    if (!source) continue
    found.push(source)
    const worded = new Set([...source.text.matchAll(WORDED)].map(([, target]) => target))
    for (const { target, typeOnly } of importsOf(source))
      if (target.startsWith(".") && !typeOnly && !worded.has(target)) paths.add(join(path, "..", target))
  }
  return found
}
