import { sql } from "kysely"
import { fitJson, insertMany, type Tx } from "#platform"
import type { Mention } from "../tables.ts"
import type { Understood } from "../understanding/protocol.ts"
import { homesOf } from "./access-story.ts"
import { headlinesOf } from "./headlines.ts"
import { bringTogether, keptApart } from "./move-mentions.ts"
import { recount } from "./recount.ts"
import { gathering } from "./tables.ts"
import type { Waiting } from "./waiting.ts"

export const GATHERER = "system:gatherer"

/** A mention with what was understood of it; `story` is the one it had before. */
export interface Grasped {
  mention: Waiting
  story: string | null
  understood: Understood
}

/**
 * Writes down what was understood of mentions, in the order in which they were placed. Gives false when a person moved something meanwhile
 * that the grouping doesn't know: it is to be learnt again.
 */
export async function keepUnderstood(tx: Tx, all: readonly Grasped[]): Promise<boolean> {
  const { grasped, there } = await stillThere(tx, all)
  const homes = await holdHomes(tx, grasped)
  const touched = new Set<string>()
  let isKnown = true
  const placed = grasped.flatMap(({ mention, understood: { placement } }) => {
    if (!placement) return []
    const story = homes.get(placement.story) ?? placement.story
    if (story !== placement.story) isKnown = false
    touched.add(story)
    return [{ mention, placement, story }]
  })
  await openStories(
    tx,
    placed.filter(({ placement, mention }) => placement.story === mention.id && placement.reason === "first").map(({ mention }) => mention),
  )
  await insertMany(
    tx,
    "story_mentions",
    PLACED,
    placed.map(({ mention, placement, story }) => ({
      mention_id: mention.id,
      story_id: story,
      said_at: mention.said_at,
      reason: placement.reason,
      copy_of: placement.copyOf,
      likeness: placement.likeness,
      shared: there.some((one) => one.mention.id === mention.id) ? placement.shared : [],
      placed_at: tx.now,
      placed_by: GATHERER,
    })),
  )
  // Of a story already, and here again after it had gone.
  for (const { story } of there) if (story !== null) touched.add(story)
  const storyOf = new Map(placed.map(({ mention, story }) => [mention.id, story]))
  await keepHeadlines(tx, there, (mention) => storyOf.get(mention))
  await keepReadings(tx, there)
  await recount(tx, [...touched].toSorted())
  for (const { placement, story } of placed) {
    if (placement.absorbed === null) continue
    const from = homes.get(placement.absorbed) ?? placement.absorbed
    if (from === story) continue
    if ((await keptApart(tx, [from, story])).length > 0) isKnown = false
    else await bringTogether(tx, from, story, GATHERER)
  }
  // What was edited meanwhile waits under another number.
  const done = all.map(({ mention }) => mention.queued)
  await gathering(tx).deleteFrom("story_queue").where("n", "in", done).execute()
  return isKnown
}

/**
 * Those that aren't known to be our own words by now, and of them those that weren't deleted at their source meanwhile, held: nobody's words
 * are written down again after they were erased.
 */
async function stillThere(tx: Tx, all: readonly Grasped[]): Promise<{ grasped: Grasped[]; there: Grasped[] }> {
  const ids = all.map(({ mention }) => mention.id)
  if (ids.length === 0) return { grasped: [], there: [] }
  const { rows } = await sql<{ id: string; is_ours: boolean; is_gone: boolean }>`
    select id, ours_at is not null as is_ours, gone_at is not null as is_gone
      from mentions where id = any(${ids}::uuid[]) order by id for share`.execute(tx.sql)
  const now = new Map(rows.map((row) => [row.id, row]))
  const grasped = all.filter(({ mention }) => now.get(mention.id)?.is_ours !== true)
  return { grasped, there: grasped.filter(({ mention }) => now.get(mention.id)?.is_gone === false) }
}

const PLACED = {
  mention_id: "uuid",
  story_id: "uuid",
  said_at: "timestamptz",
  reason: "text",
  copy_of: "uuid",
  likeness: "real",
  shared: "text[]",
  placed_at: "timestamptz",
  placed_by: "text",
} as const

/** Where stories that were brought into others are by now, locked: nobody moves them meanwhile. */
async function holdHomes(tx: Tx, grasped: readonly Grasped[]): Promise<Map<string, string>> {
  const named = grasped.flatMap(({ understood: { placement } }) =>
    placement ? [placement.story, ...(placement.absorbed ? [placement.absorbed] : [])] : [],
  )
  const found = await homesOf(tx, named)
  const homes = [...new Set(found.values())].toSorted()
  if (homes.length > 0) await gathering(tx).selectFrom("stories").select("id").where("id", "in", homes).orderBy("id").forUpdate().execute()
  return found
}

async function openStories(tx: Tx, mentions: readonly Mention[]): Promise<void> {
  await insertMany(
    tx,
    "stories",
    {
      id: "uuid",
      title_from: "text",
      first_said_at: "timestamptz",
      last_said_at: "timestamptz",
      mentions: "int",
      opened_at: "timestamptz",
    },
    mentions.map(({ id, said_at }) => ({
      id,
      title_from: "words",
      first_said_at: said_at,
      last_said_at: said_at,
      mentions: 0,
      opened_at: tx.now,
    })),
  )
}

async function keepHeadlines(tx: Tx, grasped: readonly Grasped[], storyOf: (mention: string) => string | undefined): Promise<void> {
  const rows = grasped.flatMap(({ mention, story }) =>
    headlinesOf(mention).map(({ headline, seenAs, hash }) => ({
      story_id: storyOf(mention.id) ?? story!,
      mention_id: mention.id,
      seen_as: seenAs,
      headline,
      url: mention.url,
      site: mention.site,
      first_seen: mention.changed_at ?? mention.heard_at,
      last_seen: mention.changed_at ?? mention.heard_at,
      hash,
    })),
  )
  if (rows.length === 0) return
  await gathering(tx)
    .insertInto("story_headlines")
    .values(rows)
    .onConflict((clash) => clash.columns(["mention_id", "hash"]).doUpdateSet((row) => ({ last_seen: row.ref("excluded.last_seen") })))
    .execute()
}

async function keepReadings(tx: Tx, grasped: readonly Grasped[]): Promise<void> {
  if (grasped.length === 0) return
  const rows = grasped.map(({ mention, understood: { tone } }) => ({
    mention_id: mention.id,
    language: mention.language,
    tone: tone.tone,
    sureness: tone.sureness,
    doubts: tone.doubts as string[],
    signs: fitJson(tone.signs),
    read_at: tx.now,
  }))
  await gathering(tx)
    .insertInto("mention_readings")
    .values(rows)
    .onConflict((clash) =>
      clash.column("mention_id").doUpdateSet((row) => ({
        language: row.ref("excluded.language"),
        tone: row.ref("excluded.tone"),
        sureness: row.ref("excluded.sureness"),
        doubts: row.ref("excluded.doubts"),
        signs: row.ref("excluded.signs"),
        read_at: row.ref("excluded.read_at"),
      })),
    )
    .execute()
}
