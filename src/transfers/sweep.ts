import { readdir, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { DAY, type Database } from "#platform"
import { room } from "./tables.ts"

const KEPT = 2 * DAY

/** Forgets imports that were prepared and never started, and removes files that nothing will read any more: theirs, and those of runs that are done. */
export async function sweepImports(db: Database, folder: string): Promise<void> {
  const before = new Date(db.clock.now().getTime() - KEPT)
  await db.transact((tx) =>
    room(tx).deleteFrom("transfers").where("state", "=", "draft").where("runs_in", "=", "server").where("moved_at", "<", before).execute(),
  )
  const wanted = await room(db.read).selectFrom("transfers").select("id").where("state", "<>", "done").execute()
  const ids = new Set(wanted.map(({ id }) => id))
  for (const name of await readdir(folder).catch(nothingYet)) {
    const path = join(folder, name)
    // A file that comes in right now may belong to an import that was made after the look above.
    if (!ids.has(name) && (await stat(path)).mtime < before) await rm(path, { recursive: true, force: true })
  }
}

function nothingYet(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT") return []
  throw error
}
