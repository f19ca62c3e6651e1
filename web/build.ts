import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { glob, rename, rm } from "node:fs/promises"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { brotliCompressSync, gzipSync } from "node:zlib"
import { type DeskKey, learn, say } from "#words/desk"
import { manifest } from "./desk/pwa/manifest.ts"
import { keepBefore } from "./keep-before.ts"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const target = join(root, "dist/desk")
const stamp = join(root, "dist/desk.stamp")

/** Everything that the built desk depends on. */
const SOURCES = [
  "web/desk/**/*",
  "web/build.ts",
  "web/keep-before.ts",
  "src/words/desk.ts",
  "src/words/fill.ts",
  "src/words/*/desk*.ts",
  "src/words/*/desk/*.ts",
  "src/words/*/emoji.ts",
  "package-lock.json",
]

/** Where the desk's page begins, and what a case that is opened needs besides. */
const ENTRY = "web/desk/main.ts"
const APP = "web/desk/app.tsx"
const CASE = "web/desk/thread/case-pane.tsx"
const GROUND = /node_modules\/(react|react-dom|scheduler|@tanstack|use-sync-external-store)\//

/** What every page needs comes in two files, what a case needs in a third, though other pages need parts of it too: the rest is split by what is opened. */
function groupsOf() {
  const closures = new Map<string, ReadonlySet<string>>()
  const closure = (start: string, modules: Modules): ReadonlySet<string> => {
    const known = closures.get(start)
    if (known) return known
    const found = new Set<string>()
    const wanted = [join(root, start)]
    for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
      if (found.has(id)) continue
      found.add(id)
      wanted.push(...(modules.getModuleInfo(id)?.importedIds ?? []))
    }
    closures.set(start, found)
    return found
  }
  const ours = (name: string, start: string, priority: number) => ({
    name: (id: string, modules: Modules): string | null =>
      !id.includes("node_modules") && !id.endsWith(".css") && closure(start, modules).has(id) ? name : null,
    debugName: name,
    priority,
  })
  return [{ name: "ground", test: GROUND, priority: 4 }, ours("early", ENTRY, 3), ours("desk", APP, 2), ours("case", CASE, 1)]
}

interface Modules {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null
}

/** Builds the desk into dist/desk; with `--if-needed` only when something it is made of has changed, and then says so. */
async function main(): Promise<void> {
  const sources = await hashOfSources()
  if (process.argv.includes("--if-needed") && sources === readStamp()) return
  process.stderr.write("Building the desk…\n")
  const scripts = await build()
  writeFileSync(stamp, sources)
  if (process.argv.includes("--sizes")) for (const { name, gzip } of scripts) process.stdout.write(`${String(gzip).padStart(8)} ${name}\n`)
}

async function hashOfSources(): Promise<string> {
  const files: string[] = []
  for (const pattern of SOURCES)
    for await (const entry of glob(pattern, { cwd: root, withFileTypes: true }))
      if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  const hash = createHash("sha256")
  for (const file of files.sort()) hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0")
  return hash.digest("hex")
}

function readStamp(): string | null {
  try {
    readFileSync(join(target, "index.html"))
    return readFileSync(stamp, "utf8")
  } catch {
    return null // never built, or thrown away since
  }
}

/** Built beside and then put in place: a desk that is being served is never half there. */
async function build(): Promise<{ name: string; gzip: number }[]> {
  const { build: viteBuild } = await import("vite")
  const { default: react } = await import("@vitejs/plugin-react")
  const fresh = `${target}.${process.pid}`
  const built = await viteBuild({
    configFile: false,
    logLevel: "warn",
    root: join(root, "web/desk"),
    publicDir: join(root, "web/desk/public"),
    plugins: [react()],
    build: {
      outDir: fresh,
      emptyOutDir: true,
      target: "es2023",
      cssTarget: ["chrome123", "firefox128", "safari17.5"],
      assetsInlineLimit: 0, // the content security policy lets nothing in that isn't a file of ours
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: join(root, "web/desk/index.html"), sw: join(root, "web/desk/pwa/worker.ts") },
        output: {
          codeSplitting: { groups: groupsOf() },
          // What stands beside the page must keep its name.
          entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        },
      },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ("output" in each ? each.output : []))
  nameAhead(join(fresh, "index.html"), outputs)
  await writeManifests(fresh)
  await packBeside(fresh)
  await keepBefore(target, fresh, new Date())
  await rm(`${target}.old.${process.pid}`, { recursive: true, force: true })
  await rename(target, `${target}.old.${process.pid}`).catch(() => {}) // none yet
  await rename(fresh, target)
  await rm(`${target}.old.${process.pid}`, { recursive: true, force: true })
  return outputs
    .map((file) => ({ name: file.fileName, gzip: gzipSync(file.type === "chunk" ? file.code : file.source).length }))
    .sort((a, b) => b.gzip - a.gzip)
}

/** Names in the page what its first script will import, so that it is fetched while that script still comes. */
function nameAhead(
  page: string,
  outputs: readonly { type: string; fileName: string; moduleIds?: readonly string[]; imports?: readonly string[] }[],
): void {
  const app = outputs.find(({ moduleIds }) => moduleIds?.includes(join(root, APP)))
  const names = new Set<string>()
  const wanted = app ? [app.fileName] : []
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (names.has(name)) continue
    names.add(name)
    wanted.push(...(outputs.find(({ fileName }) => fileName === name)?.imports ?? []))
  }
  const links = [...names].map((name) => `    <link rel="modulepreload" crossorigin href="/${name}">\n`).join("")
  writeFileSync(page, readFileSync(page, "utf8").replace(/ {4}<link rel="stylesheet"/, `${links}$&`))
}

async function writeManifests(folder: string): Promise<void> {
  for (const language of ["en", "fr"] as const) {
    await learn(language)
    const word = (key: DeskKey) => say(language, key)
    const words = { description: word("pwa.description"), mine: word("view.mine"), waiting: word("view.waiting"), all: word("view.all") }
    writeFileSync(join(folder, `manifest.${language}.webmanifest`), JSON.stringify(manifest(language, words)))
  }
}

/** Packed once here, so that serving a file costs nothing but reading it. */
async function packBeside(folder: string): Promise<void> {
  for await (const entry of glob("**/*.{js,css,html,svg,webmanifest}", { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const plain = readFileSync(path)
    writeFileSync(`${path}.br`, brotliCompressSync(plain))
    writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }))
  }
}

await main()
