import { sql, type SqlBool } from "kysely"
import { isId, NotFound, type Reader } from "#platform"
import type { HeardKind } from "../sources/source.ts"
import { type Mention, room } from "../tables.ts"

export interface MentionFilter {
  watchId?: string
  from?: Date
  to?: Date
  sourceIds?: readonly string[]
  kinds?: readonly HeardKind[]
  languages?: readonly string[]
  /** Where it was said: `gazette.example`. */
  sites?: readonly string[]
  countries?: readonly string[]
  /** Words that must all stand in title or text. */
  words?: string
  /** Said by who said this one. */
  byAuthorOf?: string
  /** As it was read, or corrected. */
  tone?: string
}

export interface ListedMention extends Mention {
  source_name: string
  source_kind: string
  source_place: string
}

/** Where a page begins: said then, and before this id. */
type Place = readonly [string, string]

/** What others said and is still there, the latest said first; of a watch, or all. */
export async function listMentions(reader: Reader, filter: MentionFilter, limit: number, after: Place | null): Promise<ListedMention[]> {
  let page = mentionsWithSource(room(reader)).where("m.gone_at", "is", null).where("m.ours_at", "is", null)
  // A watch is read along its own index; all mentions along theirs.
  if (filter.watchId) {
    page = page
      .innerJoin("watch_mentions as w", "w.mention_id", "m.id")
      .where("w.watch_id", "=", filter.watchId)
      .orderBy("w.said_at", "desc")
      .orderBy("w.mention_id", "desc")
      .$call((query) =>
        after ? query.where(sql<SqlBool>`(w.said_at, w.mention_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`) : query,
      )
      .$call((query) => (filter.from ? query.where("w.said_at", ">=", filter.from) : query))
      .$call((query) => (filter.to ? query.where("w.said_at", "<", filter.to) : query))
  } else {
    page = page.orderBy("m.said_at", "desc").orderBy("m.id", "desc")
    if (after) page = page.where(sql<SqlBool>`(m.said_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    if (filter.from) page = page.where("m.said_at", ">=", filter.from)
    if (filter.to) page = page.where("m.said_at", "<", filter.to)
  }
  if (filter.sourceIds?.length) page = page.where("m.source_id", "in", [...filter.sourceIds])
  if (filter.kinds?.length) page = page.where("m.kind", "in", [...filter.kinds])
  if (filter.languages?.length) page = page.where(sql<SqlBool>`split_part(m.language, '-', 1) = any(${[...filter.languages]}::text[])`)
  if (filter.sites?.length) page = page.where("m.site", "in", [...filter.sites])
  if (filter.countries?.length) page = page.where("m.country", "in", [...filter.countries])
  if (filter.byAuthorOf) page = page.where(sql<SqlBool>`m.person = (select person from mentions where id = ${filter.byAuthorOf})`)
  if (filter.tone)
    page = page.where(
      sql<SqlBool>`coalesce(
        (select c.said from mention_corrections c where c.mention_id = m.id and c.about = 'tone' order by c.n desc limit 1),
        (select r.tone from mention_readings r where r.mention_id = m.id)) = ${filter.tone}`,
    )
  for (const word of filter.words?.split(/\s+/).filter(Boolean).slice(0, 10) ?? []) {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`
    page = page.where(sql<SqlBool>`(m.text ilike ${pattern} or m.title ilike ${pattern})`)
  }
  return page.limit(limit).execute()
}

/** One mention, gone or not. @throws NotFound */
export async function accessMention(reader: Reader, id: string): Promise<ListedMention> {
  const found = isId(id) ? await mentionsWithSource(room(reader)).where("m.id", "=", id).executeTakeFirst() : undefined
  if (!found) throw new NotFound("listening.mention.notFound")
  return found
}

/** These, in this order, as far as others said them and they are still there. */
export async function mentionsByIds(reader: Reader, ids: readonly string[]): Promise<ListedMention[]> {
  if (ids.length === 0) return []
  const rows = await mentionsWithSource(room(reader))
    .where("m.id", "in", [...ids])
    .where("m.gone_at", "is", null)
    .where("m.ours_at", "is", null)
    .execute()
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

function mentionsWithSource(tables: ReturnType<typeof room>) {
  return tables
    .selectFrom("mentions as m")
    .innerJoin("sources as s", "s.id", "m.source_id")
    .selectAll("m")
    .select(["s.name as source_name", "s.kind as source_kind", "s.place as source_place"])
}
