import type { Language } from "#words"
import type { Scope } from "./tokens/scopes.ts"

export type Role = "admin" | "lead" | "agent" | "observer"
/** From the one who may do all to the one who only reads. */
export const ROLES = ["admin", "lead", "agent", "observer"] as const satisfies readonly Role[]

/** Which inboxes an actor may see. */
export type InboxRights = "every" | readonly string[]

/** Somebody, or a program, acting with a person's authority. */
export interface PersonActor {
  kind: "agent" | "token"
  id: string
  /** How facts and rows name the actor: `agent:ID`, `token:ID`. */
  ref: string
  role: Role
  name: string
  language: Language
  timeZone: string
  inboxes: InboxRights
  teams: readonly string[]
  /** The session through which an agent acts; absent for a token. */
  session?: string
  /** What a token is limited to beside its role; null, or absent for a person: nothing. */
  scopes?: readonly Scope[] | null
}

/** Vigie itself: a clock that ran out, a mail that came in. */
export interface SystemActor {
  kind: "system"
  ref: `system:${string}`
  role: "system"
  inboxes: "every"
}

export type Actor = PersonActor | SystemActor

export function systemActor(name: string): SystemActor {
  return { kind: "system", ref: `system:${name}`, role: "system", inboxes: "every" }
}

/** What routes find in Hono's context once the house has seen who asks. */
export interface PeopleEnv {
  Variables: { actor: PersonActor; language: Language }
}

/** Whether an actor may see any of these inboxes. */
export function seesInbox(actor: Pick<Actor, "inboxes">, inboxIds: readonly string[]): boolean {
  const { inboxes } = actor
  return inboxes === "every" || inboxIds.some((id) => inboxes.includes(id))
}
