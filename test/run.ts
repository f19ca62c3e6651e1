import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { chmod, rm } from "node:fs/promises"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { run } from "node:test"
import { readSources, ROOT } from "./house/source.ts"
import { programsNeeded, testFiles } from "./runner/find.ts"
import { folderOfRun } from "./runner/folder.ts"
import { end, endOverdue, leaked } from "./runner/leaks.ts"
import { planOf, scriptFor } from "./runner/plan.ts"
import { bringPrograms } from "./runner/programs.ts"
import { BESIDE, type Counts, report } from "./runner/report.ts"
import { startTestServer } from "./support/server.ts"

/** `npm test`: every test, or those of the paths given. */
const names = process.argv.slice(2)
const say = (line: string): void => console.log(line)
const mark = `VIGIE_TEST_RUN=${randomBytes(8).toString("hex")}`
/** So many files at most are run a second time. */
const AGAIN = 3
/** What a file may take, in milliseconds. */
const PATIENCE = 300_000
const folder = await folderOfRun()

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void giveUp())
await cleanEnvironment()
const sources = await readSources(["src", "test", "web"].filter((name) => existsSync(join(ROOT, name))))
const files = testFiles(sources, names)
if (files.length === 0) say(`No test is named so: ${names.join(" ")}`)
bringPrograms(programsNeeded(sources, files), say)
const built = await buildDesk()
const total = files.length > 0 ? await runFiles() : { passed: 0, failed: 1, skipped: 0 }
if (!built) total.failed++
if (names.length === 0) add(total, await runConformance())
total.failed += endLeaked()
await rm(folder, { recursive: true, force: true })
say(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`)
process.exitCode = total.failed > 0 ? 1 : 0

/** Tests get a temporary folder of their own, a mark by which their processes are known, and none of this machine's settings. */
async function cleanEnvironment(): Promise<void> {
  await chmod(folder, 0o711)
  for (const name of Object.keys(process.env)) if (/^(VIGIE_(?!TEST|SHARED)|DATABASE_URL$|PG)/.test(name)) delete process.env[name]
  const [key = "", value = ""] = mark.split("=")
  Object.assign(process.env, { [key]: value, TMPDIR: folder, PATH: `${ROOT}node_modules/.bin:${process.env["PATH"]}` })
}

async function buildDesk(): Promise<boolean> {
  if (!existsSync(join(ROOT, "web/build.ts"))) return true
  const { code, output } = await runScript("web/build.ts", "--if-needed")
  if (code !== 0) say(`The desk can't be built:\n${output}`)
  return code === 0
}

async function runFiles(): Promise<Counts> {
  const server = await startTestServer()
  process.env["VIGIE_TEST_PG"] = server.host
  try {
    const counts = await runSideBySide(planOf(sources, files), availableParallelism() + 1)
    await runAgainAlone(counts)
    const total: Counts = { passed: 0, failed: 0, skipped: 0 }
    for (const count of counts.values()) add(total, count)
    return total
  } finally {
    await server.stop()
  }
}

/** Runs groups of files, those of a group in one process. Gives the counts of each file by its path from the root. */
async function runSideBySide(plan: readonly (readonly string[])[], concurrency: number): Promise<Map<string, Counts>> {
  const groups = new Map<string, readonly string[]>()
  for (const [n, paths] of plan.entries()) groups.set(await scriptFor(paths, folder, n, PATIENCE), paths)
  const most = Math.max(...plan.map(({ length }) => length))
  const overdue = setInterval(() => {
    for (const script of endOverdue([...groups.keys()], mark, (most * PATIENCE) / 1000 + 60))
      say(`✖ ${groups.get(script)?.join(BESIDE)} did not end in time, and was ended`)
  }, 5000)
  const execArgv = ["--disable-warning=ExperimentalWarning", "--import", join(ROOT, "test/runner/unfollowed.ts")]
  const stream = run({ files: [...groups.keys()], concurrency, isolation: "process", execArgv, timeout: most * PATIENCE })
  return report(stream, groups, say).finally(() => clearInterval(overdue))
}

/**
 * A file that failed beside others is run once more by itself: on a busy machine a browser may take longer than a test waits for it. What
 * failed the first time stays printed, and is named at the end. Where many fail it isn't the machine, and nothing is run again.
 */
async function runAgainAlone(counts: Map<string, Counts>): Promise<void> {
  const failed = [...counts].filter(([path, { failed }]) => failed > 0 && path !== "").map(([path]) => path)
  if (failed.length === 0 || failed.length > AGAIN) return
  for (const path of failed) {
    say(`\nAgain, alone: ${path}`)
    const again = await runSideBySide([path.split(BESIDE)], 1)
    counts.delete(path)
    for (const [key, count] of again) counts.set(key, count)
    say(`${path} failed beside others and ${counts.get(path)?.failed ? "fails alone, too" : "passes alone"}`)
  }
}

async function runConformance(): Promise<Counts> {
  const nothing = { passed: 0, failed: 0, skipped: 0 }
  if (!existsSync(join(ROOT, "test/conformance/run.ts"))) return nothing
  if (!process.env["VIGIE_SHARED"] && !existsSync(join(ROOT, "../shared/data"))) {
    say("Skipped: the conformance suites, because ../shared/data is not here")
    return { ...nothing, skipped: 1 }
  }
  const { code, output } = await runScript("test/conformance/run.ts")
  say(output.trim())
  // One line a suite, which counts as one test: whether it reaches its goal.
  const passed = output.match(/^ok /gm)?.length ?? 0
  const failed = output.match(/^FAIL /gm)?.length ?? 0
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: 0 }
}

function runScript(...args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
    })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text))
    child.once("error", reject).once("close", (code) => resolve({ code: code ?? 1, output }))
  })
}

function endLeaked(): number {
  const left = leaked(mark, folder)
  for (const { pid, what } of left) say(`✖ a test left this running: ${pid} ${what}`)
  end(left)
  return left.length
}

async function giveUp(): Promise<never> {
  end(leaked(mark, folder))
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  process.exit(130)
}

function add(to: Counts, more: Counts): void {
  to.passed += more.passed
  to.failed += more.failed
  to.skipped += more.skipped
}
