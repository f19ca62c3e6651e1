import pg from "pg"

/**
 * Codes of PostgreSQL (appendix A of its manual) that say "not now", whatever the work: connection lost (08), another server or one that
 * only reads (25006), not let in (28, 3D000, 42501), out of disk or connections (53), locked (55P03), stopped or starting (57P), its disk
 * fails (58).
 */
const POSTGRES = /^(08|25006|28|3D000|42501|53|55P03|57P|58)/
/** Codes that blame what was to be written: data that no column takes (22, 23), more than an index or a row holds (54). */
const REFUSED = /^(22|23|54)/
const SYSTEM = new Set([
  "EACCES",
  "EAI_AGAIN",
  "EBUSY",
  "ECONNABORTED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EDQUOT",
  "EHOSTUNREACH",
  "EIO",
  "EMFILE",
  "ENETUNREACH",
  "ENFILE",
  "ENOMEM",
  "ENOSPC",
  "ENOTFOUND",
  "EPERM",
  "EPIPE",
  "EROFS",
  "ESTALE",
  "ETIMEDOUT",
])
const NO_CODE = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether a failure says nothing about the work itself: the database is away, the disk is full. Trying again later is then the whole answer. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined) return NO_CODE.test(error.message)
  // The database's socket is not there; a missing file is something else.
  return SYSTEM.has(code) || POSTGRES.test(code) || (code === "ENOENT" && syscall === "connect")
}

/**
 * Whether the database failed in a way that needn't have to do with what was asked of it: too slow (57014, and pg's own time limit, which
 * has no code), damaged (XX), anything but a refusal of the data. Whether it writes at all tells more (`Database.isWriting`).
 */
export function isDatabaseTrouble(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return !REFUSED.test(error.code ?? "")
  return error instanceof Error && error.message.startsWith("Query read timeout")
}
