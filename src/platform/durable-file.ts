import { open, rename, unlink } from "node:fs/promises"
import { dirname } from "node:path"

/**
 * Writes a file that survives a power cut once this returns: written under another name, flushed, renamed, its folder flushed.
 * A reader sees all of it or nothing.
 */
export async function writeDurably(path: string, content: Uint8Array | string, mode = 0o600): Promise<void> {
  const part = `${path}.part`
  const file = await open(part, "w", mode)
  try {
    await file.writeFile(content)
    await file.sync()
  } catch (error) {
    await file.close()
    await unlink(part).catch(() => {}) // the first error is the one that counts
    throw error
  }
  await file.close()
  await rename(part, path)
  await flushFolder(dirname(path))
}

/** Makes the names in a folder durable (fsync of the directory, as POSIX asks after rename and link). */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
