import { type FileHandle, open } from "node:fs/promises"
import { join } from "node:path"
import type { Readable } from "node:stream"
import type { Config, Database } from "#platform"
import { ArchiveWriter } from "./archive-writer.ts"
import { homeFiles } from "./home-files.ts"
import { MANIFEST, type Manifest, ownVersion } from "./manifest.ts"
import { Snapshot } from "./snapshot.ts"

/** Bytes of a table that go into one file of the archive. */
const PART = 4_000_000

/**
 * Writes everything into one file while the server runs or not: first what waits in the spool, then the database as it is at one
 * moment, then blobs and secrets. A mail is filed before it leaves the spool, so in this order each is in the backup at least once;
 * filing it again finds that it is there.
 */
export async function backUp(path: string, { config, db }: { config: Config; db: Database }): Promise<Manifest> {
  const archive = await ArchiveWriter.create(path, db.clock.now())
  try {
    const files: Manifest["files"] = {}
    await addFiles(archive, config.home, "spool", files)
    const snapshot = await Snapshot.take(db)
    try {
      const manifest: Manifest = {
        format: 1,
        vigie: await ownVersion(),
        at: db.clock.now().toISOString(),
        migrations: await snapshot.migrations(),
        tables: await addTables(archive, snapshot, files),
        sequences: await snapshot.sequences(),
        files,
        blobs: { count: 0, bytes: 0 },
      }
      await addText(archive, "jobs.json", JSON.stringify(await snapshot.jobs()), files)
      manifest.blobs = await addFiles(archive, config.home, "", files)
      await addText(archive, MANIFEST, JSON.stringify(manifest), {})
      await archive.finish()
      return manifest
    } finally {
      await snapshot.close()
    }
  } catch (error) {
    await archive.abandon()
    throw error
  }
}

async function addTables(archive: ArchiveWriter, snapshot: Snapshot, files: Manifest["files"]): Promise<Manifest["tables"]> {
  const done: Manifest["tables"] = []
  for (const table of await snapshot.tables()) {
    let rows = 0
    let part = 0
    for await (const lines of gather(snapshot.rows(table))) {
      const name = `database/${table.name}.${String(part++).padStart(5, "0")}`
      rows += countLines(lines)
      files[name] = await archive.add(name, lines.length, once(lines))
    }
    done.push({ ...table, rows })
  }
  return done
}

async function* gather(rows: Readable): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = []
  let length = 0
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length < PART) continue
    yield Buffer.concat(chunks)
    chunks = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(chunks)
}

/** Line feeds inside a value are written \n: each byte 10 ends a row. */
function countLines(lines: Buffer): number {
  let count = 0
  for (let at = lines.indexOf(10); at >= 0; at = lines.indexOf(10, at + 1)) count++
  return count
}

/** The folder `spool`, or everything else of the home. Blobs are counted; their names are their hashes. */
async function addFiles(archive: ArchiveWriter, home: string, only: "spool" | "", files: Manifest["files"]): Promise<Manifest["blobs"]> {
  const blobs = { count: 0, bytes: 0 }
  for await (const name of homeFiles(home, only)) {
    if (!only && name.startsWith("spool/")) continue
    const file = await openIfThere(join(home, name))
    if (!file) continue
    try {
      const { size } = await file.stat()
      const sha256 = await archive.add(`home/${name}`, size, bytesOf(file))
      if (name.startsWith("blobs/")) {
        blobs.count++
        blobs.bytes += size
      } else files[`home/${name}`] = sha256
    } finally {
      await file.close()
    }
  }
  return blobs
}

async function addText(archive: ArchiveWriter, name: string, text: string, files: Manifest["files"]): Promise<void> {
  const bytes = Buffer.from(text)
  files[name] = await archive.add(name, bytes.length, once(bytes))
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

async function* bytesOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(65_536))
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

/** A spooled mail may be filed, and its file gone, between the listing and now. */
function openIfThere(path: string): Promise<FileHandle | null> {
  return open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null
    throw error
  })
}
