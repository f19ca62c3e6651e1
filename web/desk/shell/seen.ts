import { newStore } from "../api/store.ts"

const KEPT = "vigie.seen"
const MOST = 3000

/** Until when the agent has read each case, in this browser. */
const seen = newStore<Readonly<Record<string, string>>>(read())

function read(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "{}") as Record<string, string>
  } catch {
    return {} // somebody else's words under our name: begin anew
  }
}

export function markSeen(caseId: string, lastAt: string): void {
  if ((seen.get()[caseId] ?? "") >= lastAt) return
  seen.set((now) => {
    const entries = Object.entries({ ...now, [caseId]: lastAt })
    const kept = Object.fromEntries(entries.length > MOST ? entries.sort((a, b) => b[1].localeCompare(a[1])).slice(0, MOST - 500) : entries)
    localStorage.setItem(KEPT, JSON.stringify(kept))
    return kept
  })
}

export function useUnread(): (caseId: string, lastAt: string, lastDirection: string) => boolean {
  const until = seen.use()
  return (caseId, lastAt, lastDirection) => lastDirection === "in" && (until[caseId] ?? "") < lastAt
}
