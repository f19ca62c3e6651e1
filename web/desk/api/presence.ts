import { useCallback } from "react"
import { get, newKey } from "./request.ts"
import { newStore } from "./store.ts"
import { useMe } from "../shell/me.ts"
import type { Id, Page, Presence } from "./types.ts"

/** This window among those of the same agent. */
export const WINDOW = newKey()

export type Somebody = Presence["people"][number]

/** Who is in which case, as far as it was heard. Nothing of it is kept anywhere. */
const here = newStore<ReadonlyMap<Id, readonly Somebody[]>>(new Map())
const NOBODY: readonly Somebody[] = []

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
  return useEveryPresence()(caseId)
}

/** The same for any case. As long as nothing changes about it, a case's answer is the same array. */
export function useEveryPresence(): (caseId: Id) => readonly Somebody[] {
  const me = useMe()
  const now = here.use()
  return useCallback((caseId) => withoutMe(now.get(caseId) ?? NOBODY, me.id), [now, me.id])
}

const others = new WeakMap<readonly Somebody[], readonly Somebody[]>()

function withoutMe(people: readonly Somebody[], me: Id): readonly Somebody[] {
  if (people.length === 0) return NOBODY
  const left = others.get(people) ?? people.filter(({ agentId }) => agentId !== me)
  others.set(people, left)
  return left.length === 0 ? NOBODY : left
}
