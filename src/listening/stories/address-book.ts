/** So many addresses, and as many again that weren't asked for lately. */
const MOST = 50_000
/** A slot fits below it, the number of a story above. */
const SLOTS = 1 << 20

/** Which story an address, or a key at its source, belongs to. What isn't asked for during many others is forgotten. */
export class AddressBook {
  #now = new Map<number, number>()
  #before = new Map<number, number>()

  set(address: number, slot: number, serial: number): void {
    if (this.#now.size >= MOST) {
      this.#before = this.#now
      this.#now = new Map()
    }
    this.#now.set(address, serial * SLOTS + slot)
  }

  /** The slot of the story that has this address, if it is still the same story; else -1. */
  slotOf(address: number, isLive: (slot: number, serial: number) => boolean): number {
    let found = this.#now.get(address)
    if (found === undefined) {
      found = this.#before.get(address)
      if (found === undefined) return -1
      this.#now.set(address, found)
    }
    const slot = found % SLOTS
    return isLive(slot, Math.floor(found / SLOTS)) ? slot : -1
  }
}
