import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { pipeline } from "node:stream"
import { createGunzip } from "node:zlib"
import { Invalid, readTar, type TarEntry, TornArchive } from "#platform"
import { MANIFEST, Manifest } from "./manifest.ts"

/** The files of a backup, one after the other. */
export async function* archiveEntries(path: string): AsyncGenerator<TarEntry> {
  const gunzip = createGunzip()
  // An error of either end comes out of the iteration below.
  pipeline(createReadStream(path), gunzip, () => {})
  try {
    yield* readTar(gunzip as AsyncIterable<Buffer>)
  } finally {
    gunzip.destroy()
  }
}

/** Reads a backup to its end and holds every file against its hash. @throws Invalid naming what is damaged */
export async function verifyArchive(path: string): Promise<Manifest> {
  try {
    return await verify(path)
  } catch (error) {
    throw isTorn(error) ? new Invalid("restore.torn", { file: path }) : error
  }
}

function isTorn(error: unknown): boolean {
  if (error instanceof TornArchive) return true
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  return code.startsWith("Z_") || code === "ERR_STREAM_PREMATURE_CLOSE"
}

async function verify(path: string): Promise<Manifest> {
  const found = new Map<string, string>()
  const blobs = { count: 0, bytes: 0 }
  let manifest: Manifest | null = null
  for await (const { name, size, content } of archiveEntries(path)) {
    if (name === MANIFEST) {
      manifest = await readManifest(path, content)
      continue
    }
    const sha256 = await hashOf(content)
    if (!name.startsWith("home/blobs/")) found.set(name, sha256)
    else if (!name.endsWith(`/${sha256}`)) throw new Invalid("restore.damaged", { file: path, name })
    else {
      blobs.count++
      blobs.bytes += size
    }
  }
  if (!manifest) throw new Invalid("restore.torn", { file: path })
  const wrong = firstWrong(manifest, found, blobs)
  if (wrong !== null) throw new Invalid("restore.damaged", { file: path, name: wrong })
  return manifest
}

/** The first file that isn't as the manifest says, or that it doesn't know. */
function firstWrong(manifest: Manifest, found: Map<string, string>, blobs: Manifest["blobs"]): string | null {
  for (const [name, sha256] of Object.entries(manifest.files)) if (found.get(name) !== sha256) return name
  for (const name of found.keys()) if (!(name in manifest.files)) return name
  return blobs.count === manifest.blobs.count && blobs.bytes === manifest.blobs.bytes ? null : "home/blobs"
}

async function readManifest(path: string, content: AsyncIterable<Buffer>): Promise<Manifest> {
  const read = Manifest.safeParse(JSON.parse(Buffer.concat(await Array.fromAsync(content)).toString("utf8")))
  if (!read.success) throw new Invalid("restore.unknownFormat", { file: path })
  return read.data
}

async function hashOf(content: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash("sha256")
  for await (const chunk of content) hash.update(chunk)
  return hash.digest("hex")
}
