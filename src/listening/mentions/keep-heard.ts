import { sql } from "kysely"
import { fitJson, insertMany, type Tx } from "#platform"
import { room, type Source } from "../tables.ts"
import { eraseGone } from "./erase-gone.ts"
import { keepMatches, leaveEdited, type Wanted } from "./keep-matches.ts"
import { hashOfKey, type MentionRow } from "./mention-row.ts"

/** Something heard, as it is about to be kept, and the watches that want it. */
export interface ToKeep {
  row: MentionRow
  watches: readonly { id: string; revision: number }[]
}

export interface Kept {
  /** Heard for the first time. */
  added: string[]
  /** Edited at the source since. */
  changed: string[]
  gone: string[]
  /** Watches that heard something new. */
  watches: string[]
}

interface Known {
  id: string
  key_hash: string
  version: number
  title: string | null
  text: string
  rating: number | null
  said_at: Date
  heard_at: Date
  gone_at: Date | null
}

/**
 * Keeps what a source told, once a source and key: a second time it changes nothing, unless it was edited; then the version before is kept
 * beside it. What was deleted at the source loses text and author, and never comes back. The caller holds the source's row.
 */
export async function keepHeard(
  tx: Tx,
  source: Source,
  given: readonly ToKeep[],
  gone: readonly string[],
  keeps: "all" | "matched",
): Promise<Kept> {
  const latest = [...new Map(given.map((one) => [one.row.key_hash, one])).values()]
  const known = await knownAlready(
    tx,
    source.id,
    latest.map(({ row }) => row.key_hash),
  )
  const news = await toBeKept(
    tx,
    source.id,
    latest.filter(({ row }) => !known.has(row.key_hash)),
    keeps,
  )
  const edited = latest.flatMap((one) => {
    const was = known.get(one.row.key_hash)
    return was && !was.gone_at && isOther(was, one.row) ? [{ ...one, was }] : []
  })
  await insertMany(
    tx,
    "mentions",
    COLUMNS,
    news.map(({ row }) => row),
  )
  await keepVersions(tx, edited)
  const wanted: Wanted[] = [
    ...news.flatMap(({ row, watches }) => watches.map((watch) => ({ watch, ...placed(row) }))),
    ...edited.flatMap(({ row, was, watches }) => watches.map((watch) => ({ watch, ...placed({ ...row, ...was }) }))),
  ]
  const watches = await keepMatches(tx, wanted)
  await leaveEdited(
    tx,
    edited.map(({ was, watches: wanting }) => ({ mentionId: was.id, watches: wanting.map(({ id }) => id) })),
  )
  const erased = await eraseGone(tx, source, gone)
  return { added: news.map(({ row }) => row.id), changed: edited.map(({ was }) => was.id), gone: erased, watches }
}

/** What a watch wants, and whatever passes that on: its spread, whether or not a watch wants that as well. */
async function toBeKept(tx: Tx, sourceId: string, news: readonly ToKeep[], keeps: "all" | "matched"): Promise<ToKeep[]> {
  if (keeps === "all") return [...news]
  const isWanted = ({ watches }: ToKeep) => watches.length > 0
  const now = new Set(news.flatMap((one) => (isWanted(one) ? one.row.key_hash : [])))
  const subjects = news.flatMap((one) => (isWanted(one) || one.row.repost_of === null ? [] : hashOfKey(one.row.repost_of)))
  const before = subjects.length === 0 ? new Map<string, Known>() : await knownAlready(tx, sourceId, subjects)
  const isKept = (hash: string) => now.has(hash) || before.get(hash)?.gone_at === null
  return news.filter((one) => isWanted(one) || (one.row.repost_of !== null && isKept(hashOfKey(one.row.repost_of))))
}

/** Whether it says something else now, or gives other stars. */
const isOther = (was: Known, { title, text, rating }: MentionRow): boolean =>
  was.title !== title || was.text !== text || (rating !== null && was.rating !== rating)

const placed = ({
  id,
  source_id,
  person,
  said_at,
  heard_at,
}: Pick<MentionRow, "id" | "source_id" | "person" | "said_at" | "heard_at">) => ({
  mentionId: id,
  sourceId: source_id,
  person,
  saidAt: said_at,
  heardAt: heard_at,
})

async function knownAlready(tx: Tx, sourceId: string, hashes: readonly string[]): Promise<Map<string, Known>> {
  const rows = await room(tx)
    .selectFrom("mentions")
    .select(["id", "key_hash", "version", "title", "text", "rating", "said_at", "heard_at", "gone_at"])
    .where("source_id", "=", sourceId)
    .where("key_hash", "in", hashes.length > 0 ? [...hashes] : ["00000000-0000-0000-0000-000000000000"])
    .execute()
  return new Map(rows.map((row) => [row.key_hash, row]))
}

async function keepVersions(tx: Tx, edited: readonly (ToKeep & { was: Known })[]): Promise<void> {
  if (edited.length === 0) return
  const ids = edited.map(({ was }) => was.id)
  await sql`
    insert into mention_versions (mention_id, version, title, text, seen_at)
    select id, version, title, text, coalesce(changed_at, heard_at) from mentions where id = any(${ids}::uuid[])`.execute(tx.sql)
  const now = edited.map(({ was, row: { title, text, url, rating, media, language, country, reply_to } }) => ({
    id: was.id,
    title,
    text,
    url,
    rating,
    media,
    language,
    country,
    reply_to,
  }))
  await sql`
    update mentions m
       set title = given.title, text = given.text, url = coalesce(given.url, m.url), rating = coalesce(given.rating, m.rating),
           media = given.media, language = coalesce(given.language, m.language), country = coalesce(given.country, m.country),
           reply_to = coalesce(given.reply_to, m.reply_to), version = m.version + 1, changed_at = ${tx.now}
      from json_to_recordset(${fitJson(now)}::json)
        as given (id uuid, title text, text text, url text, rating real, media jsonb, language text, country text, reply_to text)
     where m.id = given.id`.execute(tx.sql)
}

const COLUMNS: { readonly [Column in keyof MentionRow]: string } = {
  id: "uuid",
  source_id: "uuid",
  key: "text",
  key_hash: "uuid",
  kind: "text",
  url: "text",
  site: "text",
  title: "text",
  text: "text",
  author_key: "text",
  author_name: "text",
  author_handle: "text",
  author_url: "text",
  author_followers: "int",
  author_since: "timestamptz",
  person: "bigint",
  language: "text",
  country: "text",
  rating: "real",
  repost_of: "text",
  reply_to: "text",
  media: "jsonb",
  published_at: "timestamptz",
  said_at: "timestamptz",
  heard_at: "timestamptz",
}
