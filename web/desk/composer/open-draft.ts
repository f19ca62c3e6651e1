import type { Draft } from "../api/types.ts"
import { type Beside, bodyOf, type DraftBody, EMPTY, sameBody, saysNothing, together } from "./draft-body.ts"
import type { Kept } from "./kept-here.ts"

export interface Opened {
  body: DraftBody
  /** The server's version that is typed over from now on. */
  version: number
  beside: Beside | null
  /** What stands here was sent or thrown away on another screen. */
  gone: boolean
  /** The server doesn't have what stands here. */
  unsaved: boolean
}

/**
 * With what one goes on writing, from what this browser kept (`here`), what the server has (undefined: it can't be asked) and what came
 * back from an answer taken back. Of several texts none is lost: one stands in the composer, the others beside it.
 */
export function openDraft(here: Kept | null, server: Draft | null | undefined, restored: Draft | null): Opened {
  const theirs = server ? bodyOf(server) : null
  const version = server?.version ?? here?.version ?? 0
  const mine = restored ? bodyOf(restored) : (here?.body ?? theirs ?? EMPTY)
  // What this browser gave the server is no other screen's, although the answer was lost.
  const known =
    here !== null && (here.version === version || (theirs !== null && (here.given ?? []).some((given) => sameBody(given, theirs))))
  const beside = othersThan(mine, [here?.beside?.body, restored ? here?.body : null, known ? null : theirs])
  const gone = server === null && (here?.version ?? 0) > 0 && !restored && !saysNothing(mine)
  return {
    body: mine,
    version: gone || server !== null ? version : 0,
    beside: beside && { body: beside, why: restored ? "begun" : (here?.beside?.why ?? "elsewhere") },
    gone,
    unsaved: here !== null && !(theirs && sameBody(mine, theirs)),
  }
}

/** What `others` say that `mine` doesn't, in one text; null: nothing. */
export function othersThan(mine: DraftBody, others: readonly (DraftBody | null | undefined)[]): DraftBody | null {
  return others.reduce<DraftBody | null>(
    (found, other) =>
      !other || saysNothing(other) || [mine, found].some((one) => one && sameBody(one, other))
        ? found
        : found
          ? together(found, other)
          : other,
    null,
  )
}
