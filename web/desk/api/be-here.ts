import { useEffect } from "react"
import { afterPaint } from "../parts/after-paint.ts"
import { hearPresence, type Somebody, WINDOW } from "./presence.ts"
import { put } from "./request.ts"
import type { Id, Presence } from "./types.ts"

export type Doing = Somebody["doing"]

const AGAIN = 20_000
const STAYED = 300

/** The server passes over a word that a later one has overtaken: nothing here waits for an answer, which a page that is left wouldn't see. */
let turn = 0

/** Cases that this window has said it is in. */
const told = new Set<Id>()

function tell(caseId: Id, doing: Doing | "gone"): void {
  if (doing !== "gone") told.add(caseId)
  else if (!told.delete(caseId)) return
  const mine = ++turn
  put<Presence>(`/api/cases/${caseId}/presence`, { window: WINDOW, turn: mine, doing }, { keepalive: doing === "gone" }).then(
    (now) => mine === turn && hearPresence(now),
    () => {}, // said again at the next turn; of who is gone, silence tells
  )
}

/** Tells colleagues that this window is in a case, for as long as it is, and what it does there. */
export function useBeHere(caseId: Id, doing: Doing): void {
  useEffect(() => {
    const tellIfSeen = (): void => tell(caseId, document.hidden ? "gone" : doing)
    // Who only goes by isn't told of; who writes is, at once.
    const first = setTimeout(tellIfSeen, doing === "viewing" ? STAYED : 0)
    const timer = setInterval(() => !document.hidden && tell(caseId, doing), AGAIN)
    document.addEventListener("visibilitychange", tellIfSeen)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      document.removeEventListener("visibilitychange", tellIfSeen)
    }
  }, [caseId, doing])
  useEffect(() => {
    const leave = (): void => tell(caseId, "gone")
    addEventListener("pagehide", leave)
    // Not before what comes next is seen.
    return () =>
      void afterPaint(() => {
        removeEventListener("pagehide", leave)
        leave()
      })
  }, [caseId])
}
