import { createHash } from "node:crypto"

/**
 * Which mails of an archive belong together: those that name each other, however far apart they lie. The archive is its owner's own
 * mailbox, so what a mail refers to is believed here, as it isn't for one that comes in from outside. Some forty bytes for each
 * Message-ID, whatever its length.
 */
export class Threads {
  readonly #nodes = new Map<number, number>()
  #parents = new Int32Array(1024)
  #size = 0
  /** For each mail by its place, its node. */
  readonly #mails: number[] = []

  /** The next mail, with its Message-ID and what it refers to. */
  add(messageId: string | null, references: readonly string[]): void {
    const node = messageId === null ? this.#grow() : this.#nodeOf(messageId)
    for (const id of references) this.#join(node, this.#nodeOf(id))
    this.#mails.push(node)
  }

  /** For each mail, the place of the first of its thread. */
  *places(): Generator<number> {
    const first = new Map<number, number>()
    for (const [place, node] of this.#mails.entries()) {
      const root = this.#root(node)
      const known = first.get(root)
      if (known === undefined) first.set(root, place)
      yield known ?? place
    }
  }

  #nodeOf(id: string): number {
    const hash = createHash("sha1").update(id).digest().readUIntBE(0, 6)
    const known = this.#nodes.get(hash)
    if (known !== undefined) return known
    const node = this.#grow()
    this.#nodes.set(hash, node)
    return node
  }

  #grow(): number {
    if (this.#size === this.#parents.length) {
      const larger = new Int32Array(this.#size * 2)
      larger.set(this.#parents)
      this.#parents = larger
    }
    this.#parents[this.#size] = this.#size
    return this.#size++
  }

  #root(node: number): number {
    let at = node
    while (this.#parents[at] !== at) {
      this.#parents[at] = this.#parents[this.#parents[at]!]!
      at = this.#parents[at]!
    }
    return at
  }

  #join(a: number, b: number): void {
    const [one, other] = [this.#root(a), this.#root(b)]
    this.#parents[Math.max(one, other)] = Math.min(one, other)
  }
}
