import type { Dirent } from "node:fs"
import { readdir } from "node:fs/promises"
import { join } from "node:path"

/** What lies in a data folder and is no data: the database's own folder and socket, locks, half-written files, archives that are being brought in. */
const PASSING = /^(postgres(\.part|\.log)?|run|imports|restoring)$|\.part$|\.(sock|lock)$/

/** The names of a folder's files, sorted, from the folder; a name that has gone meanwhile is none. */
export async function* homeFiles(home: string, under = ""): AsyncGenerator<string> {
  for (const entry of await namesIn(join(home, under))) {
    const name = under ? `${under}/${entry.name}` : entry.name
    if (!under && PASSING.test(entry.name)) continue
    if (entry.isFile() && !entry.name.endsWith(".part")) yield name
    if (entry.isDirectory() && name !== "spool/part") yield* homeFiles(home, name)
  }
}

async function namesIn(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error
    return []
  })
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}
