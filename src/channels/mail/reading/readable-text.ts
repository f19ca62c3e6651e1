import { splitLines, type NewText } from "./new-text.ts"
import type { BodyParts } from "./mime/body-parts.ts"
import type { Part } from "./mime/part.ts"
import { TextRoom } from "./mime/text-room.ts"
import type { UuencodedFile } from "./mime/uuencode.ts"
import { plainLines, textOfLines, type TextLine } from "./quotes/text-line.ts"
import { type PartBody, readBody, richBody } from "./part-body.ts"
import { textToHtml } from "./text-to-html.ts"

/** The words of a mail, and the files that stood among them. */
export interface ReadableText extends NewText {
  text: string
  html: string | null
  files: UuencodedFile[]
  /** Parts too long to be shown whole: their beginning is in the text, all of it belongs among the files. */
  cut: Part[]
}

/** The text of a mail from its text and HTML parts: the plain words where there are any, else what the HTML says. */
export function readText(parts: BodyParts, warn: (code: string) => void): ReadableText {
  const files: UuencodedFile[] = []
  const room = new TextRoom()
  const bodies = new Map<Part, PartBody>()
  for (const part of new Set([...parts.text, ...parts.html])) bodies.set(part, readBody(part, room, files, warn))
  if (room.cut.length) warn("text.cut")
  const plain = parts.text.flatMap((part) => bodies.get(part)!.lines)
  const rich = parts.html.flatMap((part) => bodies.get(part)!.lines)
  const lines = hasWords(plain) ? plain : rich
  return { text: textOfLines(lines), html: joinHtml(parts.html, bodies), files, cut: room.cut, ...newTextOf(lines, rich) }
}

/** A text and an HTML that come from elsewhere, as from TNEF. */
export function readForeignText(
  text: string | null,
  html: string | null,
  warn: (code: string) => void,
): Omit<ReadableText, "files" | "cut"> {
  const rich = html === null ? null : richBody(html, warn)
  const lines = text?.trim() ? plainLines(text) : (rich?.lines ?? [])
  return { text: textOfLines(lines), html: rich?.html ?? null, ...splitLines(lines) }
}

/** One HTML text for all parts; a plain one among them is written as HTML. Null when none is HTML, or one can't be shown. */
function joinHtml(parts: readonly Part[], bodies: ReadonlyMap<Part, PartBody>): string | null {
  const rich = parts.filter((part) => part.type === "text/html")
  if (!rich.length || rich.some((part) => bodies.get(part)!.html === null)) return null
  const html = parts.map((part) => bodies.get(part)!.html ?? `<div>${textToHtml(textOfLines(bodies.get(part)!.lines))}</div>`).join("\n")
  return /<img|<hr/.test(html) || hasWords(parts.flatMap((part) => bodies.get(part)!.lines)) ? html : null
}

/** HTML knows its quotations when the plain text that a server made of it has lost them. */
function newTextOf(lines: readonly TextLine[], rich: readonly TextLine[]): NewText {
  const fromText = splitLines(lines)
  if (fromText.quoted || lines === rich || !rich.some((line) => line.role === "quote")) return fromText
  const fromHtml = splitLines(rich)
  return fromHtml.newText ? fromHtml : fromText
}

function hasWords(lines: readonly TextLine[]): boolean {
  return lines.some((line) => line.text.trim())
}
