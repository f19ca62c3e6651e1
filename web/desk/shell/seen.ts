import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect } from "react"
import { showSeen } from "../api/on-fact.ts"
import { post, remove } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { newStore } from "../api/store.ts"
import { afterPaint } from "../parts/after-paint.ts"

/** The open case that its reader wants to see as new again: it stays so until they come back to it. */
const putBack = newStore<string | null>(null)

const SOON = 100

/** Notes that the open case was read, as far as its last words, on all of the agent's devices. */
export function useSeen(one: Case | undefined): void {
  const client = useQueryClient()
  const id = one?.id
  const unread = one?.unread ?? false
  const lastAt = one?.lastAt
  useEffect(() => {
    if (!id || !unread || putBack.get() === id) return
    // After the frame that shows it, or when it is left before.
    let noted = false
    const note = (): void => {
      noted = true
      showSeen(client, id, true)
      void post(`/api/cases/${id}/seen`).catch(() => showSeen(client, id, false)) // the next opening notes it again
    }
    const stop = afterPaint(note, SOON)
    return () => {
      stop()
      if (!noted && putBack.get() !== id) afterPaint(note)
    }
  }, [client, id, unread, lastAt])
  useEffect(() => () => putBack.set(null), [id])
}

/** Makes a case new again. */
export function useUnsee(): (caseId: string) => void {
  const client = useQueryClient()
  return useCallback(
    (caseId) => {
      putBack.set(caseId)
      showSeen(client, caseId, false)
      void remove(`/api/cases/${caseId}/seen`).catch(() => showSeen(client, caseId, true))
    },
    [client],
  )
}
