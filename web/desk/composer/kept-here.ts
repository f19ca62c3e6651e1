import type { DraftKind } from "../api/messages.ts"
import type { Id } from "../api/types.ts"
import { whose } from "../shell/whose.ts"
import type { DraftBody } from "./use-draft.ts"

const nameOf = (conversationId: Id, kind: DraftKind): string => `vigie.draft.${whose()}.${conversationId}.${kind}`

/** What was typed and the server doesn't have yet: it survives a closed window and a lost network. */
export function keepHere(conversationId: Id, kind: DraftKind, body: DraftBody | null): void {
  if (body) localStorage.setItem(nameOf(conversationId, kind), JSON.stringify(body))
  else localStorage.removeItem(nameOf(conversationId, kind))
}

export function keptHere(conversationId: Id, kind: DraftKind): DraftBody | null {
  const kept = localStorage.getItem(nameOf(conversationId, kind))
  return kept === null ? null : (JSON.parse(kept) as DraftBody)
}
