import { z } from "zod"
import { askJson } from "../ask-json.ts"
import type { SourceGround } from "../source-ground.ts"
import { type KeptThing, type LookedAgain, type SourceNow, SourceTrouble } from "../source.ts"
import { eachByItself, standingOf } from "../still-there.ts"
import { headersOf, type MastodonSecret, type MastodonSettings } from "./settings.ts"

const listed = z.array(z.object({ id: z.string() }))
/** So many are asked for at once (GET /api/v1/statuses, since 4.3). */
const TOGETHER = 20

/** Which statuses an instance still shows: what was deleted while nobody followed its stream is told by nobody. */
export async function statusesThere(
  ground: SourceGround,
  source: SourceNow<MastodonSettings, MastodonSecret>,
  kept: readonly KeptThing[],
): Promise<LookedAgain> {
  const headers = headersOf(ground, source)
  const doubtful: KeptThing[] = []
  for (let from = 0; from < kept.length; from += TOGETHER) {
    const some = kept.slice(from, from + TOGETHER)
    const url = new URL("/api/v1/statuses", source.settings.url)
    for (const { key } of some) url.searchParams.append("id[]", key)
    const found = await askJson(ground, url.href, listed, { headers }).catch(older)
    const there = new Set(found?.value.map(({ id }) => id))
    doubtful.push(...some.filter(({ key }) => !there.has(key)))
  }
  return eachByItself(doubtful, ({ key }) =>
    standingOf(ground, new URL(`/api/v1/statuses/${encodeURIComponent(key)}`, source.settings.url).href, z.object({}), { headers }),
  )
}

/** An older instance is asked for one after the other. */
function older(error: unknown): null {
  if (error instanceof SourceTrouble && (error.remark?.values?.["status"] === 404 || error.remark?.values?.["status"] === 405)) return null
  throw error
}
