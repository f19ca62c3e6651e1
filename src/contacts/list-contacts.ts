import { type Expression, type RawBuilder, sql, type SqlBool } from "kysely"
import type { Actor } from "#people"
import { readCursor, type Reader, writeCursor } from "#platform"
import type { Contact, ContactSight } from "./access.ts"

export interface ContactQuery {
  q?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** Words of a search that count; more only narrow what is already narrow. */
const WORDS = 6

/**
 * Contacts that the actor may see, the newest first. Each word of `q` stands somewhere in a name, an organisation or an identity,
 * accents ignored; when nobody is found so, those come whose name or address is most like it.
 */
export async function listContacts(
  actor: Actor,
  reader: Reader,
  query: ContactQuery,
  sight?: ContactSight,
): Promise<{ items: Contact[]; next: string | null }> {
  const place = readCursor(query.cursor, ["moment", "id"])
  const words = wordsOf(query.q ?? "")
  const visible = visibleTo(actor, sight)
  const after = place ? sql`and (c.created_at, c.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql``
  const found = await sql<Contact>`
    select c.* from contacts c
     where c.merged_into is null and ${sql.join([visible, ...words.map(has)], sql` and `)} ${after}
     order by c.created_at desc, c.id desc limit ${query.limit + 1}`.execute(reader.sql)
  if (found.rows.length === 0 && words.some((word) => /\p{L}/u.test(word)) && !place)
    return { items: await similar(reader, words.join(" "), query.limit, visible), next: null }
  const items = found.rows.slice(0, query.limit)
  const last = found.rows.length > query.limit ? items.at(-1) : undefined
  return { items, next: last ? writeCursor([last.created_at.toISOString(), last.id]) : null }
}

/** A number is looked for by its digits, however it is written: 01 99… finds +33 1 99…. */
function wordsOf(q: string): string[] {
  const text = q.slice(0, 200).trim().toLowerCase()
  if (/^\+?[\d\s()./-]+$/.test(text)) return [text.replace(/\D/g, "").replace(/^0+(?=\d{5})/, "")].filter(Boolean)
  return text.split(/\s+/).filter(Boolean).slice(0, WORDS)
}

/** One or two letters are the beginning of a word: inside words they would be everywhere. */
function has(word: string): RawBuilder<SqlBool> {
  const escaped = word.replace(/[\\%_]/g, "\\$&")
  if ([...word].length > 2) return sql`c.search like plain_unaccent(${`%${escaped}%`})`
  return sql`(c.search like plain_unaccent(${`${escaped}%`}) or c.search like plain_unaccent(${`% ${escaped}%`}))`
}

async function similar(reader: Reader, text: string, limit: number, visible: Expression<SqlBool>): Promise<Contact[]> {
  const found = await sql<Contact>`
    select c.* from contacts c
     where c.merged_into is null and plain_unaccent(${text}) <% c.search and ${visible}
     order by plain_unaccent(${text}) <<-> c.search, c.created_at desc limit ${limit}`.execute(reader.sql)
  return found.rows
}

/** Somebody who doesn't see every inbox finds those whom a conversation of theirs involves, under any of their ids. */
function visibleTo(actor: Actor, sight: ContactSight | undefined): Expression<SqlBool> {
  if (actor.inboxes === "every") return sql<SqlBool>`true`
  if (!sight || actor.inboxes.length === 0) return sql<SqlBool>`false`
  const own = sight.inInboxes(sql.ref<string>("c.id"), actor.inboxes)
  const merged = sight.inInboxes(sql.ref<string>("m.id"), actor.inboxes)
  return sql<SqlBool>`(${own} or exists (select 1 from contacts m where m.merged_into = c.id and ${merged}))`
}
