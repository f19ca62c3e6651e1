import { decodeBytes } from "#markup"
import { unflow } from "./flowed.ts"
import type { Part } from "./part.ts"

const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_:.-]{1,40})/i

/** What the decoded bytes of a text part say. */
export function partText(part: Part, bytes: Buffer, warn: (code: string) => void): string {
  const decoded = decodeBytes(bytes, part.parameters.get("charset") ?? charsetInHtml(part, bytes))
  if (decoded.unknown) warn("charset.unknown")
  if (decoded.wrong) warn("charset.wrong")
  const flowed = part.parameters.get("format")?.toLowerCase() === "flowed" && part.type === "text/plain"
  return flowed ? unflow(decoded.text, part.parameters.get("delsp")?.toLowerCase() === "yes") : decoded.text
}

/** An HTML part whose header names no charset may name one itself. */
function charsetInHtml(part: Part, bytes: Buffer): string | null {
  if (part.type !== "text/html") return null
  const charset = META_CHARSET.exec(bytes.toString("latin1", 0, 2_048))?.[1] ?? null
  return charset && /^utf-?16/i.test(charset) ? null : charset // it was readable as ASCII, so it isn't UTF-16
}
