import type { Id } from "../../api/types.ts"

export interface Typed {
  name: string
  query: string
}

const nameOf = (agentId: Id, id: Id): string => `vigie.watch.${agentId}.${id}`

/** What was typed and isn't saved yet: it survives a closed window. Null: nothing is left to keep. */
export function keepTyped(agentId: Id, id: Id, typed: Typed | null): void {
  if (typed) localStorage.setItem(nameOf(agentId, id), JSON.stringify(typed))
  else localStorage.removeItem(nameOf(agentId, id))
}

export function typedHere(agentId: Id, id: Id): Typed | null {
  const kept = localStorage.getItem(nameOf(agentId, id))
  try {
    return kept === null ? null : (JSON.parse(kept) as Typed)
  } catch {
    return null // not ours: begin anew
  }
}
