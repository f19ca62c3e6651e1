import { readFile, readlink, realpath, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import pg from "pg"

/** A crash may leave gigabytes of log to go through before the first answer; beyond this somebody has to look. */
export const RECOVERY_MS = 600_000

/** No process ever has this number (Linux stops at 2^22). */
const NOBODYS_PID = 2_147_483_647

/** The process of this folder's server, whether it answers already or not; null when there is none. */
export async function serverOf(data: string): Promise<number | null> {
  const file = join(data, "postmaster.pid")
  const text = await readFile(file, "utf8").catch(() => "")
  const pid = Number(text.split("\n")[0])
  if (!pid || !isAlive(pid)) return null
  if (await servesFolder(pid, data)) return pid
  // After a power cut the number went to some other program. PostgreSQL would take that for itself; the rest of the file stays,
  // since it names the shared memory by which PostgreSQL sees whether a process of the old server still lives.
  await writeFile(file, text.replace(/^\d+/, String(NOBODYS_PID)))
  return null
}

/** The same, as soon as it answers. */
export async function runningServer(data: string, socket: string, signal?: AbortSignal): Promise<number | null> {
  const pid = await serverOf(data)
  if (pid === null) return null
  for (const end = Date.now() + RECOVERY_MS; isAlive(pid); await wait(50, null, { signal })) {
    if (await answers(socket)) return pid
    if (Date.now() > end) throw new Error(`The database (process ${pid}) runs but doesn't answer; see ${data}.log`)
  }
  return null // it was stopping
}

/** PostgreSQL works in its data folder. Where that can't be seen, its name has to do. */
async function servesFolder(pid: number, data: string): Promise<boolean> {
  const place = await readlink(`/proc/${pid}/cwd`).catch(() => null)
  if (place !== null) return place === (await realpath(data))
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "postgres")
  return name.startsWith("postgres")
}

export async function answers(host: string): Promise<boolean> {
  const client = new pg.Client({ host, user: "vigie", database: "postgres" })
  client.on("error", () => {}) // seen by connect() as well
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false // not yet: the caller asks again, up to its limit
  }
}

/** Whether a process has this number, anybody’s. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/** "Fast shutdown": sessions end, a checkpoint is written. */
export async function shutDown(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, "SIGINT")
  for (let tries = 0; tries < 1500 && isAlive(pid); tries++) await wait(10)
}
