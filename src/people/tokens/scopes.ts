import { Forbidden } from "#platform"
import type { Actor } from "../actor.ts"

/** What the API is divided into. */
export const AREAS = [
  "cases",
  "messages",
  "contacts",
  "knowledge",
  "settings",
  "automation",
  "listening",
  "webhooks",
  "people",
  "imports",
  "exports",
  "figures",
  "audit",
  "feed",
] as const
export type Area = (typeof AREAS)[number]

/** Reading or changing what lies in an area. Whoever may change may read. */
export type Scope = `${Area}:${"read" | "write"}`
export const SCOPES: readonly Scope[] = AREAS.flatMap((area): Scope[] => [`${area}:read`, `${area}:write`])

export function isScope(text: string): text is Scope {
  return SCOPES.some((scope) => scope === text)
}

/** Whether an actor holds a scope. A person, and a token without scopes, is limited by their role alone. */
function holdsScope(actor: Actor, needed: Scope): boolean {
  const scopes = actor.kind === "token" ? actor.scopes : null
  if (!scopes) return true
  return scopes.includes(needed) || (needed.endsWith(":read") && scopes.includes(needed.replace(/read$/, "write") as Scope))
}

/** @throws Forbidden people.token.scope, which names the scope that is needed */
export function requireScope(actor: Actor, needed: Scope): void {
  if (!holdsScope(actor, needed)) throw new Forbidden("people.token.scope", { scope: needed })
}

/** A token with scopes hands out no more than these: neither a token that may more, nor a person's rights. @throws Forbidden */
export function requireScopesCover(actor: Actor, given: readonly Scope[] | null): void {
  if (actor.kind !== "token" || !actor.scopes) return
  if (!given || given.some((scope) => !holdsScope(actor, scope))) throw new Forbidden("people.token.wider")
}
