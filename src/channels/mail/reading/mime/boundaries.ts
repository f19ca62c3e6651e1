import { lineAt } from "./lines.ts"
import type { Part } from "./part.ts"

interface OpenMultipart {
  part: Part
  boundary: string
  /** Its delimiters carry more than its boundary, which RFC 2046 § 5.1.1 allows and some mailers do. */
  loose: boolean
}

/** A line that separates parts: which open multipart it belongs to, and whether it ends it. */
export interface Delimiter {
  level: number
  closes: boolean
}

const DASHES = "--"
const LONGEST = 2_000

/** The multiparts that are open at some place of a mail, the outermost first. */
export class Boundaries {
  private readonly open: OpenMultipart[] = []
  /** By boundary, the levels at which it is open. */
  private readonly levels = new Map<string, number[]>()

  get depth(): number {
    return this.open.length
  }

  get innermost(): Part | null {
    return this.open.at(-1)?.part ?? null
  }

  push(part: Part, boundary: string): void {
    this.levels.set(boundary, [...(this.levels.get(boundary) ?? []), this.open.length])
    this.open.push({ part, boundary, loose: false })
  }

  /** Ends what is open above the level. */
  closeAbove(level: number): Part[] {
    const closed = this.open.splice(level + 1)
    for (const { boundary } of closed) {
      this.levels.set(
        boundary,
        (this.levels.get(boundary) ?? []).filter((each) => each <= level),
      )
    }
    return closed.map(({ part }) => part)
  }

  partAt(level: number): Part {
    return this.open[level]!.part
  }

  /** What the line beginning at `at` delimits, or null. The longest boundary wins: `--a--` opens a part when `a--` is open. */
  delimiterAt(bytes: Buffer, at: number): Delimiter | null {
    if (bytes[at] !== 0x2d || bytes[at + 1] !== 0x2d || !this.open.length) return null
    const { end } = lineAt(bytes, at)
    if (end - at > LONGEST) return null
    const line = bytes.toString("latin1", at + DASHES.length, end).trimEnd()
    return this.exact(line) ?? this.prefix(line)
  }

  private exact(line: string): Delimiter | null {
    const opens = this.levels.get(line)?.at(-1)
    if (opens !== undefined) return { level: opens, closes: false }
    const closes = line.endsWith(DASHES) ? this.levels.get(line.slice(0, -DASHES.length))?.at(-1) : undefined
    return closes === undefined ? null : { level: closes, closes: true }
  }

  private prefix(line: string): Delimiter | null {
    const level = this.open.length - 1
    const inner = this.open[level]!
    const first = inner.part.children.length === 0
    if (!(inner.loose || first) || !line.startsWith(inner.boundary)) return null
    inner.loose = true
    return { level, closes: line.startsWith(inner.boundary + DASHES) && !first }
  }
}
