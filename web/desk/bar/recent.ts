import { parseHere, writeHere } from "../api/browser-store.ts"
import { newStore } from "../api/store.ts"

const KEPT = "vigie.recent"
const MOST = 12

export interface Recent {
  /** `case:1042`, `command:case.resolve`. */
  id: string
  words: string
}

/** What was opened or done last in this browser, the latest first. */
export const recent = newStore<readonly Recent[]>(kept())

export function remember(one: Recent): void {
  recent.set((now) => [one, ...now.filter(({ id }) => id !== one.id)].slice(0, MOST))
  writeHere(KEPT, JSON.stringify(recent.get()))
}

function kept(): readonly Recent[] {
  const read = parseHere(KEPT)
  return Array.isArray(read) ? read.filter(isRecent) : []
}

function isRecent(value: unknown): value is Recent {
  return typeof value === "object" && value !== null && "id" in value && "words" in value && typeof value.words === "string"
}
