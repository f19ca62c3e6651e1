import assert from "node:assert/strict"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { basename, join, relative } from "node:path"
import { run, test } from "node:test"
import { ROOT } from "../house/source.ts"
import { planOf, scriptFor } from "./plan.ts"
import { BESIDE, report } from "./report.ts"

const source = (path: string, text = "") => ({ path, text })

test("neighbours share a process; what takes longest, or changes the process, has one of its own, and comes first", () => {
  const many = Array.from({ length: 9 }, (_, n) => source(`src/cases/${n}.test.ts`))
  const sources = [
    source("test/browser/panel.test.ts"),
    source("src/people/lively.test.ts", 'process.env["VIGIE_X"] = "1"'),
    source("test/authorisation/matrix.test.ts"),
    ...many,
  ]
  const plan = planOf(
    sources,
    sources.map(({ path }) => path),
  )
  assert.deepEqual(plan.slice(0, 3), [["test/authorisation/matrix.test.ts"], ["src/people/lively.test.ts"], ["test/browser/panel.test.ts"]])
  assert.deepEqual(
    plan.slice(3).map(({ length }) => length),
    [5, 4],
    "nine neighbours in two processes",
  )
  assert.deepEqual(plan.flat().toSorted(), sources.map(({ path }) => path).toSorted(), "each once")
})

const HEAD = 'import assert from "node:assert/strict"\nimport { before, test } from "node:test"\n'

/** Runs these files in one process, as the runner does. Gives what is counted of each, and what is said. */
async function together(files: Readonly<Record<string, string>>): Promise<{ counts: Record<string, readonly number[]>; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), "vigie-plan-"))
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), HEAD + text)
    const paths = Object.keys(files).map((name) => relative(ROOT, join(folder, name)))
    const script = await scriptFor(paths, folder, 1, 1000)
    delete process.env["NODE_TEST_CONTEXT"] // in which a run inside a run does nothing
    const said: string[] = []
    const stream = run({ files: [script], isolation: "process", execArgv: ["--import", join(ROOT, "test/runner/unfollowed.ts")] })
    const counts = await report(stream, new Map([[script, paths]]), (line) => said.push(line))
    const short = (path: string) =>
      path
        .split(BESIDE)
        .map((one) => basename(one, ".test.mjs"))
        .join()
    const told = [...counts].map(([path, { passed, failed, skipped }]) => [short(path), [passed, failed, skipped]] as const)
    return { counts: Object.fromEntries(told), said: said.join("\n") }
  } finally {
    await rm(folder, { recursive: true })
  }
}

test("files of one process are told apart, and none takes the next with it", async () => {
  const { counts, said } = await together({
    "fine.test.mjs":
      'let x = 0; before(async () => { x = 1 }); test("one", () => assert.equal(x, 1)); test("two", { skip: "no" }, () => {})',
    "hook.test.mjs": 'before(() => { throw new Error("a hook that fails") }); test("never", () => {})',
    "load.test.mjs": 'test("never", () => {}); throw new Error("an error while it is read")',
    "wrong.test.mjs": 'test("right", () => {}); test("wrong", () => assert.equal(1, 2))',
    "slow.test.mjs": 'test("too slow", () => new Promise((done) => setTimeout(done, 60_000).unref()))',
    "last.test.mjs": 'test("still asked", () => {})',
  })
  assert.deepEqual(counts, { fine: [1, 0, 1], hook: [0, 2, 0], load: [0, 2, 0], wrong: [1, 1, 0], slow: [0, 2, 0], last: [1, 0, 0] })
  for (const what of ["a hook that fails", "an error while it is read", "wrong", "1 !== 2"])
    assert.ok(said.includes(what), `${what}: ${said}`)
})

test("an error that nobody awaits fails, and is told", async () => {
  const { counts, said } = await together({
    "stray.test.mjs": 'test("leaves", async () => { void Promise.reject(new Error("left behind")); await new Promise(setImmediate) })',
    "last.test.mjs": 'test("still asked", () => {})',
  })
  assert.deepEqual(counts, { stray: [1, 0, 0], last: [1, 0, 0], "stray,last": [0, 1, 0] })
  assert.match(said, /left behind/)
})
