import assert from "node:assert/strict"
import { glob, readFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { test } from "node:test"

const HERE = import.meta.dirname
/** The language with the matcher, and the grouping of stories, stand alone: each could leave the house as a package. */
const PACKAGES = [
  ["text", "language", "matching"],
  ["text", "stories"],
  ["text", "tone"],
  ["text", "evidence"],
]
const THREADS = "node:worker_threads"

for (const folders of PACKAGES)
  test(`${folders.at(-1)} and what it leans on lean on nothing else`, async () => {
    for await (const path of glob(`{${folders.join(",")}}/**/*.ts`, { cwd: HERE })) {
      if (/\.(test|fixture)\.ts$/.test(path)) continue
      for (const [, target = ""] of (await readFile(join(HERE, path), "utf8")).matchAll(/\bfrom "([^"]+)"/g)) {
        const isOurs = target.startsWith(".") && folders.includes(join(dirname(path), target).split("/")[0]!)
        assert.ok(isOurs || (target === THREADS && /thread|worker/.test(path)), `${path} leans on ${target}`)
      }
    }
  })
