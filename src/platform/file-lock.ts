import { setTimeout as wait } from "node:timers/promises"
import { DatabaseSync } from "node:sqlite"

/** A file that this process holds, until it lets go or ends in whatever way. */
export interface Held {
  release(): void
}

/** Referred to for as long as they are held: one that is collected closes its file, and the lock with it. */
const held = new Set<DatabaseSync>()

/**
 * Holds a file, alone or together with others who hold it so; null when somebody's hold excludes it. The lock is the kernel's, so a
 * killed process leaves none. Node itself takes no such lock (fcntl(2)); the SQLite in it does, and an empty file is a database to it.
 */
export function tryHold(path: string, how: "alone" | "together"): Held | null {
  const file = new DatabaseSync(path)
  try {
    file.exec(`pragma journal_mode = memory; ${how === "alone" ? "begin exclusive" : "begin; select * from sqlite_master"}`)
  } catch (error) {
    file.close()
    if (isBusy(error)) return null
    throw error
  }
  held.add(file)
  return {
    release() {
      if (held.delete(file)) file.close()
    },
  }
}

/** Does this while holding the file alone, as soon as nobody else holds it. */
export async function holding<T>(path: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const own = tryHold(path, "alone")
    if (own) {
      try {
        return await work()
      } finally {
        own.release()
      }
    }
    await wait(30, null, { signal })
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5 // SQLITE_BUSY
}
