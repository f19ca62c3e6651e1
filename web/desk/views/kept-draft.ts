import type { Draft } from "./draft.ts"

const nameOf = (id: string): string => `vigie.view.${id}`

/** What was being made here, when the window was closed over it. */
export function keptDraft(id: string): Draft | null {
  try {
    const kept = sessionStorage.getItem(nameOf(id))
    return kept ? (JSON.parse(kept) as Draft) : null
  } catch {
    return null // not ours: begin anew
  }
}

export function keepDraft(id: string, draft: Draft): void {
  sessionStorage.setItem(nameOf(id), JSON.stringify(draft))
}

export function forgetDraft(id: string): void {
  sessionStorage.removeItem(nameOf(id))
}
