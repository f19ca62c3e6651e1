import { useEffect } from "react"
import { get, put } from "./request.ts"
import { newKey } from "./request.ts"
import { newStore } from "./store.ts"
import { useMe } from "../shell/me.ts"
import type { Id, Page, Presence } from "./types.ts"

export type Somebody = Presence["people"][number]
export type Doing = Somebody["doing"]

/** Who is in which case, as far as it was heard. Nothing of it is kept anywhere. */
const here = newStore<ReadonlyMap<Id, readonly Somebody[]>>(new Map())
const NOBODY: readonly Somebody[] = []

/** This window among those of the same agent. */
const WINDOW = newKey()
const AGAIN = 20_000

export function hearPresence({ caseId, people }: Presence): void {
  here.set((now) => new Map(now).set(caseId, people))
}

/** Asks anew who is where: after the feed was away, anything may have changed. */
export async function askPresence(): Promise<void> {
  const { items } = await get<Page<Presence>>("/api/presence")
  here.set(new Map(items.map(({ caseId, people }) => [caseId, people])))
}

/** Colleagues who are in a case now, without oneself. */
export function usePresence(caseId: Id): readonly Somebody[] {
  const me = useMe()
  const people = here.use().get(caseId)
  return people?.filter(({ agentId }) => agentId !== me.id) ?? NOBODY
}

/** Tells colleagues that this window is in a case, for as long as it is, and what it does there. */
export function useBeHere(caseId: Id, doing: Doing): void {
  useEffect(() => {
    const tell = (what: Doing | "gone"): void => {
      put<Presence>(`/api/cases/${caseId}/presence`, { window: WINDOW, doing: what }).then(hearPresence, () => {}) // said again at the next turn
    }
    const tellIfSeen = (): void => tell(document.hidden ? "gone" : doing)
    tellIfSeen()
    const timer = setInterval(() => !document.hidden && tell(doing), AGAIN)
    document.addEventListener("visibilitychange", tellIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener("visibilitychange", tellIfSeen)
    }
  }, [caseId, doing])
  useEffect(() => {
    const leave = (): void => {
      const body = JSON.stringify({ window: WINDOW, doing: "gone" })
      void fetch(`/api/cases/${caseId}/presence`, {
        method: "PUT",
        body,
        keepalive: true,
        headers: { "content-type": "application/json" },
      }).catch(
        () => {}, // the window closes: silence says the same, later
      )
    }
    addEventListener("pagehide", leave)
    return () => {
      removeEventListener("pagehide", leave)
      leave()
    }
  }, [caseId])
}
