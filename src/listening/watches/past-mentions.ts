import { sql } from "kysely"
import { DAY, type Reader } from "#platform"
import { textOf } from "../mentions/text-of.ts"
import { room } from "../tables.ts"
import type { Text } from "../text/text.ts"
import { listenedOf, unheardIn } from "./listened.ts"

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

/** Since when a watch looks back: a month, or since it was paused where that was over within the month. */
export async function looksBackTo(reader: Reader, watchId: string): Promise<Date> {
  const month = new Date(reader.now.getTime() - LOOKS_BACK)
  const listened = await listenedOf(reader, watchId)
  const first = listened[0]?.from
  const pauses = first ? unheardIn(listened, first, reader.now) : []
  return pauses.find(({ from, to }) => from < month && to > month)?.from ?? month
}

/**
 * What was heard in the last month, or since then, and is still there, the latest heard first, a thousand at a time. Ids begin with when something was heard, so no index but
 * that of the ids is needed.
 */
export async function* pastMentions(reader: Reader, since = new Date(reader.now.getTime() - LOOKS_BACK)): AsyncGenerator<PastMention[]> {
  const floor = idFrom(since)
  for (let before: string | null = null; ;) {
    const page = mentionsWithSource(reader).where("m.id", ">=", floor).orderBy("m.id", "desc").limit(TOGETHER)
    const rows = await (before ? page.where("m.id", "<", before) : page).execute()
    if (rows.length === 0) return
    before = rows.at(-1)!.id
    yield asPast(rows.filter(({ gone_at, ours_at }) => gone_at === null && ours_at === null))
    if (rows.length < TOGETHER) return
  }
}

/** What earlier queries of a watch heard and the latest didn't find yet, however long ago. */
export async function* heardBefore(reader: Reader, { id, revision }: { id: string; revision: number }): AsyncGenerator<PastMention[]> {
  for (let after: readonly [Date, string] | null = null; ;) {
    const page = mentionsWithSource(reader)
      .innerJoin("watch_mentions as w", "w.mention_id", "m.id")
      .where("w.watch_id", "=", id)
      .where("w.revision", "<", revision)
      .orderBy("w.said_at", "desc")
      .orderBy("w.mention_id", "desc")
      .limit(TOGETHER)
    const rows: Past[] = await (
      after ? page.where(sql<boolean>`(w.said_at, w.mention_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`) : page
    ).execute()
    const last = rows.at(-1)
    if (!last) return
    after = [last.said_at, last.id]
    yield asPast(rows)
  }
}

/** What a watch had heard until a query didn't want it any more. */
export async function* leftBefore(reader: Reader, watchId: string): AsyncGenerator<PastMention[]> {
  for (let after: string | null = null; ;) {
    const page = mentionsWithSource(reader)
      .innerJoin("watch_left as w", "w.mention_id", "m.id")
      .where("w.watch_id", "=", watchId)
      .where("m.gone_at", "is", null)
      .where("m.ours_at", "is", null)
      .orderBy("w.mention_id")
      .limit(TOGETHER)
    const rows = await (after ? page.where("w.mention_id", ">", after) : page).execute()
    if (rows.length === 0) return
    after = rows.at(-1)!.id
    yield asPast(rows)
  }
}

type Past = Awaited<ReturnType<ReturnType<typeof mentionsWithSource>["execute"]>>[number]

function mentionsWithSource(reader: Reader) {
  return room(reader)
    .selectFrom("mentions as m")
    .innerJoin("sources as s", "s.id", "m.source_id")
    .select(["m.id", "m.source_id", "m.person", "m.said_at", "m.heard_at", "m.gone_at", "m.ours_at", "m.text", "m.title", "m.author_name"])
    .select(["m.author_handle", "m.author_followers", "m.site", "m.url", "m.language", "m.country", "m.rating", "m.media"])
    .select(["s.kind", "s.place", "s.name"])
}

const asPast = (rows: readonly Past[]): PastMention[] =>
  rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    person: row.person,
    saidAt: row.said_at,
    heardAt: row.heard_at,
    text: textOf(row, row),
  }))

/** The least id of a moment. */
export function idFrom(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, "0")
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
