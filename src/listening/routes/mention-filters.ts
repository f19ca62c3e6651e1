import { z } from "@hono/zod-openapi"
import { pageQuery } from "#platform"
import type { MentionFilter } from "../mentions/list-mentions.ts"
import { HEARD_KINDS } from "../sources/source.ts"
import { TONES } from "../tone/read-tone.ts"

export const moment = z.iso.datetime({ offset: true })
const several = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.split(",").filter(Boolean))
/** By what mentions are chosen. */
export const filters = pageQuery.extend({
  from: moment.optional(),
  to: moment.optional(),
  source: several(4000).pipe(z.array(z.uuid())).optional().openapi({ description: "Ids, parted by commas" }),
  kind: z.enum(HEARD_KINDS).optional(),
  language: several(200).optional(),
  site: several(4000).optional().openapi({ description: "Where it was said, parted by commas: `gazette.example`" }),
  country: several(200).optional().openapi({ description: "Countries as ISO 3166 writes them, parted by commas: `FR`" }),
  words: z.string().max(200).optional().openapi({ description: "All of these stand in its title or text" }),
  by: z.uuid().optional().openapi({ description: "A mention: only what its author said" }),
  tone: z.enum(TONES).optional().openapi({ description: "As it was read, or corrected" }),
})
interface Asked {
  from?: string | undefined
  to?: string | undefined
  source?: string[] | undefined
  kind?: (typeof HEARD_KINDS)[number] | undefined
  language?: string[] | undefined
  site?: string[] | undefined
  country?: string[] | undefined
  words?: string | undefined
  by?: string | undefined
  tone?: string | undefined
}

export function filterOf({ from, to, source, kind, language, site, country, words, by, tone }: Asked): MentionFilter {
  return {
    ...(from ? { from: new Date(from) } : {}),
    ...(to ? { to: new Date(to) } : {}),
    ...(source ? { sourceIds: source } : {}),
    ...(kind ? { kinds: [kind] } : {}),
    ...(language ? { languages: language } : {}),
    ...(site ? { sites: site } : {}),
    ...(country ? { countries: country } : {}),
    ...(words ? { words } : {}),
    ...(by ? { byAuthorOf: by } : {}),
    ...(tone ? { tone } : {}),
  }
}
