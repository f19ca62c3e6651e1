import { createHash, type Hash } from "node:crypto"
import { renameSync } from "node:fs"
import { type FileHandle, mkdir, open, readdir, rename, statfs, unlink } from "node:fs/promises"
import { join } from "node:path"
import { newId } from "./ids.ts"
import { failpoint } from "./failpoint.ts"
import { fillPart, PartStock } from "./part-stock.ts"
import { endOf, type Envelope, headOf, readSpooled, type Spooled } from "./spool-file.ts"
import type { Clock } from "./clock.ts"

/**
 * What has been accepted and not yet filed: one file each. `accept` returns only when file and folder are flushed, so that a promise
 * made after it survives a power cut. File: one line of JSON, the bytes, a closing line with their length and SHA-256.
 */
export class Spool {
  readonly #folder: string
  readonly #clock: Clock
  readonly #stock: PartStock
  #new: FileHandle | null = null
  #flush: Promise<void> | null = null
  #flushNext: Promise<void> | null = null

  constructor(folder: string, clock: Clock) {
    this.#folder = folder
    this.#clock = clock
    this.#stock = new PartStock(join(folder, "part"), clock)
  }

  async open(): Promise<void> {
    for (const name of ["new", "part", "torn", "unfilable"]) await mkdir(join(this.#folder, name), { recursive: true, mode: 0o700 })
    // A part was never promised to anybody: its sender heard no 250 and will come again.
    for (const name of await readdir(join(this.#folder, "part"))) await unlink(join(this.#folder, "part", name))
    this.#new = await open(join(this.#folder, "new"), "r")
  }

  async close(): Promise<void> {
    await this.#stock.close()
    await this.#new?.close()
    this.#new = null
  }

  async begin(envelope: Envelope): Promise<SpoolWriter> {
    const id = newId(this.#clock.now())
    const part = join(this.#folder, "part", id)
    const writer = new SpoolWriter(id, part, await open(part, "wx", 0o600), () => this.#settle(id, part))
    try {
      await writer.begin(headOf(envelope))
    } catch (error) {
      await writer.abandon()
      throw error
    }
    return writer
  }

  /** All of it at once, in one write. */
  async accept(envelope: Envelope, content: Uint8Array | readonly Uint8Array[]): Promise<string> {
    const pieces = content instanceof Uint8Array ? [content] : content
    const hash = createHash("sha256")
    let length = 0
    for (const piece of pieces) {
      hash.update(piece)
      length += piece.length
    }
    const id = newId(this.#clock.now())
    const part = await this.#stock.take()
    try {
      await fillPart(part, Buffer.concat([headOf(envelope), ...pieces, endOf(length, hash)]))
      await this.#settle(id, part.path)
    } catch (error) {
      await unlink(part.path).catch(() => {}) // swept at the next start; the first error is the one that counts
      throw error
    }
    return id
  }

  /** Ids of what waits, oldest first. */
  async waiting(): Promise<string[]> {
    return (await readdir(join(this.#folder, "new"))).sort()
  }

  /** @throws TornSpool when the file doesn't end as it was written. */
  async read(id: string): Promise<Spooled> {
    return readSpooled(this.path(id), id)
  }

  /** It is filed and committed elsewhere: forget it here. */
  async done(id: string): Promise<void> {
    await unlink(this.path(id))
  }

  /** Keeps it apart: `torn`, which nobody can read back, or `unfilable`, which is whole (`takeBack`). */
  async setAside(id: string, why: "torn" | "unfilable"): Promise<void> {
    await rename(this.path(id), join(this.#folder, why, id))
  }

  /** What was set aside and is whole waits again. Gives how many. */
  async takeBack(): Promise<number> {
    let whole = 0
    for (const folder of ["unfilable", "torn"] as const) {
      for (const id of await readdir(join(this.#folder, folder))) {
        const path = join(this.#folder, folder, id)
        const found = await readSpooled(path, id).catch(() => null) // stays where it is
        if (found) await rename(path, this.path(id))
        if (found) whole++
      }
    }
    return whole
  }

  path(id: string): string {
    return join(this.#folder, "new", id)
  }

  async freeBytes(): Promise<number> {
    const disk = await statfs(this.#folder)
    return disk.bavail * disk.bsize
  }

  async #settle(id: string, part: string): Promise<void> {
    failpoint("after-spool-flush")
    renameSync(part, this.path(id))
    try {
      await this.#flushNew()
    } catch (error) {
      // Its sender will hear no 250 and come again: what might not survive must not be filed.
      await unlink(this.path(id)).catch(() => {}) // the first error is the one that counts
      throw error
    }
  }

  /** One flush of the folder serves all names that were there when it began; those that come during it share the next one. */
  #flushNew(): Promise<void> {
    const folder = this.#new
    if (!folder) throw new Error("The spool is not open")
    const run = () => folder.sync()
    if (!this.#flush) {
      this.#flush = run().finally(() => {
        this.#flush = null
      })
      return this.#flush
    }
    this.#flushNext ??= this.#flush
      .catch(() => {}) // reported to those who waited for that one
      .then(() => {
        this.#flushNext = null
        return this.#flushNew()
      })
    return this.#flushNext
  }
}

/** A thing on its way in: bytes are written as they come, so that a large one never lies in memory. */
export class SpoolWriter {
  readonly id: string
  readonly part: string
  readonly #file: FileHandle
  readonly #hash: Hash = createHash("sha256")
  readonly #settle: () => Promise<void>
  #length = 0

  constructor(id: string, part: string, file: FileHandle, settle: () => Promise<void>) {
    this.id = id
    this.part = part
    this.#file = file
    this.#settle = settle
  }

  get length(): number {
    return this.#length
  }

  /** What stands before the bytes. */
  async begin(head: Uint8Array): Promise<void> {
    await this.#file.writeFile(head)
  }

  // writeFile goes on where a write fell short, from where the file is; `write` would only say so.
  async write(chunk: Uint8Array): Promise<void> {
    this.#hash.update(chunk)
    this.#length += chunk.length
    await this.#file.writeFile(chunk)
  }

  /** Flushed, named, and the name flushed. Gives the id under which it waits. */
  async commit(): Promise<string> {
    await this.#file.writeFile(endOf(this.#length, this.#hash))
    await this.#file.sync()
    await this.#file.close()
    await this.#settle()
    return this.id
  }

  /** Gives up without a promise. What can't be removed now is swept at the next start. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => {}) // already closed by a failed commit
    await unlink(this.part).catch(() => {})
  }
}
