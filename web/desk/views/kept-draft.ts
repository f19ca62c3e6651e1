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
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(id)) ?? "null") as Typed | null
    return kept && "draft" in kept ? kept : null
  } catch {
    return null // not ours: begin anew
  }
}

export function keepDraft(id: string, typed: Typed | null): void {
  if (typed) localStorage.setItem(nameOf(id), JSON.stringify(typed))
  else localStorage.removeItem(nameOf(id))
}
