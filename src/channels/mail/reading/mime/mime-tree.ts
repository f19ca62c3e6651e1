import { Boundaries } from "./boundaries.ts"
import { readHeaderBlock } from "./header-block.ts"
import { lineAt } from "./lines.ts"
import { limits, UnreadableMail } from "./limits.ts"
import { isMultipart, partOf, type Part } from "./part.ts"

export interface MimeTree {
  root: Part
  /** Some header block or multipart was not as the standards want it. */
  broken: boolean
}

/**
 * Cuts a mail into its parts in one pass (RFC 2046 § 5.1). A delimiter of an outer multipart ends the inner ones, a multipart that
 * never ends goes to the end of the mail, and one without any delimiter keeps its whole body.
 *
 * @throws UnreadableMail when there are too many parts, levels or header bytes
 */
export function readMimeTree(raw: Buffer): MimeTree {
  return new TreeReader(raw).read()
}

class TreeReader {
  private readonly raw: Buffer
  private readonly boundaries = new Boundaries()
  private parts = 0
  private headerBytes = 0
  private broken = false

  constructor(raw: Buffer) {
    this.raw = raw
  }

  read(): MimeTree {
    const root = this.openPart(0, "text/plain")
    let current: Part | null = root.part
    let bodyStart = root.bodyStart
    let at = this.nextDashes(bodyStart)
    while (at >= 0) {
      const delimiter = this.boundaries.delimiterAt(this.raw, at)
      const { next } = lineAt(this.raw, at)
      if (!delimiter) {
        at = this.nextDashes(next)
        continue
      }
      if (current) this.endBody(current, bodyStart, at)
      this.noteUnclosed(this.boundaries.closeAbove(delimiter.level))
      if (delimiter.closes) {
        this.boundaries.closeAbove(delimiter.level - 1)
        current = null
        bodyStart = next
      } else {
        const parent = this.boundaries.partAt(delimiter.level)
        const opened = this.openPart(next, parent.type === "multipart/digest" ? "message/rfc822" : "text/plain")
        parent.children.push(opened.part)
        current = opened.part
        bodyStart = opened.bodyStart
      }
      at = this.nextDashes(bodyStart)
    }
    if (current) this.endBody(current, bodyStart, this.raw.length)
    this.noteUnclosed(this.boundaries.closeAbove(-1))
    return { root: root.part, broken: this.broken }
  }

  private openPart(start: number, defaultType: string): { part: Part; bodyStart: number } {
    if (++this.parts > limits.parts) throw new UnreadableMail("too-many-parts")
    const block = readHeaderBlock(this.raw, start, (at) => this.boundaries.delimiterAt(this.raw, at) !== null)
    this.headerBytes += block.end - start
    if (this.headerBytes > limits.allHeaderBytes) throw new UnreadableMail("headers-too-large")
    this.broken ||= block.broken
    const part = partOf(block.fields, defaultType)
    const boundary = isMultipart(part) ? part.parameters.get("boundary") : undefined
    if (boundary) {
      if (this.boundaries.depth >= limits.depth) throw new UnreadableMail("too-deep")
      this.boundaries.push(part, latin1(boundary))
    }
    return { part, bodyStart: block.end }
  }

  /** The line break before a delimiter belongs to the delimiter. */
  private endBody(part: Part, start: number, end: number): void {
    let last = end
    if (end < this.raw.length && last > start && this.raw[last - 1] === 0x0a) {
      last--
      if (last > start && this.raw[last - 1] === 0x0d) last--
    }
    part.body = this.raw.subarray(start, last)
  }

  private noteUnclosed(parts: Part[]): void {
    for (const part of parts) {
      part.unclosed = true
      this.broken = true
    }
  }

  /** The next line that begins with two dashes, from the line beginning at `from` on. */
  private nextDashes(from: number): number {
    if (!this.boundaries.depth || from >= this.raw.length) return -1
    if (this.raw[from] === 0x2d && this.raw[from + 1] === 0x2d) return from
    const found = this.raw.indexOf("\n--", from)
    return found < 0 ? -1 : found + 1
  }
}

function latin1(boundary: string): string {
  return Buffer.from(boundary).toString("latin1")
}
