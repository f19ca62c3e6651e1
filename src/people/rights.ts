import { Forbidden, Unauthenticated } from "#platform"
import { type Actor, type InboxRights, type Role, ROLES } from "./actor.ts"
import { requireScopesCover, type Scope } from "./tokens/scopes.ts"

/** Whether a role may do what another may. Vigie itself may do all. */
export function atLeast(role: Role | "system", needed: Role): boolean {
  return role === "system" || ROLES.indexOf(role) <= ROLES.indexOf(needed)
}

/**
 * observer reads, agent answers, lead manages teams and settings, admin manages people and tokens.
 * @throws Forbidden people.role.KEY, which says who may.
 */
export function requireRole(actor: Actor, needed: Role): void {
  if (!atLeast(actor.role, needed)) throw new Forbidden(`people.role.${needed}`)
}

/**
 * Nobody hands out more than they have, nor takes hold of somebody who has more: a role, or sight of an inbox.
 * @throws Forbidden
 */
export function requireCovers(actor: Actor, rights: { role: Role; inboxes: InboxRights; scopes?: readonly Scope[] | null }): void {
  if (!atLeast(actor.role, rights.role)) throw new Forbidden("people.role.higher")
  requireScopesCover(actor, rights.scopes ?? null)
  if (!coversInboxes(actor, rights.inboxes)) throw new Forbidden("people.inboxes.wider")
}

/** Whether an actor sees all of these inboxes. */
export function coversInboxes({ inboxes }: Actor, all: InboxRights): boolean {
  return inboxes === "every" || (all !== "every" && all.every((id) => inboxes.includes(id)))
}

/** Somebody's own affairs: an agent acting through a session. @throws Forbidden for a token, which has none. */
export function requirePerson(actor: Actor): { id: string; ref: string; session: string } {
  if (actor.kind !== "agent") throw new Forbidden("people.personOnly")
  if (actor.session === undefined) throw new Unauthenticated("people.signIn.needed")
  return { id: actor.id, ref: actor.ref, session: actor.session }
}
