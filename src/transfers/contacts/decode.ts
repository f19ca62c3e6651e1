import { createReadStream } from "node:fs"
import { Readable } from "node:stream"

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"

/** How a text file is written: as its mark says, else UTF-8 where all of it can be, else as Windows writes western languages. */
export async function encodingOf(path: string): Promise<Encoding> {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  let first = true
  try {
    for await (const chunk of createReadStream(path)) {
      const bytes = chunk as Buffer
      if (first) {
        const marked = byMark(bytes)
        if (marked) return marked
        first = false
      }
      decoder.decode(bytes, { stream: true })
    }
    decoder.decode()
    return "utf-8"
  } catch {
    return "windows-1252" // some byte can't be UTF-8
  }
}

function byMark(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  // Without a mark, every other byte of western text in UTF-16 is zero.
  if (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0) return "utf-16le"
  return bytes.length > 3 && bytes[0] === 0 && bytes[2] === 0 ? "utf-16be" : null
}

/** The text of a file, in pieces, without its mark. */
export function textOf(path: string, encoding: Encoding): Readable {
  return Readable.from(decoded(path, encoding), { objectMode: false, encoding: "utf8" })
}

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk as Buffer, { stream: true })
    if (text) yield text.replaceAll("\0", "")
  }
  const rest = decoder.decode()
  if (rest) yield rest
}
