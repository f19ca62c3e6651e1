import { unlink } from "node:fs/promises"
import { connect, createServer, type Server } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createHash } from "node:crypto"

/** Another Vigie already serves this data folder. */
export class AlreadyRunning extends Error {
  override readonly name = "AlreadyRunning"
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
