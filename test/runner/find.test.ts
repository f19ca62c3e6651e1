import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { tmpdir } from "node:os"
import { test } from "node:test"
import { programsNeeded, testFiles } from "./find.ts"
import { end, leaked } from "./leaks.ts"

const sources = [
  { path: "src/people/actor.test.ts", text: "" },
  { path: "test/journeys/bouquet.test.ts", text: 'import { mailbox } from "../support/mailbox.ts"' },
  { path: "test/support/mailbox.ts", text: 'import { lacking } from "./programs.ts"\nspawn("/usr/sbin/dovecot")' },
  { path: "test/support/programs.ts", text: '"chromium"' },
  { path: "test/torture/long.test.ts", text: "" },
  { path: "test/conformance/mail.test.ts", text: "" },
]

test("long forms stay out, whole journeys come first", () => {
  assert.deepEqual(testFiles(sources, []), ["test/journeys/bouquet.test.ts", "src/people/actor.test.ts"])
})

test("a path names a file or a folder", () => {
  assert.deepEqual(testFiles(sources, ["./src/people/"]), ["src/people/actor.test.ts"])
  assert.deepEqual(testFiles(sources, ["test/journeys/bouquet.test.ts"]), ["test/journeys/bouquet.test.ts"])
  assert.deepEqual(testFiles(sources, ["src/peop"]), [])
})

test("a test needs the programs that it and its supports name", () => {
  assert.deepEqual(programsNeeded(sources, ["test/journeys/bouquet.test.ts"]), ["dovecot"])
  assert.deepEqual(programsNeeded(sources, ["src/people/actor.test.ts"]), [])
})

test("a process that is left behind is found by its mark or by its folder, and ended", async () => {
  const mark = `VIGIE_TEST_LEFT=${process.pid}`
  const left = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
    env: { VIGIE_TEST_LEFT: String(process.pid) },
    stdio: "ignore",
  })
  await once(left, "spawn")
  assert.deepEqual(
    leaked(mark, "/no/such/folder").map(({ pid }) => pid),
    [left.pid],
  )
  end(leaked(mark, "/no/such/folder"))
  await once(left, "exit")
  assert.deepEqual(leaked(mark, "/no/such/folder"), [])
  const housed = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { cwd: tmpdir(), env: {}, stdio: "ignore" })
  await once(housed, "spawn")
  assert.ok(leaked(mark, tmpdir()).some(({ pid }) => pid === housed.pid))
  housed.kill("SIGKILL")
  await once(housed, "exit")
})
