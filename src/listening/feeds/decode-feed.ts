import { decodeBytes } from "#markup"
import { guessCharset } from "./guess-charset.ts"

export interface DecodedFeed {
  text: string
  encoding: string
  warnings: string[]
}

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
]
/** What `<?` or `<` looks like in the two of sixteen bits. */
const STARTS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-16be", [0x00, 0x3c]],
  ["utf-16le", [0x3c, 0x00]],
]
const DECLARED = /^[\s\0]*<\?xml[^>]{0,400}?encoding\s*=\s*["']\s*([A-Za-z0-9._:-]{1,40})\s*["']/
const CHARSET = /;\s*charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})/i

/**
 * Bytes of a feed as text. The order is that of RFC 7303: a byte order mark, the charset of HTTP, the XML declaration, UTF-8. A charset
 * that the bytes refuse gives way to the next; where none is left, it is guessed from the letters.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): DecodedFeed {
  const warnings: string[] = []
  const marked = begins(BOMS, bytes)
  const http = CHARSET.exec(contentType ?? "")?.[1] ?? null
  const wide = begins(STARTS, bytes)
  const declared = DECLARED.exec(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 600)).toString("latin1"))?.[1] ?? null
  const usual = isText(contentType) && !wide && isAscii(bytes) ? "us-ascii" : null
  for (const [name, isCertain] of [
    [marked, true],
    [http, false],
    [wide, false],
    [usual, true],
    [declared, false],
    ["utf-8", false],
  ] as const) {
    const text = name ? strictly(bytes, name) : null
    if (name && text !== null) return { text: withoutMark(text), encoding: plainName(name), warnings }
    if (name && !isCertain && name !== "utf-8") warnings.push("charset.wrong")
  }
  return { ...atLast(bytes, marked ?? http ?? declared), warnings: [...warnings, "charset.guessed"] }
}

/** RFC 3023 made text without a charset US-ASCII: that is still what it is where every byte is one. */
const isText = (contentType: string | null): boolean =>
  /^\s*text\/(?!html)/i.test(contentType ?? "") && !/^\s*text\/plain/i.test(contentType ?? "")

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 127 || byte === 0) return false
  return true
}

function begins(table: typeof BOMS, bytes: Uint8Array): string | null {
  return table.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null
}

/** The text in this charset; null where nobody knows it, or the bytes aren't in it. */
function strictly(bytes: Uint8Array, name: string): string | null {
  if (/^(?:us-)?ascii$/i.test(name)) return isAscii(bytes) ? Buffer.from(bytes).toString("latin1") : null
  try {
    return new TextDecoder(name.replace("_", "-"), { fatal: true }).decode(bytes)
  } catch {
    const { text, unknown, wrong } = decodeBytes(bytes, name)
    return unknown || wrong || text.includes("\ufffd") || /^utf-?8$/i.test(name) ? null : text
  }
}

/** What says UTF-8 and isn't is read as that where most of it is; else as its letters look. */
function atLast(bytes: Uint8Array, name: string | null): Omit<DecodedFeed, "warnings"> {
  const utf8 = new TextDecoder("utf-8").decode(bytes)
  const lost = utf8.split("\ufffd").length - 1
  const kept = utf8.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0
  if (kept > lost) return { text: withoutMark(utf8), encoding: "utf-8" }
  const guessed = guessCharset(bytes) ?? (name && /^(?:windows|iso)-/i.test(name) ? name : "windows-1252")
  return { text: new TextDecoder(guessed).decode(bytes), encoding: guessed }
}

const plainName = (name: string): string => name.toLowerCase().replace(/^utf8$/, "utf-8")

const withoutMark = (text: string): string => (text.startsWith("\ufeff") ? text.slice(1) : text).replaceAll("\0", "")
