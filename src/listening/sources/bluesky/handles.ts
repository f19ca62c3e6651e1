import { z } from "zod"
import { askJson } from "../ask-json.ts"
import type { SourceGround } from "../source-ground.ts"
import type { Called, SourceNow } from "../source.ts"
import type { BlueskySettings } from "./settings.ts"

const profiles = z.object({
  profiles: z.array(z.object({ did: z.string(), handle: z.string(), displayName: z.string().nullish() })),
})
/** So many are asked for at once (app.bsky.actor.getProfiles). */
const TOGETHER = 25
/** Of accounts whose name can't be verified any more. */
const INVALID = "handle.invalid"

/** The handles of these people, from the network's public view. @throws SourceTrouble */
export async function handlesOf(
  ground: SourceGround,
  { settings }: SourceNow<BlueskySettings, never>,
  dids: readonly string[],
): Promise<Map<string, Called>> {
  const found = new Map<string, Called>()
  for (let from = 0; from < dids.length; from += TOGETHER) {
    const url = new URL("/xrpc/app.bsky.actor.getProfiles", settings.profiles)
    for (const did of dids.slice(from, from + TOGETHER)) url.searchParams.append("actors", did)
    const { value } = await askJson(ground, url.href, profiles)
    for (const { did, handle, displayName } of value.profiles)
      if (handle !== INVALID) found.set(did, { handle: `@${handle}`, name: displayName || null })
  }
  return found
}
