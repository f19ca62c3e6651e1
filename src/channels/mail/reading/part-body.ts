import { htmlLines } from "./html/html-lines.ts"
import { contentOf, type Part } from "./mime/part.ts"
import { partText } from "./mime/part-text.ts"
import type { TextRoom } from "./mime/text-room.ts"
import { findUuencoded, type UuencodedFile } from "./mime/uuencode.ts"
import { plainLines, type TextLine } from "./quotes/text-line.ts"
import { sanitiseHtml } from "./sanitise-html.ts"

/** A body in both forms, cut into lines. */
export interface PartBody {
  lines: TextLine[]
  html: string | null
}

/** The words of one part; files that stand uuencoded among them are taken out. */
export function readBody(part: Part, room: TextRoom, files: UuencodedFile[], warn: (code: string) => void): PartBody {
  const content = contentOf(part)
  if (content.wrong) warn("mime.broken")
  if (part.type === "text/html") return richBody(partText(part, room.take(part, content.bytes), warn), warn)
  const found = findUuencoded(content.bytes)
  files.push(...found)
  const text = partText(part, room.take(part, withoutFiles(content.bytes, found)), warn)
  return { lines: plainLines(text), html: null }
}

/** HTML, sanitised and as lines. Where it can't be sanitised, only its lines are left. */
export function richBody(source: string, warn: (code: string) => void): PartBody {
  const { html, warning } = sanitiseHtml(source)
  if (warning) warn(warning)
  return { lines: htmlLines(html ?? source), html }
}

function withoutFiles(bytes: Buffer, files: readonly UuencodedFile[]): Buffer {
  if (!files.length) return bytes
  const starts = [0, ...files.map((file) => file.end)]
  return Buffer.concat(starts.map((start, index) => bytes.subarray(start, files[index]?.start ?? bytes.length)))
}
