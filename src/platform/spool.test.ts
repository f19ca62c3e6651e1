import assert from "node:assert/strict"
import { execFile } from "node:child_process"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { promisify } from "node:util"

const folder = await mkdtemp(join(tmpdir(), "vigie-spool-"))
after(() => rm(folder, { recursive: true, force: true }))

test("what fell short of being written whole is not promised: a disk that takes only a part of the closing line says so", async () => {
  // A limit on the size of a file cuts a write short, as a disk that is nearly full does.
  const limit = "65536"
  const fixture = join(import.meta.dirname, "spool-one.fixture.ts")
  const args = [`--fsize=${limit}`, process.execPath, "--disable-warning=ExperimentalWarning", fixture, folder, limit]
  const { NODE_COMPILE_CACHE: _, ...env } = process.env // a file of its own that the limit would cut
  const { stdout } = await promisify(execFile)("prlimit", args, { env })
  assert.deepEqual(stdout.trim().split("\n"), ["EFBIG", "EFBIG", "EFBIG"])
  assert.deepEqual(await readdir(join(folder, "new")), [])
  assert.deepEqual(await readdir(join(folder, "part")), [])
})
