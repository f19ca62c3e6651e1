import { existsSync, realpathSync, statfsSync } from "node:fs"
import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

const MEMORY = "/dev/shm"
/** Databases, browsers' profiles and data folders of two files at once stay far below this. */
const ENOUGH_BYTES = 6 * 1024 ** 3

/** A folder for everything that a run of the tests writes: in memory where there is room, since hundreds of databases are made in it. */
export async function folderOfRun(): Promise<string> {
  return realpathSync(await mkdtemp(join(roomInMemory() ? MEMORY : tmpdir(), "vigie-run-")))
}

function roomInMemory(): boolean {
  if (!existsSync(MEMORY)) return false
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > ENOUGH_BYTES
}
