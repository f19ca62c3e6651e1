import { Ints } from "./ints.ts"

/** The programs of all queries in one row of numbers, by the number of the query. What was removed is closed up when it is half. */
export class Programs {
  readonly #code = new Ints(1024)
  readonly #starts = new Ints(64, -1)
  #end = 0
  #wasted = 0
  #count = 0

  get row(): Int32Array {
    return this.#code.row
  }

  /** Where the program of a query begins; negative when there is none. */
  startOf(query: number): number {
    return this.#starts.row[query] ?? -1
  }

  add(query: number, code: readonly number[]): void {
    this.#code.reach(this.#end + code.length)
    this.#code.row.set(code, this.#end)
    this.#starts.set(query, this.#end)
    this.#end += code.length
    this.#count = Math.max(this.#count, query + 1)
  }

  remove(query: number): void {
    this.#wasted += this.row[this.startOf(query) + 1]!
    this.#starts.row[query] = -1
    if (this.#wasted > 65_536 && this.#wasted > this.#end / 2) this.#closeUp()
  }

  #closeUp(): void {
    const old = this.row
    const fresh = new Int32Array(Math.ceil((this.#end - this.#wasted) * 1.25))
    let end = 0
    for (let query = 0; query < this.#count; query++) {
      const start = this.startOf(query)
      if (start < 0) continue
      const length = old[start + 1]!
      fresh.set(old.subarray(start, start + length), end)
      this.#starts.row[query] = end
      end += length
    }
    this.#code.row = fresh
    this.#end = end
    this.#wasted = 0
  }
}
