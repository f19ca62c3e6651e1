import { limits } from "./limits.ts"
import type { Part } from "./part.ts"

/** The room that the words of one mail may take: a mail of fifty million lines is no letter, and its lines cost more than its bytes. */
export class TextRoom {
  /** The parts that were cut. */
  readonly cut: Part[] = []
  private bytes: number = limits.textBytes
  private lines: number = limits.textLines

  /** As much of a part's decoded body as there is room for, up to the end of a line where it's cut. */
  take(part: Part, body: Buffer): Buffer {
    let at = 0
    while (at < body.length && this.lines > 0) {
      const found = body.indexOf(0x0a, at)
      const next = found < 0 ? body.length : found + 1
      if (next > this.bytes) break
      at = next
      this.lines--
    }
    if (at < body.length && at === 0) at = Math.min(body.length, this.bytes)
    this.bytes -= at
    if (at < body.length) this.cut.push(part)
    return body.subarray(0, at)
  }
}
