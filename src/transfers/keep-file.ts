import { createWriteStream } from "node:fs"
import { mkdir, rename, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { Readable, Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import { Invalid, TooLarge } from "#platform"
import type { TransferFile } from "./tables.ts"

/** Beyond this an archive is brought in from the command line, where nothing is sent twice. */
const LARGEST = 20_000_000_000

/** Keeps a file that comes in over HTTP, as it comes: it is never whole in memory. Cut off on the way, nothing of it stays. */
export async function keepFile(folder: string, id: string, name: string, body: ReadableStream<Uint8Array> | null): Promise<TransferFile> {
  if (!body) throw new Invalid("transfers.noFile")
  await mkdir(join(folder, id), { recursive: true, mode: 0o700 })
  const path = join(folder, id, plain(name))
  let size = 0
  const counting = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      done(size > LARGEST ? new TooLarge("transfers.tooLarge", { gigabytes: LARGEST / 1_000_000_000 }) : null, chunk)
    },
  })
  try {
    await pipeline(Readable.from(chunksOf(body)), counting, createWriteStream(`${path}.part`, { mode: 0o600 }))
    await rename(`${path}.part`, path)
  } catch (error) {
    await rm(`${path}.part`, { force: true })
    throw error
  }
  if ((await stat(path)).size === 0) throw new Invalid("transfers.emptyFile")
  return { name: plain(name), path, size }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    yield value
  }
}

/** A file's own name, without folders and what could be taken for something else. */
export function plain(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ""
  return (
    last
      .replace(/[\p{C}"<>:|?*]/gu, "")
      .replace(/^\.+/, "")
      .trim()
      .slice(0, 120) || "file"
  )
}
