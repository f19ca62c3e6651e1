import { decodeEntities } from "./entities.ts"

const UNEVEN = /[\t\n\r\f]| {2}/

/** The line of text being written: white space collapses as a browser does it, without looking at the line again and again. */
export class LineText {
  private pieces: string[] = []
  private blankEnd = true

  /** The number of pieces, to come back to with `since`. */
  get position(): number {
    return this.pieces.length
  }

  /** What was written since a position. */
  since(position: number): string {
    return this.pieces.slice(position).join("")
  }

  flow(raw: string): void {
    const decoded = decodeEntities(raw)
    const flat = UNEVEN.test(decoded) ? decoded.replace(/[ \t\n\r\f]+/g, " ") : decoded
    this.add(this.blankEnd && flat.startsWith(" ") ? flat.slice(1) : flat)
  }

  add(text: string): void {
    if (!text) return
    this.pieces.push(text)
    this.blankEnd = text.endsWith(" ")
  }

  space(): void {
    if (!this.blankEnd) this.add(" ")
  }

  /** The line as it stands; the next begins. */
  take(): string {
    const text = this.pieces.join("").replaceAll("\u00a0", " ").trimEnd()
    this.pieces = []
    this.blankEnd = true
    return text
  }
}
