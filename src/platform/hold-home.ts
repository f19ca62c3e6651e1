import { unlink } from "node:fs/promises"
import { connect, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { createHash } from "node:crypto"
import { type Held, tryHold } from "./file-lock.ts"

/** Another Vigie already serves this data folder. */
export class AlreadyRunning extends Error {
  override readonly name = "AlreadyRunning"
}

/** A data folder that this process serves. */
export interface HeldHome {
  letGo(): Promise<void>
}

/**
 * Holds the data folder for one server, by a lock that dies with its process: a killed one leaves nothing that would have to be removed
 * by hand. Two that start at the same moment can stand in each other's way: each tries once more, a little later, so that one is let in. Others learn of it by ringing (`isHeld`), which disturbs nobody.
 * @throws AlreadyRunning
 */
export async function holdHome(home: string): Promise<HeldHome> {
  const lock = join(home, "vigie.lock")
  const held = tryHold(lock, "alone") ?? (await again(lock))
  if (!held) throw new AlreadyRunning(home)
  try {
    const bell = await hangBell(doorbell(home))
    return {
      letGo: async () => {
        await new Promise((done) => bell.close(done))
        held.release()
      },
    }
  } catch (error) {
    held.release()
    throw error
  }
}

async function again(lock: string): Promise<Held | null> {
  await wait(20 + Math.random() * 60)
  return tryHold(lock, "alone")
}

/** Whether a server holds this data folder now. */
export function isHeld(home: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(doorbell(home))
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false))
    socket.once("connect", () => socket.destroy())
  })
}

async function hangBell(path: string) {
  await unlink(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error
  })
  const bell = createServer((socket) => {
    socket.on("error", () => {}) // whoever asked has gone without waiting for the answer
    socket.end("vigie\n")
  })
  await new Promise<void>((resolve, reject) => bell.once("error", reject).listen(path, resolve))
  bell.unref()
  return bell
}

function doorbell(home: string): string {
  const inside = join(home, "vigie.sock")
  return inside.length <= 100 ? inside : join(tmpdir(), `vigie-${createHash("sha256").update(home).digest("hex").slice(0, 12)}.sock`)
}
