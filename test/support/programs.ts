import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"

/** Programs of the system that some tests need, and the Debian package that brings each. */
export const PACKAGES = {
  chromium: "chromium",
  // The same browser without its window: a test costs a third of the time.
  "chromium-headless-shell": "chromium-headless-shell",
  dovecot: "dovecot-imapd",
  postfix: "postfix",
  strace: "strace",
  swaks: "swaks",
  openssl: "openssl",
} as const

export type Program = keyof typeof PACKAGES

/** Where a program lies, or null. Mail servers lie in `sbin`, which isn't on every user's path. */
export function whereIs(program: Program): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/local/sbin", "/usr/sbin", "/sbin"]
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null
}

/**
 * For a test's `skip`: false when every program is here, or the reason with what to install.
 * `test("…", { skip: lacking("dovecot") }, …)`
 */
export function lacking(...programs: readonly Program[]): string | false {
  const missing = programs.filter((program) => !whereIs(program))
  return missing.length === 0
    ? false
    : `needs ${missing.join(", ")}: apt-get install ${missing.map((program) => PACKAGES[program]).join(" ")}`
}
