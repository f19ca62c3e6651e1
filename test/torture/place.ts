import { chmod, mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { freePort } from "../support/free-port.ts"
import type { Place } from "./victim.ts"

/** A folder and ports for a server that will be killed. Afterwards its database, which outlives it, is stopped and the folder removed. */
export async function withPlace<T>(settings: Readonly<Record<string, string>>, use: (place: Place) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), "torture-"))
  await chmod(home, 0o711)
  try {
    return await use({ home, smtp: await freePort(), http: await freePort(), settings })
  } finally {
    await stopDatabase(home)
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The embedded database's process, or null. */
export async function databasePid(home: string): Promise<number | null> {
  const file = await readFile(join(home, "postgres/postmaster.pid"), "utf8").catch(() => "")
  const pid = Number(file.split("\n")[0])
  return pid > 0 && isAlive(pid) ? pid : null
}

async function stopDatabase(home: string): Promise<void> {
  const pid = await databasePid(home)
  if (pid === null) return
  process.kill(pid, "SIGQUIT")
  while (isAlive(pid)) await wait(10)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
