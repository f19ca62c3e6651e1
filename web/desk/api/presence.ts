import { useEffect } from "react"
import { get, newKey, put } from "./request.ts"
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

/** What was said last is what is heard last: the next word waits for the one before. */
let saying: Promise<unknown> = Promise.resolve()

function tell(caseId: Id, doing: Doing | "gone"): void {
  const say = () => put<Presence>(`/api/cases/${caseId}/presence`, { window: WINDOW, doing }, { keepalive: doing === "gone" })
  saying = saying.then(say).then(hearPresence, () => {}) // said again at the next turn; of who is gone, silence tells
}

/** Tells colleagues that this window is in a case, for as long as it is, and what it does there. */
export function useBeHere(caseId: Id, doing: Doing): void {
  useEffect(() => {
    const tellIfSeen = (): void => tell(caseId, document.hidden ? "gone" : doing)
    tellIfSeen()
    const timer = setInterval(() => !document.hidden && tell(caseId, doing), AGAIN)
    document.addEventListener("visibilitychange", tellIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener("visibilitychange", tellIfSeen)
    }
  }, [caseId, doing])
  useEffect(() => {
    const leave = (): void => tell(caseId, "gone")
    addEventListener("pagehide", leave)
    return () => {
      removeEventListener("pagehide", leave)
      leave()
    }
  }, [caseId])
}
