import { namesHere, parseHere, writeHere } from "../api/browser-store.ts"
import type { Id } from "../api/types.ts"
import { whose } from "../shell/whose.ts"

/** What was typed in a form and isn't with the server yet. */
interface Kept {
  at: number
  /** By the names of its fields. */
  fields: Record<string, string[]>
  /** What isn't a field: the lines of a rule, the hours of a week. */
  parts: Record<string, unknown>
  /** What tells this sending from any other, until it is answered. */
  intention?: string
}

const LASTS = 14 * 86_400_000
const FORGOTTEN = "vigie:form-forgotten"
const FORMS = "vigie.form."

/** Under which name a form's words are kept in this browser; null before anybody has signed in. */
export const placeOf = (form: string): string | null => (whose() ? `${FORMS}${whose()}.${location.pathname}.${form}` : null)

export function keptAt(place: string | null): Kept {
  const nothing: Kept = { at: 0, fields: {}, parts: {} }
  if (!isSwept) sweepKept()
  return (place === null ? null : freshAt(place)) ?? nothing
}

/** Null where nothing is, or nothing that anybody would still send. */
function freshAt(place: string): Kept | null {
  const kept = parseHere(place) as Kept | null
  return kept && Date.now() - kept.at < LASTS ? kept : null
}

let isSwept = false

/**
 * Takes out of this browser what nobody sent in two weeks, whoever typed it; and all forms, views and watches of somebody who leaves.
 * Answers and articles are with the server.
 */
export function sweepKept(leaves: Id | null = null): void {
  isSwept = true
  const theirs = [FORMS, "vigie.view.", "vigie.watch."].map((kind) => `${kind}${leaves}.`)
  for (const place of namesHere()) {
    const isStale = place.startsWith(FORMS) && freshAt(place) === null
    if (isStale || theirs.some((begin) => place.startsWith(begin))) writeHere(place, null)
  }
}

/** It survives a closed window, a crashed tab and a lost network. */
export function keepAt(place: string | null, change: Partial<Kept>): void {
  // Who has signed out meanwhile leaves nothing more.
  if (!place?.startsWith(`${FORMS}${whose()}.`)) return
  const kept = { ...keptAt(place), ...change, at: Date.now() }
  const isNothing = Object.keys(kept.fields).length + Object.keys(kept.parts).length === 0
  writeHere(place, isNothing ? null : JSON.stringify(kept))
}

/** It was sent: nothing is left to keep. */
export function settleAt(place: string | null): void {
  if (place !== null) writeHere(place, null)
}

/** Somebody wants to begin anew: whoever holds a part of the form lets go of it. */
export function forgetAt(place: string | null): void {
  settleAt(place)
  dispatchEvent(new CustomEvent(FORGOTTEN, { detail: place }))
}

export function whenForgotten(place: string | null, act: () => void): () => void {
  const heard = (event: Event): void => {
    if (event instanceof CustomEvent && event.detail === place) act()
  }
  addEventListener(FORGOTTEN, heard)
  return () => removeEventListener(FORGOTTEN, heard)
}
