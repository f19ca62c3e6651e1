import assert from "node:assert/strict"
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { keepBefore } from "./keep-before.ts"

const NOW = new Date("2026-11-02T14:00:00Z")
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000)

test("a fresh build keeps the parts of the one before for a fortnight, and none that is its own", async (t) => {
  const home = await mkdtemp(join(tmpdir(), "before-"))
  t.after(() => rm(home, { recursive: true }))
  for (const folder of ["old/assets", "old/before", "new/assets"]) await mkdir(join(home, folder), { recursive: true })
  const put = async (path: string, when: Date): Promise<void> => {
    await writeFile(join(home, path), path)
    await utimes(join(home, path), when, when)
  }
  await put("old/assets/bar-old.js", daysAgo(90))
  await put("old/assets/ground-same.js", daysAgo(90))
  await put("new/assets/ground-same.js", NOW)
  await put("old/before/bar-older.js", daysAgo(13))
  await put("old/before/bar-oldest.js", daysAgo(15))
  await keepBefore(join(home, "old"), join(home, "new"), NOW)
  assert.deepEqual((await readdir(join(home, "new/before"))).sort(), ["bar-old.js", "bar-older.js"])
  await mkdir(join(home, "newest/assets"), { recursive: true })
  await put("newest/assets/ground-same.js", NOW)
  await keepBefore(join(home, "new"), join(home, "newest"), new Date(NOW.getTime() + 86_400_000))
  assert.deepEqual((await readdir(join(home, "newest/before"))).sort(), ["bar-old.js", "bar-older.js"])
  await keepBefore(join(home, "none yet"), join(home, "newest"), NOW)
})
