import { dirname, join, normalize } from "node:path/posix"
import { dissect, importsOf, isTest, type Source } from "../house/source.ts"
import { PACKAGES, type Program } from "../support/programs.ts"

/** Test files: those named, or under a folder named; without names all. Long forms (torture, conformance) have commands of their own. */
export function testFiles(sources: readonly Source[], names: readonly string[]): string[] {
  const wanted = names.map((name) => normalize(name).replace(/^\.\//, "").replace(/\/$/, ""))
  return sources
    .map(({ path }) => path)
    .filter((path) => isTest(path) && !/^test\/(torture|conformance)\//.test(path))
    .filter((path) => wanted.length === 0 || wanted.some((name) => path === name || path.startsWith(`${name}/`)))
    .sort((a, b) => weight(b) - weight(a))
}

/** Whole journeys take longest: they start first, so that both cores are busy to the end. */
const weight = (path: string): number => (path.startsWith("test/") ? 2 : path.startsWith("web/") ? 1 : 0)

/** The programs of the system that these files name, themselves or in what they import from `test/`. */
export function programsNeeded(sources: readonly Source[], files: readonly string[]): Program[] {
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  const seen = new Set<string>()
  const open = [...files]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const text = texts.get(path)
    if (text === undefined || seen.has(path) || path === "test/support/programs.ts" || path.startsWith("test/runner/")) continue
    seen.add(path)
    for (const { target } of importsOf({ path, text })) if (target.startsWith(".")) open.push(join(dirname(path), target))
  }
  const named = new Set([...seen].flatMap((path) => dissect(texts.get(path) ?? "").literals.map(({ value }) => value.split("/").at(-1))))
  return (Object.keys(PACKAGES) as Program[]).filter((program) => named.has(program))
}
