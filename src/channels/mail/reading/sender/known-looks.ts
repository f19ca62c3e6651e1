import { registeredName, skeleton } from "./lookalike.ts"

/** Domains that a stranger might imitate, found by what they look like to somebody who doesn't look closely. */
export class KnownLooks {
  readonly #ours = new Set<string>()
  readonly #firstOf = new Map<string, string>()

  /** Domains of our own: nothing else may look like them, whoever has written from it before. */
  addOurs(domains: Iterable<string>): void {
    for (const domain of domains) {
      const name = registeredName(domain)
      this.#ours.add(name)
      this.#firstOf.set(skeleton(name), name)
    }
  }

  /** Domains of others, in the order in which they proved who they are: of two that look alike the later one imitates. */
  addOthers(domains: Iterable<string>): void {
    for (const domain of domains) {
      const name = registeredName(domain)
      const look = skeleton(name)
      if (!this.#firstOf.has(look)) this.#firstOf.set(look, name)
    }
  }

  isImitation(domain: string): boolean {
    const name = registeredName(domain)
    const first = this.#firstOf.get(skeleton(name))
    return first !== undefined && first !== name && !this.#ours.has(name)
  }
}
