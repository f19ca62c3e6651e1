import { close, closeSync, fsync, open, writeSync } from "node:fs"
import { unlink } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { newId } from "./ids.ts"
import type { Clock } from "./clock.ts"

/** A file that is being filled and has no name anybody knows yet. */
export interface Part {
  path: string
  file: number
}

const STOCK = 32
const openFile = promisify(open)
const flush = promisify(fsync)
const closeFile = promisify(close)

/**
 * Empty files made ahead. Making a file can wait for the journal of the disk, several times as long as filling it; made in the thread
 * pool before it is wanted, nobody waits for it.
 */
export class PartStock {
  readonly #folder: string
  readonly #clock: Clock
  readonly #ready: Part[] = []
  readonly #making = new Set<Promise<void>>()
  #closed = false

  constructor(folder: string, clock: Clock) {
    this.#folder = folder
    this.#clock = clock
  }

  async take(): Promise<Part> {
    const part = this.#ready.pop()
    this.#refill()
    return part ?? this.#make()
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#making)
    await Promise.all(this.#ready.splice(0).map((part) => discard(part)))
  }

  #refill(): void {
    while (!this.#closed && this.#ready.length + this.#making.size < STOCK) {
      const making = this.#make()
        .then((part) => void this.#ready.push(part))
        .catch(() => {}) // whoever wants a file makes it, and hears why it can't be made
        .finally(() => this.#making.delete(making))
      this.#making.add(making)
    }
  }

  async #make(): Promise<Part> {
    const path = join(this.#folder, newId(this.#clock.now()))
    return { path, file: await openFile(path, "wx", 0o600) }
  }
}

/** Fills a part and closes it. Its bytes are flushed once this returns; its name isn't yet. */
export async function fillPart({ file }: Part, content: Uint8Array): Promise<void> {
  try {
    // Into the system's memory only, in place: a trip to the thread pool costs more. The flush waits for the disk, and is made there.
    for (let at = 0; at < content.length;) at += writeSync(file, content, at)
    await flush(file)
  } finally {
    closeSync(file)
  }
}

async function discard({ path, file }: Part): Promise<void> {
  await closeFile(file)
  await unlink(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error // swept by a later start on the same folder
  })
}
