/** Codes of PostgreSQL that say "not now": connection lost (08), shutting down or starting (57P), out of disk or connections (53). */
const POSTGRES = /^(08|53|57P)/
const SYSTEM = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOSPC",
  "EDQUOT",
  "EMFILE",
  "ENFILE",
  "EIO",
])

/** Whether a failure says nothing about the work itself: the database is away, the disk is full. Trying again later is then the whole answer. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined)
    return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(error.message)
  // The database's socket is not there; a missing file is something else.
  return SYSTEM.has(code) || POSTGRES.test(code) || (code === "ENOENT" && syscall === "connect")
}
