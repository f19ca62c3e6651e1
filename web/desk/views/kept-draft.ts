import { whose } from "../shell/whose.ts"
import type { Draft } from "./draft.ts"

const nameOf = (id: string): string => `vigie.view.${whose()}.${id}`

/** What was being made here, when the window was closed over it. */
export function keptDraft(id: string): Draft | null {
  try {
    const kept = localStorage.getItem(nameOf(id))
    return kept ? (JSON.parse(kept) as Draft) : null
  } catch {
    return null // not ours: begin anew
  }
}

export function keepDraft(id: string, draft: Draft): void {
  localStorage.setItem(nameOf(id), JSON.stringify(draft))
}

export function forgetDraft(id: string): void {
  localStorage.removeItem(nameOf(id))
}
