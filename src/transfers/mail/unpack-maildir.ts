import { createReadStream, createWriteStream } from "node:fs"
import { mkdir, rm, utimes } from "node:fs/promises"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { Invalid, readTar, TornArchive } from "#platform"
import { plain } from "../keep-file.ts"
import type { TransferFile } from "../tables.ts"

/** Folders above a mail that are kept: what tells a mailbox from the next. */
const DEEPEST = 8

/**
 * A Maildir that came in as one archive (tar), as a folder again: its mails alone, under names that lead nowhere else, with their dates.
 * The archive isn't kept. @throws Invalid when there is no mail in it
 */
export async function unpackMaildir({ name, path, size }: TransferFile): Promise<TransferFile> {
  const folder = `${path}.d`
  await rm(folder, { recursive: true, force: true })
  const archive = createReadStream(path)
  let mails = 0
  try {
    for await (const entry of readTar(archive)) {
      const parts = entry.name.split(/[\\/]/)
      if (!isMail(parts)) continue
      const [file = "", ...above] = parts.slice(-DEEPEST).map(plain).toReversed()
      const inside = join(folder, ...above.toReversed())
      // Numbered: what a name may not hold is left out of it, and two may be the same without.
      const to = join(inside, `${mails}-${file}`)
      await mkdir(inside, { recursive: true, mode: 0o700 })
      await pipeline(entry.content, createWriteStream(to, { mode: 0o600 }))
      await utimes(to, entry.at, entry.at)
      mails++
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if (error instanceof TornArchive) throw new Invalid("transfers.noMaildir")
    throw error
  } finally {
    archive.destroy() // damaged, or with no room for its mails, it is left in the middle
    await rm(path, { force: true })
  }
  if (mails === 0) throw new Invalid("transfers.noMaildir")
  return { name, path: folder, size }
}

function isMail(parts: readonly string[]): boolean {
  const [folder, file] = [parts.at(-2) ?? "", parts.at(-1) ?? ""]
  return file !== "" && folder !== "tmp" && (folder === "cur" || folder === "new" || /\.eml$/i.test(file))
}
