import { createHash } from "node:crypto"
import { MINUTE, SECOND } from "#platform"
import type { PlaceAnswer } from "./ask-place.ts"
import type { SocialGround } from "./network.ts"

/** A token, and for how long it is good. */
export interface Given {
  token: string
  seconds: number
}

/** Signing in is counted: tokens are kept while the process lives. */
const KEPT = new Map<string, { token: string; until: number }>()

/** Asks with a token that is kept, or is given now; where a kept one isn't taken any more, once again with another. @throws PlaceTrouble */
export async function withToken(
  { clock }: SocialGround,
  signedInAs: unknown,
  give: () => Promise<Given>,
  ask: (token: string) => Promise<PlaceAnswer>,
): Promise<PlaceAnswer> {
  const key = createHash("sha256").update(JSON.stringify(signedInAs)).digest("base64url")
  const anew = async (): Promise<string> => {
    const now = clock.now().getTime()
    const { token, seconds } = await give()
    KEPT.set(key, { token, until: now + seconds * SECOND - MINUTE })
    return token
  }
  const kept = KEPT.get(key)
  const isGood = kept !== undefined && kept.until > clock.now().getTime()
  const answer = await ask(isGood ? kept.token : await anew())
  if (answer.status !== 401) return answer
  KEPT.delete(key)
  // Whoever isn't let in has changed nothing.
  return isGood ? ask(await anew()) : answer
}
