import { z } from "zod"
import { askPlace, type PlaceAnswer, read, troubleOf } from "../ask-place.ts"
import { complaintOf } from "../complaint.ts"
import { type OpenAccount, PlaceTrouble, type SocialGround } from "../network.ts"
import type { BlueskySecret, BlueskySettings } from "./settings.ts"

export type BlueskyAccount = OpenAccount<BlueskySettings, BlueskySecret>

const session = z.object({
  accessJwt: z.string(),
  refreshJwt: z.string(),
  did: z.string().startsWith("did:"),
  handle: z.string(),
  active: z.boolean().catch(true),
})
type Session = z.infer<typeof session>

/** Signing in is counted by the day: a session is kept while the process lives, and refreshed. */
const SESSIONS = new Map<string, Session>()

const placeOf = ({ id, settings, secret }: BlueskyAccount): string => [id, settings.pds, settings.handle, secret.appPassword].join("\n")

const method = ({ settings }: BlueskyAccount, name: string, query: Record<string, string> = {}): URL => {
  const url = new URL(`/xrpc/${name}`, settings.pds)
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
  return url
}

/** Signs in anew (com.atproto.server.createSession). @throws PlaceTrouble */
export async function signIn(ground: SocialGround, account: BlueskyAccount): Promise<Session> {
  const body = { identifier: account.settings.handle, password: account.secret.appPassword }
  const answer = await askPlace(ground, method(account, "com.atproto.server.createSession"), { method: "POST", body })
  if (answer.status === 401 || (answer.status === 400 && /Authentication|Invalid(Request|Password)/.test(complaintOf(answer).error)))
    throw new PlaceTrouble("refused", "login", complaintOf(answer).words)
  const opened = read(ground, answer, session)
  if (!opened.active) throw new PlaceTrouble("refused", "suspended")
  SESSIONS.set(placeOf(account), opened)
  return opened
}

export interface XrpcAsking {
  query?: Record<string, string>
  /** Sent by POST. */
  body?: unknown
  changes?: boolean
}

/** Calls a method as the account; a session that has run out is refreshed, or signed in to again. Gives whatever is answered. @throws PlaceTrouble */
export async function asAccount(
  ground: SocialGround,
  account: BlueskyAccount,
  name: string,
  { query = {}, body, changes = false }: XrpcAsking,
): Promise<PlaceAnswer> {
  const ask = ({ accessJwt }: Session) =>
    askPlace(ground, method(account, name, query), {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${accessJwt}` },
      ...(body === undefined ? {} : { body }),
      changes,
    })
  const known = SESSIONS.get(placeOf(account))
  const answer = await ask(known ?? (await signIn(ground, account)))
  const hasRunOut = answer.status === 401 || (answer.status === 400 && complaintOf(answer).error === "ExpiredToken")
  // Whoever isn't let in has changed nothing.
  return known && hasRunOut ? ask(await refresh(ground, account, known)) : answer
}

async function refresh(ground: SocialGround, account: BlueskyAccount, { refreshJwt }: Session): Promise<Session> {
  SESSIONS.delete(placeOf(account))
  const answer = await askPlace(ground, method(account, "com.atproto.server.refreshSession"), {
    method: "POST",
    headers: { authorization: `Bearer ${refreshJwt}` },
  })
  if (answer.status === 400 || answer.status === 401) return signIn(ground, account)
  const renewed = read(ground, answer, session)
  SESSIONS.set(placeOf(account), renewed)
  return renewed
}

export async function didOfAccount(ground: SocialGround, account: BlueskyAccount): Promise<string> {
  return (SESSIONS.get(placeOf(account)) ?? (await signIn(ground, account))).did
}

/** Whose handle it is; null: nobody's. @throws PlaceTrouble */
export async function didOfHandle(ground: SocialGround, account: BlueskyAccount, handle: string): Promise<string | null> {
  const answer = await asAccount(ground, account, "com.atproto.identity.resolveHandle", { query: { handle } })
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return null
  if (answer.status !== 200) throw troubleOf(ground, answer, false)
  return read(ground, answer, z.object({ did: z.string() })).did
}
