import { newStore } from "../api/store.ts"
import type { Id } from "../api/types.ts"

/** The case whose tags somebody asked to write: its panel may have to open first. */
export const tagsWanted = newStore<Id | null>(null)
