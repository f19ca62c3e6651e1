/** Reads little-endian values of a buffer one after the other; what would go past the end throws. */
export class Cursor {
  private readonly bytes: Buffer
  private at = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  get left(): number {
    return this.bytes.length - this.at
  }

  byte(): number {
    return this.take(1)[0]!
  }

  uint16(): number {
    return this.take(2).readUInt16LE()
  }

  uint32(): number {
    return this.take(4).readUInt32LE()
  }

  take(size: number): Buffer {
    if (size > this.left) throw new CorruptTnef()
    this.at += size
    return this.bytes.subarray(this.at - size, this.at)
  }

  /** Takes a value and the padding that brings it to a multiple of four bytes. */
  padded(size: number): Buffer {
    const value = this.take(size)
    this.take(Math.min(this.left, (4 - (size % 4)) % 4))
    return value
  }
}

/** A TNEF stream that isn't one, or whose lengths lie. */
export class CorruptTnef extends Error {
  constructor() {
    super("corrupt TNEF")
    this.name = "CorruptTnef"
  }
}
