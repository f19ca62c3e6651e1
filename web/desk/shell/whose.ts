import type { Id } from "../api/types.ts"

let owner = ""

/** Whose words are kept in this browser: colleagues who share it don't find each other's. */
export function keepFor(agentId: Id): void {
  owner = agentId
}

/** Empty before anybody has signed in. */
export const whose = (): string => owner
