import type { Draft, Id } from "../api/types.ts"
import { bodyOf, type DraftBody, EMPTY, sameBody, saysNothing, together } from "./draft-body.ts"
import { keepHere, type Kept, keptHere } from "./kept-here.ts"

/** An answer was taken back away from its case: where another draft (`now`) is begun there, its words wait beside it to be chosen from. */
export function keepBeside(conversationId: Id, draft: Draft, now: Draft | null): void {
  const body = bodyOf(draft)
  const isDraft = now !== null && sameBody(bodyOf(now), body)
  if (isDraft || saysNothing(body)) return
  const kept = keptHere(conversationId, "reply") ?? { body: now ? bodyOf(now) : EMPTY, version: now?.version ?? 0 }
  keepHere(conversationId, "reply", withBeside(kept, body))
}

/** The same with these words, too, beside it. */
export function withBeside(kept: Kept, body: DraftBody): Kept {
  const { beside } = kept
  return { ...kept, beside: { body: beside ? together(beside.body, body) : body, why: "begun" } }
}
