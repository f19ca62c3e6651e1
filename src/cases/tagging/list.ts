import { sql } from "kysely"
import type { Reader } from "#platform"
import { tagging, type TagChangeRow } from "./tables.ts"

interface TagUse {
  cases: number
  articles: number
}

/** How many cases and articles have each of these tags. */
export async function usesOf(reader: Reader, names: readonly string[]): Promise<Map<string, TagUse>> {
  const found = await sql<TagUse & { name: string }>`
    select n.name,
      (select count(*)::int from cases c where c.tags @> array[n.name]) as cases,
      (select count(*)::int from articles a where n.name = any(a.tags)) as articles
    from unnest(${[...names]}::text[]) as n (name)`.execute(reader.sql)
  return new Map(found.rows.map(({ name, ...use }) => [name, use]))
}

const SHOWN = 20

/** The latest changes, those that go on first. */
export function latestTagChanges(reader: Reader): Promise<TagChangeRow[]> {
  return tagging(reader)
    .selectFrom("tag_changes")
    .selectAll()
    .orderBy(sql`finished_at is not null`)
    .orderBy("at", "desc")
    .limit(SHOWN)
    .execute()
}

/** Whether one is being changed now. */
export async function isTagChanging(reader: Reader): Promise<boolean> {
  return (await tagging(reader).selectFrom("tag_changes").select("id").where("finished_at", "is", null).executeTakeFirst()) !== undefined
}
