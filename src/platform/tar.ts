import { ownName, pathInRecords, upToNul } from "./tar-names.ts"

const BLOCK = 512
/** What stands before a file about it: names and, from some writers, extended attributes. */
const MOST_ABOUT = 1_000_000

/** The header of one file (POSIX ustar, IEEE Std 1003.1): a plain `tar -xzf` reads our backups too. */
export function tarHeader(name: string, size: number, at: Date): Buffer {
  const header = Buffer.alloc(BLOCK)
  if (Buffer.byteLength(name) > 100) throw new Error(`A name in a backup has at most 100 bytes: ${name}`)
  header.write(name, 0)
  header.write("0000600\0", 100)
  header.write("0000000\0".repeat(2), 108)
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124)
  header.write(
    `${Math.floor(at.getTime() / 1000)
      .toString(8)
      .padStart(11, "0")}\0`,
    136,
  )
  header.write("        0", 148)
  header.write("ustar\x0000", 257)
  header.write(`${sum(header).toString(8).padStart(6, "0")}\0 `, 148)
  return header
}

/** What fills a file up to whole blocks. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)
}

/** Two empty blocks close an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK)

export interface TarEntry {
  name: string
  size: number
  /** When it was written last. */
  at: Date
  /** To be read before the next entry is asked for. */
  content: AsyncIterable<Buffer>
}

/** The archive is cut short or is none. */
export class TornArchive extends Error {
  override readonly name = "TornArchive"
}

/** The files of an archive one after the other, never whole in memory. @throws TornArchive */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const bytes = new Bytes(chunks)
  /** The next file's name, where its header has no room for it. */
  let longName: string | null = null
  for (;;) {
    const header = await bytes.take(BLOCK)
    if (header.every((byte) => byte === 0)) return bytes.finish()
    const size = Number.parseInt(header.toString("latin1", 124, 135), 8)
    if (sum(header) !== Number.parseInt(header.toString("latin1", 148, 154), 8) || !(size >= 0))
      throw new TornArchive("a header is damaged")
    const content = bytes.stream(size)
    const kind = header.toString("latin1", 156, 157)
    if ("LKxg".includes(kind)) {
      if (size > MOST_ABOUT) throw new TornArchive("a name is too long")
      const about = Buffer.concat(await Array.fromAsync(content))
      if (kind === "L") longName = upToNul(about)
      if (kind === "x") longName = pathInRecords(about) ?? longName
      await bytes.take(tarPadding(size).length)
      continue
    }
    const at = new Date((Number.parseInt(header.toString("latin1", 136, 147), 8) || 0) * 1000)
    yield { name: longName ?? ownName(header), size, at, content }
    longName = null
    for await (const _ of content); // what the reader left
    await bytes.take(tarPadding(size).length)
  }
}

function sum(header: Buffer): number {
  let total = 0
  for (const [at, byte] of header.entries()) total += at >= 148 && at < 156 ? 32 : byte
  return total
}

class Bytes {
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of this.stream(length)) parts.push(part)
    return Buffer.concat(parts)
  }

  /** Reads on to the end: what stands around an archive may have a check of its own there. */
  async finish(): Promise<void> {
    while (!(await this.#chunks.next()).done);
  }

  async *stream(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      if (this.#rest.length === 0) {
        const { value, done } = await this.#chunks.next()
        if (done) throw new TornArchive("it ends too early")
        this.#rest = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
      }
      const part = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(part.length)
      left -= part.length
      yield part
    }
  }
}
