import { ownCopy } from "../text/own-copy.ts"

/** Keeps what was asked for lately: at most twice as many as given; what isn't asked for during so many others goes. */
export class Remembered<Value> {
  readonly #most: number
  #now = new Map<string, Value>()
  #before = new Map<string, Value>()

  constructor(most: number) {
    this.#most = most
  }

  get(name: string): Value | undefined {
    const value = this.#now.get(name)
    if (value !== undefined) return value
    const old = this.#before.get(name)
    if (old !== undefined) this.set(name, old)
    return old
  }

  set(name: string, value: Value): void {
    if (this.#now.size >= this.#most) {
      this.#before = this.#now
      this.#now = new Map()
    }
    this.#now.set(ownCopy(name), value)
  }

  forget(name: string): void {
    this.#now.delete(name)
    this.#before.delete(name)
  }

  clear(): void {
    this.#now.clear()
    this.#before.clear()
  }
}
