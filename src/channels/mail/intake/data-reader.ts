/** What has just been read. A dot at the start of a line is withheld until the bytes after it say what it is. */
type Place = "text" | "cr" | "line" | "dot" | "dot-cr"

const CR = 13
const LF = 10
const DOT = 46
const heldCr = Buffer.from("\r")

/**
 * Reads the content of one DATA (RFC 5321 §4.1.1.4, §4.5.2), in chunks cut anywhere. Only CR LF dot CR LF ends it; a line begins after
 * CR LF and nowhere else, so no other sequence can end a mail here and begin a second one (SMTP smuggling). The first dot of a line
 * with more on it is removed; every other byte comes out as it went in, bare CR and LF included.
 */
export class DataReader {
  #place: Place = "line"

  /** Gives the content in pieces, uncopied. Returns where in the chunk the commands go on, or -1 while the content does. */
  read(chunk: Buffer, give: (piece: Buffer) => void): number {
    let from = 0
    let at = 0
    // The CR of a "dot CR" that ended the chunk before this one.
    let held = this.#place === "dot-cr"
    const giveUntil = (end: number) => {
      if (end > from) give(chunk.subarray(from, end))
    }
    while (at < chunk.length) {
      if (this.#place === "text") {
        const line = chunk.indexOf("\r\n.", at, "latin1")
        if (line < 0) {
          this.#place = placeAfter(chunk, at)
          break
        }
        giveUntil(line + 2)
        at = from = line + 3
        this.#place = "dot"
        continue
      }
      const byte = chunk[at]!
      if (this.#place === "dot-cr") {
        if (byte === LF) {
          this.#place = "line"
          return at + 1
        }
        if (held) give(heldCr)
        held = false
        this.#place = "cr"
        continue
      }
      if (this.#place === "dot") {
        this.#place = byte === CR ? "dot-cr" : "text"
      } else if (this.#place === "line" && byte === DOT) {
        giveUntil(at)
        from = at + 1
        this.#place = "dot"
      } else {
        this.#place = byte === CR ? "cr" : byte === LF && this.#place === "cr" ? "line" : "text"
      }
      at++
    }
    giveUntil(this.#place === "dot-cr" ? chunk.length - 1 : chunk.length)
    return -1
  }
}

/** The place at the end of a chunk that was text from `at`. */
function placeAfter(chunk: Buffer, at: number): Place {
  const last = chunk[chunk.length - 1]
  if (last === CR) return "cr"
  return last === LF && chunk.length - at > 1 && chunk[chunk.length - 2] === CR ? "line" : "text"
}
