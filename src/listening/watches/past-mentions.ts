import { DAY, type Reader } from "#platform"
import { textOf } from "../mentions/text-of.ts"
import { room } from "../tables.ts"
import type { Text } from "../text/text.ts"

/** How far back a new watch looks, and a preview. */
export const LOOKS_BACK = 31 * DAY
const TOGETHER = 1000

export interface PastMention {
  id: string
  sourceId: string
  person: number
  saidAt: Date
  heardAt: Date
  text: Text
}

/**
 * What was heard in the last month and is still there, the latest heard first, a thousand at a time. Ids begin with when something was heard, so no index but
 * that of the ids is needed.
 */
export async function* pastMentions(reader: Reader): AsyncGenerator<PastMention[]> {
  const floor = idFrom(new Date(reader.now.getTime() - LOOKS_BACK))
  let before: string | null = null
  for (;;) {
    const page = room(reader)
      .selectFrom("mentions as m")
      .innerJoin("sources as s", "s.id", "m.source_id")
      .select([
        "m.id",
        "m.source_id",
        "m.person",
        "m.said_at",
        "m.heard_at",
        "m.gone_at",
        "m.ours_at",
        "m.text",
        "m.title",
        "m.author_name",
        "m.author_handle",
      ])
      .select(["m.author_followers", "m.site", "m.url", "m.language", "m.country", "m.rating", "m.media", "s.place"])
      .where("m.id", ">=", floor)
      .orderBy("m.id", "desc")
      .limit(TOGETHER)
    const rows = await (before ? page.where("m.id", "<", before) : page).execute()
    if (rows.length === 0) return
    before = rows.at(-1)!.id
    yield rows
      .filter(({ gone_at, ours_at }) => gone_at === null && ours_at === null)
      .map((row) => ({
        id: row.id,
        sourceId: row.source_id,
        person: row.person,
        saidAt: row.said_at,
        heardAt: row.heard_at,
        text: textOf(row, row.place),
      }))
    if (rows.length < TOGETHER) return
  }
}

/** The least id of a moment. */
function idFrom(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, "0")
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
