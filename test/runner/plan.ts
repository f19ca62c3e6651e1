import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { ROOT, type Source } from "../house/source.ts"

/** Each has a process of its own, and they start first, the longest before all: no lane stands with one of them alone at the end. */
const LONGEST = [
  "test/authorisation/matrix.test.ts",
  "test/promises/kept.test.ts",
  "test/journeys/demo.test.ts",
  "test/journeys/whole-machine.test.ts",
  "test/browser/everyone.test.ts",
  "test/authorisation/bodies.test.ts",
  "test/journeys/whole-network-down.test.ts",
  "test/promises/sent-once.test.ts",
  "src/channels/mail/imap/imap.test.ts",
]

/** So many files share a process. Those with a browser are longer. */
const TOGETHER = 8
const TOGETHER_IN_A_BROWSER = 4

/** What would be another's surroundings, too: settings of the process, and what is put in the place of something. */
const TOUCHES_THE_PROCESS =
  /\bprocess\.(env\[[^\]]*\] =|on\(|exit|chdir|memoryUsage|cpuUsage)|Object\.assign\(process\.env|delete process\.env|\bmock\.|globalThis\.\w+ =/

/** Which files share a process, in the order in which they start: neighbours, where nothing speaks against it. */
export function planOf(sources: readonly Source[], files: readonly string[]): string[][] {
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  const isAlone = (path: string) => LONGEST.includes(path) || TOUCHES_THE_PROCESS.test(texts.get(path) ?? "")
  const long = LONGEST.filter((path) => files.includes(path))
  const alone = files.filter((path) => isAlone(path) && !long.includes(path))
  const together = Map.groupBy(
    files.filter((path) => !isAlone(path)),
    (path) => path.split("/", 2).join("/"),
  )
  return [...[...long, ...alone].map((path) => [path]), ...[...together].flatMap(([folder, paths]) => parted(folder, paths))]
}

/** As many parts as are needed, of about the same size. */
function parted(folder: string, paths: readonly string[]): string[][] {
  const parts = Math.ceil(paths.length / (folder === "test/browser" ? TOGETHER_IN_A_BROWSER : TOGETHER))
  return Array.from({ length: parts }, (_, n) => paths.filter((_, i) => i % parts === n))
}

/** What a process is started with: a script that runs these files. */
export async function scriptFor(paths: readonly string[], folder: string, n: number, timeout: number): Promise<string> {
  const whole = paths.map((path) => join(ROOT, path))
  const script = join(folder, `together-${n}.mjs`)
  const runner = pathToFileURL(join(ROOT, "test/runner/one-after-another.ts")).href
  await writeFile(script, `import { oneAfterAnother } from "${runner}"\nawait oneAfterAnother(${JSON.stringify(whole)}, ${timeout})\n`)
  return script
}
