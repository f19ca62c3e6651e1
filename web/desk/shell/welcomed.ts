import { readHere, writeHere } from "../api/browser-store.ts"
import type { Id } from "../api/types.ts"

const nameOf = (agentId: Id): string => `vigie.welcomed.${agentId}`
/** For a browser that keeps nothing: nobody is sent there twice from one page. */
const here = new Set<Id>()

/** Whether somebody was asked already how to come in next time. */
export const wasWelcomed = (agentId: Id): boolean => here.has(agentId) || readHere(nameOf(agentId)) !== null

export function welcomed(agentId: Id): void {
  here.add(agentId)
  writeHere(nameOf(agentId), "yes")
}
