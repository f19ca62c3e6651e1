import { parseHere, writeHere } from "../api/browser-store.ts"
import { whose } from "../shell/whose.ts"
import type { Draft } from "./draft.ts"

export interface Typed {
  draft: Draft
  /** The version of the view that it was typed over; empty for a new one. */
  over: string
}

const nameOf = (id: string): string => `vigie.view.${whose()}.${id}`

/** What was being made here, when the window was closed over it. */
export function keptDraft(id: string): Typed | null {
  const kept = parseHere(nameOf(id)) as Typed | null
  return kept && "draft" in kept ? kept : null
}

export function keepDraft(id: string, typed: Typed | null): void {
  writeHere(nameOf(id), typed && JSON.stringify(typed))
}
