import { sql } from "kysely"
import type { Reader } from "#platform"
import { familyOf } from "./family.ts"
import { room } from "./tables.ts"

/** What a case shows of itself to be held against what is said in the open. */
export interface CaseForTies {
  id: string
  number: number
  subject: string
  contactId: string | null
  /** Tags, and what stands in its fields as text. */
  labels: string[]
  promises: string[]
  createdAt: Date
}

/** Null for one that isn't there, was merged into another, or is spam. */
export async function caseForTies(reader: Reader, caseId: string): Promise<CaseForTies | null> {
  const row = await room(reader).selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirst()
  if (!row || row.merged_into || row.category === "spam") return null
  const ids = await familyOf(reader, row.id)
  const promises = await room(reader).selectFrom("promises").select("text").where("case_id", "in", ids).execute()
  const fields = Object.values(row.fields).filter((value) => typeof value === "string")
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    contactId: row.contact_id,
    labels: [...row.tags, ...fields],
    promises: promises.map(({ text }) => text),
    createdAt: row.created_at,
  }
}

const FOR_ALL = sql<{ text: string }>`
  select concat_ws(E'\n', text_fr, text_en) as text from templates where removed_at is null
  union all
  select concat_ws(E'\n', v.title, v.body) from articles a
    join article_texts t on t.article_id = a.id
    join article_versions v on v.article_id = t.article_id and v.language = t.language and v.number = t.published
   where a.audience = 'public' and a.archived_at is null`

/** What is written for everybody: templates, and articles that anyone may read. */
export async function textsForAll(reader: Reader): Promise<string[]> {
  const found = await FOR_ALL.execute(reader.sql)
  return found.rows.map(({ text }) => text)
}

/** The same as long as these texts are. */
export async function textsForAllMark(reader: Reader): Promise<string> {
  const found = await sql<{ mark: string | null }>`
    select md5(string_agg(md5(text), '' order by md5(text))) as mark from (${FOR_ALL}) as written`.execute(reader.sql)
  return found.rows[0]?.mark ?? ""
}

/** The latest cases of each of these contacts, and those with these numbers; those that stand for them where they were merged. */
export async function casesOf(
  reader: Reader,
  { contactIds, numbers, each }: { contactIds: readonly string[]; numbers: readonly number[]; each: number },
): Promise<string[]> {
  if (contactIds.length === 0 && numbers.length === 0) return []
  const found = await sql<{ id: string }>`
    with met as (
      select hit.id, hit.merged_into from unnest(${[...contactIds]}::uuid[]) as k (id) cross join lateral (
        select c.id, c.merged_into from cases c where c.contact_id = k.id order by c.last_at desc limit ${each}) as hit
      union all
      select c.id, c.merged_into from cases c where c.number = any(${[...numbers]}::bigint[]))
    select distinct coalesce(merged_into, id) as id from met`.execute(reader.sql)
  return found.rows.map(({ id }) => id)
}

/** Those of these contacts of whom there is no case that isn't spam. */
export async function contactsWithoutCase(reader: Reader, contactIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select k.id from unnest(${[...contactIds]}::uuid[]) as k (id)
     where not exists (select from cases c where c.contact_id = k.id and c.category <> 'spam')`.execute(reader.sql)
  return found.rows.map(({ id }) => id)
}

/** These cases by id, as they stand now: where they were merged, those they went into. Keys are the ids asked for. */
export async function standingCases(
  reader: Reader,
  ids: readonly string[],
): Promise<
  Map<string, { id: string; number: number; subject: string; inboxIds: string[]; contactId: string | null; ownerId: string | null }>
> {
  const found = await sql<{
    asked: string
    id: string
    number: number
    subject: string
    inbox_ids: string[]
    contact_id: string | null
    owner_id: string | null
  }>`
    with recursive standing (asked, id) as (
      select id, id from unnest(${[...ids]}::uuid[]) as asked (id)
      union all
      select w.asked, c.merged_into from standing w join cases c on c.id = w.id where c.merged_into is not null)
    select w.asked, c.id, c.number, c.subject, c.inbox_ids, c.contact_id, c.owner_id from standing w join cases c on c.id = w.id where c.merged_into is null`.execute(
    reader.sql,
  )
  return new Map(
    found.rows.map(({ asked, id, number, subject, inbox_ids, contact_id, owner_id }) => [
      asked,
      { id, number, subject, inboxIds: inbox_ids, contactId: contact_id, ownerId: owner_id },
    ]),
  )
}
