import { createHash } from "node:crypto"
import { once } from "node:events"
import { type FileHandle, open, rename, unlink } from "node:fs/promises"
import { dirname } from "node:path"
import { createGzip, type Gzip } from "node:zlib"
import { flushFolder, tarEnd, tarHeader, tarPadding } from "#platform"

/** A compressed archive that gets its name when it is whole and flushed: an interrupted backup leaves the older one as it was. */
export class ArchiveWriter {
  readonly #path: string
  readonly #file: FileHandle
  readonly #at: Date
  readonly #gzip: Gzip = createGzip({ level: 4 })
  readonly #written: Promise<void>

  private constructor(path: string, file: FileHandle, at: Date) {
    this.#path = path
    this.#file = file
    this.#at = at
    this.#written = this.#drain()
    this.#written.catch(() => {}) // told by the write that fails, or by finish
  }

  static async create(path: string, at: Date): Promise<ArchiveWriter> {
    // It holds every secret of the house: for its owner alone.
    return new ArchiveWriter(path, await open(`${path}.part`, "w", 0o600), at)
  }

  /** Adds a file of a known size. Gives the SHA-256 of what was added. */
  async add(name: string, size: number, content: AsyncIterable<Uint8Array>): Promise<string> {
    const hash = createHash("sha256")
    let length = 0
    await this.#write(tarHeader(name, size, this.#at))
    for await (const chunk of content) {
      hash.update(chunk)
      length += chunk.length
      await this.#write(chunk)
    }
    if (length !== size) throw new Error(`${name} changed its size while it was read`)
    await this.#write(tarPadding(size))
    return hash.digest("hex")
  }

  async finish(): Promise<void> {
    this.#gzip.end(tarEnd())
    await this.#written
    await this.#file.sync()
    await this.#file.close()
    await rename(`${this.#path}.part`, this.#path)
    await flushFolder(dirname(this.#path))
  }

  async abandon(): Promise<void> {
    this.#gzip.destroy()
    await this.#written.catch(() => {}) // given up on purpose
    await this.#file.close().catch(() => {}) // already closed by a failed finish
    await unlink(`${this.#path}.part`).catch(() => {})
  }

  async #drain(): Promise<void> {
    try {
      for await (const chunk of this.#gzip as AsyncIterable<Buffer>) await this.#file.appendFile(chunk)
    } catch (error) {
      this.#gzip.destroy()
      throw error
    }
  }

  async #write(chunk: Uint8Array): Promise<void> {
    if (!this.#gzip.write(chunk)) await Promise.race([once(this.#gzip, "drain"), this.#written])
  }
}
