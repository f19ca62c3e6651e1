/** A row of whole numbers that grows: a million queries are numbers in a few such rows, not objects. */
export class Ints {
  row: Int32Array
  readonly #filler: number

  constructor(length = 64, filler = 0) {
    this.row = new Int32Array(length).fill(filler)
    this.#filler = filler
  }

  /** Makes room for this index. */
  reach(index: number): void {
    const { length } = this.row
    if (index < length) return
    const longer = new Int32Array(Math.max(index + 1, Math.ceil(length * 1.5)))
    longer.set(this.row)
    if (this.#filler !== 0) longer.fill(this.#filler, length)
    this.row = longer
  }

  set(index: number, value: number): void {
    this.reach(index)
    this.row[index] = value
  }
}
