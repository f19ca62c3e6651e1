export type Level = "debug" | "info" | "warn" | "error"
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

/** One JSON object a line. Fields are ids, counts and names of things; never a body, an address of a person or a secret. */
export interface Log {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

const ORDER: readonly Level[] = ["debug", "info", "warn", "error"]

export function createLog(from: Level, write: (line: string) => void, now: () => Date): Log {
  const at =
    (level: Level) =>
    (event: string, fields: LogFields = {}) => {
      if (ORDER.indexOf(level) < ORDER.indexOf(from)) return
      // JSON escapes line breaks and control characters: nothing from outside can forge a line.
      write(`${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`)
    }
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") }
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** What may be logged of a caught thing: its kind and code. Messages of database errors can quote a person's words. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined
  const where = error.stack
    ?.split("\n")
    .find((line) => line.includes("/src/"))
    ?.trim()
  return { error: error.name, code, where: where?.replace(/\(?file:\/\/.*\/src\//, "(src/") }
}
