import { createHash, randomUUID } from "node:crypto"
import { createReadStream } from "node:fs"
import { link, mkdir, open, readFile, stat, unlink } from "node:fs/promises"
import { dirname, join } from "node:path"
import type { Readable } from "node:stream"
import { flushFolder } from "./durable-file.ts"

/** Content kept by its hash: originals, attachments, outgoing bytes. The port that files and, later, S3 implement. */
export interface Blobs {
  /** Keeps the bytes and gives their SHA-256 in hex. Durable once it returns; keeping the same bytes twice costs nothing. */
  keep(content: Uint8Array): Promise<string>
  /** Keeps a file that is already flushed, without reading it again where the hash is known. The file itself stays. */
  keepFile(path: string, sha256: string): Promise<void>
  read(sha256: string): Promise<Buffer>
  stream(sha256: string): Readable
  size(sha256: string): Promise<number | null>
  remove(sha256: string): Promise<void>
}

/** Blobs as files: `ab/cd/abcd….` under a folder, flushed with their folder. */
export class FileBlobs implements Blobs {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async keep(content: Uint8Array): Promise<string> {
    const sha256 = createHash("sha256").update(content).digest("hex")
    const path = this.#path(sha256)
    if (await exists(path)) return sha256
    await this.#makeFolder(path)
    const part = `${path}.${randomUUID()}.part`
    const file = await open(part, "wx", 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } catch (error) {
      await unlink(part).catch(() => {}) // the first error is the one that counts
      throw error
    } finally {
      await file.close()
    }
    await this.#settle(part, path)
    await unlink(part)
    return sha256
  }

  async keepFile(from: string, sha256: string): Promise<void> {
    const path = this.#path(sha256)
    if (await exists(path)) return
    await this.#makeFolder(path)
    await this.#settle(from, path)
  }

  read(sha256: string): Promise<Buffer> {
    return readFile(this.#path(sha256))
  }

  stream(sha256: string): Readable {
    return createReadStream(this.#path(sha256))
  }

  async size(sha256: string): Promise<number | null> {
    const found = await stat(this.#path(sha256)).catch(() => null)
    return found?.size ?? null
  }

  async remove(sha256: string): Promise<void> {
    await unlink(this.#path(sha256)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error
    })
  }

  /** A second name for flushed bytes: the name appears whole or not at all. */
  async #settle(from: string, path: string): Promise<void> {
    await link(from, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error
    })
    await flushFolder(dirname(path))
  }

  async #makeFolder(path: string): Promise<void> {
    const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    if (made) await flushFolder(dirname(made))
  }

  #path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("A blob is named by 64 hex digits")
    return join(this.#folder, sha256.slice(0, 2), sha256)
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}
