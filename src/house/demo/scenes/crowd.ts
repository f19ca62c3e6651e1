import { fileContacts } from "#contacts"
import { customerOf } from "../company/customers.ts"
import type { Customer, Tongue } from "../company/customer.ts"
import { DEMO } from "../furnish.ts"
import type { Past } from "../past/plan-past.ts"
import type { Stage } from "./stage.ts"

/** People of the company whom no other case knows, as many as a story needs. */
export class Crowd {
  readonly stage: Stage
  readonly past: Past
  #next: number

  constructor(stage: Stage, past: Past) {
    this.stage = stage
    this.past = past
    this.#next = past.customers
  }

  people(count: number, tongue: Tongue): Customer[] {
    const found: Customer[] = []
    while (found.length < count) {
      const one = customerOf(this.past.seed, this.#next++, this.past.now)
      if (one.tongue === tongue) found.push(one)
    }
    return found
  }

  /** Their contacts' ids, by theirs. */
  async contacts(people: readonly Customer[]): Promise<Map<string, string>> {
    const filed = await this.stage.house.parts.db.transact((tx) =>
      fileContacts(
        DEMO,
        tx,
        "demo",
        people.map((one) => ({
          key: one.id,
          suggestedName: one.name,
          language: one.tongue,
          identities: [{ kind: "email", network: "", value: one.address, verifiedBy: "dmarc" }],
          createdAt: new Date(one.since),
        })),
      ),
    )
    return new Map([...filed].map(([key, { id }]) => [key, id]))
  }
}

/** A moment that has come, or none. */
export const later = (now: number, at: number): number | null => (at < now ? at : null)
