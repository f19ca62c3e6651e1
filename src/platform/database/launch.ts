import { execFile, spawn } from "node:child_process"
import { closeSync, openSync } from "node:fs"
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { promisify } from "node:util"
import { postgresArguments } from "./postgres-settings.ts"
import { answers, RECOVERY_MS, shutDown } from "./postmaster.ts"

/** Where a database lies, and as whom it runs. */
export interface Place {
  binaries: string
  data: string
  socket: string
  owner: { uid?: number; gid?: number }
}

/** Made under another name and then renamed: a start that was killed half way leaves nothing that looks like a database. */
export async function initialise({ binaries, data, owner }: Place, signal?: AbortSignal): Promise<void> {
  const part = `${data}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { mode: 0o700 })
  if (owner.uid !== undefined) await chown(part, owner.uid, owner.uid)
  const args = ["-D", part, "-U", "vigie", "-A", "trust", "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
  try {
    await promisify(execFile)(join(binaries, "bin/initdb"), [...args, "--locale=C"], { ...owner, cwd: part, env: {} })
  } catch (error) {
    signal?.throwIfAborted() // a Ctrl-C in the terminal reached it, too
    throw error
  }
  await chmod(part, 0o700)
  await rename(part, data)
}

/** Processes of a server that was killed see it within moments, and hold its shared memory until then. */
const ORPHANS_MS = 30_000

/** Starts the server of an initialised folder; gives its process once it answers. */
export async function launch(place: Place, unsafeFast: boolean, signal?: AbortSignal): Promise<number> {
  for (const end = Date.now() + ORPHANS_MS; ; await wait(100, null, { signal })) {
    const begun = await attempt(place, unsafeFast, signal)
    if (typeof begun === "number") return begun
    const orphans = begun.includes("pre-existing shared memory block")
    if (!orphans || Date.now() > end) throw new Error(`The database did not start: ${begun}`)
  }
}

/** The server's process, or why it ended. */
async function attempt({ binaries, data, socket, owner }: Place, unsafeFast: boolean, signal?: AbortSignal): Promise<number | string> {
  const log = `${data}.log`
  await writeFile(log, "")
  const output = openSync(log, "a")
  // In a session of its own: a Ctrl-C in the terminal reaches Vigie first, which finishes and then stops the database.
  const child = spawn(join(binaries, "bin/postgres"), postgresArguments(data, socket, unsafeFast), {
    ...owner,
    cwd: data,
    env: { TZ: "UTC" },
    detached: true,
    stdio: ["ignore", output, output],
  })
  closeSync(output)
  child.unref()
  let ended: string | null = null
  child.once("error", (error) => (ended = error.message)).once("exit", () => (ended ??= ""))
  for (const end = Date.now() + RECOVERY_MS; ended === null; await wait(20)) {
    if (signal?.aborted || Date.now() > end) {
      if (child.pid) await shutDown(child.pid)
      signal?.throwIfAborted()
      throw new Error(`The database did not answer within ten minutes; see ${log}`)
    }
    if (child.pid && (await answers(socket))) return child.pid
  }
  return ended || (await lastWords(log))
}

/** The first line that says why; hints follow it. */
async function lastWords(log: string): Promise<string> {
  const lines = (await readFile(log, "utf8")).trim().split("\n")
  return lines.findLast((line) => line.includes("FATAL:")) ?? lines.at(-1)!
}
