import { parseHere, writeHere } from "../api/browser-store.ts"
import type { DraftKind } from "../api/drafts.ts"
import type { Id } from "../api/types.ts"
import { whose } from "../shell/whose.ts"
import { type Beside, type DraftBody, sameBody } from "./draft-body.ts"

export interface Kept {
  body: DraftBody
  /** The server's version that it was typed over; 0: there was none, null: nobody knows. */
  version: number | null
  /** What was given to the server since, without its answer. */
  given?: readonly DraftBody[]
  /** Another text of the same draft, which is still to be chosen from. */
  beside?: Beside | null
}

const nameOf = (conversationId: Id, kind: DraftKind): string => `vigie.draft.${whose()}.${conversationId}.${kind}`

/**
 * What was typed and the server doesn't have yet: it survives a closed window and a lost network. Gives whether this browser had room
 * for it; what it kept before stays then.
 */
export function keepHere(conversationId: Id, kind: DraftKind, kept: Kept | null): boolean {
  return writeHere(nameOf(conversationId, kind), kept && JSON.stringify(kept)) // else the server has to do
}

export function keptHere(conversationId: Id, kind: DraftKind): Kept | null {
  const kept = parseHere(nameOf(conversationId, kind)) as Kept | DraftBody | null
  return kept && !("body" in kept) ? { body: kept, version: null } : kept
}

/** The server has it: it needn't be kept here, unless more was typed since. */
export function letGoOf(conversationId: Id, kind: DraftKind, body: DraftBody): void {
  const kept = keptHere(conversationId, kind)
  if (kept && sameBody(kept.body, body)) keepHere(conversationId, kind, null)
}
