import assert from "node:assert/strict"
import { glob, readFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { test } from "node:test"

const HERE = import.meta.dirname
/** The language and the matcher stand alone: they could leave the house as a package. */
const PACKAGE = ["text", "language", "matching"]
const THREADS = "node:worker_threads"

test("the language and the matcher lean on nothing but each other", async () => {
  for await (const path of glob(`{${PACKAGE.join(",")}}/**/*.ts`, { cwd: HERE })) {
    if (/\.(test|fixture)\.ts$/.test(path)) continue
    for (const [, target = ""] of (await readFile(join(HERE, path), "utf8")).matchAll(/\bfrom "([^"]+)"/g)) {
      const isOurs = target.startsWith(".") && PACKAGE.includes(join(dirname(path), target).split("/")[0]!)
      assert.ok(isOurs || (target === THREADS && /thread|worker/.test(path)), `${path} leans on ${target}`)
    }
  }
})
