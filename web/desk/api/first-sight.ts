import { hearClock } from "./server-clock.ts"
import type { Inbox, Me, Notification, Page, Preferences, SavedView, Team, View, Case } from "./types.ts"

/** What a list shows first, asked for in one question as soon as there is a page; a part that was refused is null. */
export interface FirstSight {
  seq: number
  me: Me | null
  preferences: Preferences | null
  views: Page<View> | null
  savedViews: Page<SavedView> | null
  inboxes: Page<Inbox> | null
  teams: Page<Team> | null
  unread: Page<Notification> | null
  cases: Page<Case> | null
}

/** Null: this page shows no list, or the answer didn't come; each part is asked for by whoever needs it. */
export const firstSight: Promise<FirstSight | null> = ask()

async function ask(): Promise<FirstSight | null> {
  // The very address that the server's `Link` header names (src/house/first-sight-routes.ts): the browser has begun to fetch it.
  const { pathname, search } = location
  const path = pathname === "/" ? "/api/desk?view=mine" : /^\/cases(\/|$)/.test(pathname) ? `/api/desk${search}` : null
  if (path === null) return null
  try {
    const asked = performance.timeOrigin // the browser may have begun before this page could ask
    const answer = await fetch(path)
    hearClock(answer, asked)
    return answer.ok ? ((await answer.json()) as FirstSight) : null
  } catch {
    return null // no line: said by whoever asks next
  }
}
