import { parseHere, writeHere } from "../../api/browser-store.ts"
import type { Id } from "../../api/types.ts"

export interface Typed {
  name: string
  query: string
}

const nameOf = (agentId: Id, id: Id): string => `vigie.watch.${agentId}.${id}`

/** What was typed and isn't saved yet: it survives a closed window. Null: nothing is left to keep. */
export function keepTyped(agentId: Id, id: Id, typed: Typed | null): void {
  writeHere(nameOf(agentId, id), typed && JSON.stringify(typed))
}

export const typedHere = (agentId: Id, id: Id): Typed | null => parseHere(nameOf(agentId, id)) as Typed | null
