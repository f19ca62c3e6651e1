import { isIPv6 } from "node:net"

export interface SessionLimits {
  /** Sessions at once, from everywhere. */
  total: number
  /** From one address. */
  perAddress: number
  /** From one IPv6 network of 64 bits, which is one customer's. */
  perNetwork: number
}

export const SESSION_LIMITS: SessionLimits = { total: 500, perAddress: 100, perNetwork: 150 }

/** Counts the sessions that are open, so that nobody can take all of them. */
export class Admission {
  readonly #limits: SessionLimits
  readonly #open = new Map<string, number>()
  #total = 0

  constructor(limits: SessionLimits) {
    this.#limits = limits
  }

  get sessions(): number {
    return this.#total
  }

  /** Takes a place and gives the way to hand it back, or null when there is none. */
  enter(ip: string): (() => void) | null {
    const keys = isIPv6(ip) ? [ip, network64(ip)] : [ip]
    const allowed = [this.#limits.perAddress, this.#limits.perNetwork]
    if (this.#total >= this.#limits.total || keys.some((key, i) => (this.#open.get(key) ?? 0) >= allowed[i]!)) return null
    this.#total++
    for (const key of keys) this.#open.set(key, (this.#open.get(key) ?? 0) + 1)
    return () => {
      this.#total--
      for (const key of keys) {
        const left = (this.#open.get(key) ?? 1) - 1
        if (left > 0) this.#open.set(key, left)
        else this.#open.delete(key)
      }
    }
  }
}

/** `2001:db8:1:2:…/64` of an IPv6 address, each group without leading zeros. */
export function network64(ip: string): string {
  const [head = "", tail] = ip.split("%")[0]!.split("::")
  const left = head ? head.split(":") : []
  const right = tail ? tail.split(":") : []
  // An IPv4 tail (::ffff:192.0.2.1) stands for two groups; it lies behind the first four in any case.
  const width = right.reduce((sum, group) => sum + (group.includes(".") ? 2 : 1), 0)
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - width)).fill("0"), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || "0", 16).toString(16))
    .join(":")}::/64`
}
