import { open, opendir, readFile, stat } from "node:fs/promises"
import { basename, join } from "node:path"
import type { FoundMail } from "./mail-source.types.ts"

const HEAD = 65_536

/**
 * The mails of a Maildir: those in `cur` and `new`, its subfolders' too, whichever way they are named (Maildir++ `.Sent`, Dovecot `Sent`).
 * What is still being written (`tmp`) isn't a mail. In a folder that is no Maildir, files named `.eml` are.
 */
export async function* mailsOfMaildir(folder: string, under = ""): AsyncGenerator<FoundMail> {
  const mails = /^(cur|new)$/.test(basename(under || folder))
  for await (const entry of await opendir(join(folder, under))) {
    const name = under ? join(under, entry.name) : entry.name
    if (entry.isDirectory() && entry.name !== "tmp") yield* mailsOfMaildir(folder, name)
    else if (entry.isFile() && (mails || /\.eml$/i.test(entry.name))) {
      const path = join(folder, name)
      const { size, mtime } = await stat(path)
      yield { file: name, offset: 0, length: size, masked: false, came: mtime, head: await beginning(path) }
    }
  }
}

export function readFromMaildir(folder: string, { file }: Pick<FoundMail, "file">): Promise<Buffer> {
  return readFile(join(folder, file))
}

async function beginning(path: string): Promise<Buffer> {
  const file = await open(path, "r")
  try {
    const bytes = Buffer.alloc(HEAD)
    const { bytesRead } = await file.read(bytes, 0, HEAD, 0)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
