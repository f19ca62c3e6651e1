import { z } from "zod"
import { askJson } from "../ask-json.ts"
import type { SourceGround } from "../source-ground.ts"
import type { Called, SourceNow } from "../source.ts"
import type { BlueskySettings } from "./settings.ts"

const profiles = z.object({
  profiles: z.array(
    z.object({
      did: z.string(),
      handle: z.string(),
      displayName: z.string().nullish(),
      followersCount: z.number().nullish().catch(null),
      createdAt: z.string().nullish().catch(null),
    }),
  ),
})
/** So many are asked for at once (app.bsky.actor.getProfiles). */
const TOGETHER = 25
/** Of accounts whose name can't be verified any more. */
const INVALID = "handle.invalid"

/** https://atproto.com/specs/handle; who writes one label means one of the network's own. */
const HANDLE = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const LABEL = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/
const HOME = "bsky.social"

/** Who is asked for: a DID as it is, a name as a handle; null: it can't be one. */
function actorOf(key: string): string | null {
  if (key.startsWith("did:")) return key
  const name = key.replace(/^@/, "").toLowerCase()
  if (HANDLE.test(name)) return name.length <= 253 ? name : null
  return LABEL.test(name) ? `${name}.${HOME}` : null
}

/** What these people are called, by their DIDs, from the network's public view; asked for by DID or by handle. @throws SourceTrouble */
export async function handlesOf(
  ground: SourceGround,
  { settings }: SourceNow<BlueskySettings, never>,
  keys: readonly string[],
): Promise<Map<string, Called>> {
  const found = new Map<string, Called>()
  const actors = [...new Set(keys.flatMap((key) => actorOf(key) ?? []))]
  for (let from = 0; from < actors.length; from += TOGETHER) {
    const url = new URL("/xrpc/app.bsky.actor.getProfiles", settings.profiles)
    for (const actor of actors.slice(from, from + TOGETHER)) url.searchParams.append("actors", actor)
    const { value } = await askJson(ground, url.href, profiles)
    for (const { did, handle, displayName, followersCount, createdAt } of value.profiles) {
      const since = new Date(createdAt ?? Number.NaN)
      found.set(did, {
        handle: handle === INVALID ? null : `@${handle}`,
        name: displayName || null,
        followers: followersCount ?? null,
        since: Number.isNaN(since.getTime()) ? null : since,
      })
    }
  }
  return found
}
