import type { Context } from "hono"
import type { Tx } from "#platform"
import { endSessionOfToken } from "../sessions/end-session.ts"
import { type From, type Opened, openSession } from "../sessions/open-session.ts"
import { giveSessionCookie, sessionToken } from "../sessions/session-cookie.ts"
import type { PeopleDeps } from "../deps.ts"
import type { Proof } from "../tables.ts"
import { owesSecondStep } from "../two-step/second-step.ts"

export function isSecure(deps: PeopleDeps): boolean {
  return deps.url.protocol === "https:"
}

export function from(c: Context, deps: PeopleDeps): From {
  return { ip: deps.ipOf(c), userAgent: c.req.header("user-agent") ?? "" }
}

/** The session token that the browser shows now, whole or half open. */
export function shownToken(c: Context, deps: PeopleDeps): string | null {
  return sessionToken(c.req.header("cookie"), isSecure(deps))
}

/**
 * A proof was right: the session that the browser held ends and a new one begins. `whole` proofs (a passkey that verified its owner,
 * the company's own sign-in, a code just taken) owe no further step.
 */
export async function finishSignIn(c: Context, deps: PeopleDeps, tx: Tx, agentId: string, proof: Proof, whole: boolean): Promise<Opened> {
  await endSessionOfToken(tx, deps.keys, shownToken(c, deps))
  const owes = !whole && (await owesSecondStep(tx, agentId))
  return openSession(tx, deps.keys, agentId, proof, from(c, deps), owes)
}

/** After the commit: the browser gets its cookie. */
export function giveSession(c: Context, deps: PeopleDeps, opened: Opened): { state: Opened["state"] } {
  giveSessionCookie(c, isSecure(deps), opened.token)
  c.header("cache-control", "no-store")
  return { state: opened.state }
}
