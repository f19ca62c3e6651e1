import { existsSync } from "node:fs"
import { mkdir, unlink } from "node:fs/promises"
import { connect, createServer, type Server } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createHash } from "node:crypto"

/** Another Vigie already serves this data folder. */
export class AlreadyRunning extends Error {
  override readonly name = "AlreadyRunning"
}

/** A restore into this data folder was interrupted: it is neither empty nor whole. */
export class HalfRestored extends Error {
  override readonly name = "HalfRestored"
}

/** Lies in a data folder while a restore fills it. */
export const RESTORING = "restoring"

/**
 * Makes the data folder and what always lies in it.
 * @throws HalfRestored
 */
export async function openHome(home: string): Promise<void> {
  if (existsSync(join(home, RESTORING)))
    throw new HalfRestored(`The restore into ${home} was interrupted. Remove that folder and restore again.`)
  // Strangers may pass through but not look around: the database runs as another uid when Vigie is root.
  await mkdir(home, { recursive: true, mode: 0o711 })
  for (const name of ["blobs", "spool"]) await mkdir(join(home, name), { recursive: true, mode: 0o700 })
}

/**
 * Holds the data folder for one server: a Unix socket that answers as long as its process lives, so that a killed one leaves nothing
 * that would have to be removed by hand.
 * @throws AlreadyRunning when somebody answers.
 */
export async function holdHome(home: string): Promise<Server> {
  const path = doorbell(home)
  if (await isHeld(home)) throw new AlreadyRunning(home)
  await unlink(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error
  })
  const server = createServer((socket) => {
    socket.on("error", () => {}) // whoever asked has gone without waiting for the answer
    socket.end("vigie\n")
  })
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(path, resolve))
  server.unref()
  return server
}

/** Whether a server holds this data folder now. */
export function isHeld(home: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(doorbell(home))
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false))
    socket.once("connect", () => socket.destroy())
  })
}

function doorbell(home: string): string {
  const inside = join(home, "vigie.sock")
  return inside.length <= 100 ? inside : join(tmpdir(), `vigie-${createHash("sha256").update(home).digest("hex").slice(0, 12)}.sock`)
}
