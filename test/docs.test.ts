import assert from "node:assert/strict"
import { existsSync } from "node:fs"
import { glob, readFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { test } from "node:test"
import { BadSetting, readConfig } from "#platform"
import { ROOT } from "./house/source.ts"

const read = (path: string) => readFile(join(ROOT, path), "utf8")

test("every dependency has its line of reason, and every line its dependency", async () => {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(await read("package.json")) as Record<
    string,
    Record<string, string>
  >
  const page = await read("docs/dependencies.md")
  const named = new Set([...page.matchAll(/`([@a-z][^`\s]*)`/g)].map(([, name]) => name!))
  const have = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies })
  const missing = have.filter((name) => !named.has(name.startsWith("@types/") ? "@types/*" : name))
  assert.deepEqual(missing, [], "without a reason in docs/dependencies.md")
  const lines = page.split("\n").filter((line) => line.startsWith("| `"))
  const gone = lines.filter(
    (line) => ![...line.split("|")[1]!.matchAll(/`([^`]+)`/g)].some(([, name]) => name === "@types/*" || have.includes(name!)),
  )
  assert.deepEqual(gone, [], "in docs/dependencies.md, but not in package.json")
})

test("every page is found from the first one", async () => {
  const first = await read("README.md")
  const pages = await Array.fromAsync(glob("docs/*.md", { cwd: ROOT }))
  assert.deepEqual(
    pages.filter((page) => !first.includes(`(${page})`)),
    [],
    "not in README.md",
  )
})

test("every setting is in docs/settings.md", async () => {
  const page = await read("docs/settings.md")
  const known = String(refusal({ VIGIE_NO_SUCH_THING: "1" }).values["known"]).split(", ")
  assert.ok(known.length > 5)
  assert.deepEqual(
    known.filter((name) => !page.includes(`\`${name}\``)),
    [],
  )
})

function refusal(env: NodeJS.ProcessEnv): BadSetting {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof BadSetting) return error
    throw error
  }
  throw new Error("an unknown setting was taken")
}

test("links between pages lead somewhere", async () => {
  const broken: string[] = []
  for await (const path of glob(["*.md", "docs/**/*.md"], { cwd: ROOT })) {
    for (const [, target = ""] of (await read(path)).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)) {
      if (!existsSync(join(ROOT, dirname(path), target))) broken.push(`${path} → ${target}`)
    }
  }
  assert.deepEqual(broken, [])
})
