import { sql } from "kysely"
import { type Database, DAY, fitJson, type Reader, type Tx } from "#platform"
import { followersOf, personOf } from "../mentions/mention-row.ts"
import type { Called } from "../sources/source.ts"
import { room } from "../tables.ts"
import { idFrom } from "../watches/past-mentions.ts"

/** Mentions that one fact names. */
const TOLD = 50

interface From {
  kind: string
  source: string
}
type Named = Called & { key: string }

/** Authors of these mentions of whom the name or the followers aren't known. */
export async function unnamedAuthors(db: Database, mentionIds: readonly string[]): Promise<string[]> {
  const rows = await room(db.read)
    .selectFrom("mentions")
    .select("author_key")
    .distinct()
    .where("id", "in", [...mentionIds])
    .where((row) => row.or([row("author_handle", "is", null), row("author_followers", "is", null)]))
    .where("gone_at", "is", null)
    .execute()
  return rows.flatMap(({ author_key }) => author_key ?? [])
}

/** So far back names are looked for that couldn't be had at once, and so many at a time. */
const LATELY = 2 * DAY
const AT_ONCE = 500

/** A page of what was heard of a source lately by authors who are known by their keys alone, the latest first, and where the next begins. */
export async function saidByUnnamed(
  reader: Reader,
  sourceId: string,
  before: string | null,
): Promise<{ ids: string[]; next: string | null }> {
  const lately = room(reader)
    .selectFrom("mentions")
    .select("id")
    .where("id", ">=", idFrom(new Date(reader.now.getTime() - LATELY)))
    .where("source_id", "=", sourceId)
    .where("author_key", "is not", null)
    .where("author_handle", "is", null)
    .where("gone_at", "is", null)
    .orderBy("id", "desc")
    .limit(AT_ONCE)
  const rows = await (before === null ? lately : lately.where("id", "<", before)).execute()
  const ids = rows.map(({ id }) => id)
  return { ids, next: ids.length === AT_ONCE ? ids.at(-1)! : null }
}

/** Those of whom something was heard. */
export async function authorsAmong(db: Database, kind: string, keys: readonly string[]): Promise<string[]> {
  const rows = await room(db.read)
    .selectFrom("mentions")
    .select("author_key")
    .distinct()
    .where(
      "person",
      "in",
      keys.map((key) => personOf(kind, key, "")),
    )
    .where("author_key", "in", [...keys])
    .where("gone_at", "is", null)
    .execute()
  return rows.flatMap(({ author_key }) => author_key ?? [])
}

/** Writes what authors are called where it wasn't known. Gives the mentions of which more is known now. */
export async function writeNames(db: Database, from: From, mentionIds: readonly string[], names: readonly Named[]): Promise<string[]> {
  if (names.length === 0) return []
  return db.transact(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update mentions m
         set author_handle = coalesce(m.author_handle, given.handle), author_name = coalesce(given.name, m.author_name),
             author_followers = coalesce(m.author_followers, given.followers), author_since = coalesce(m.author_since, given.since)
        from json_to_recordset(${fitJson(told(names))}::json) as given (key text, handle text, name text, followers int, since timestamptz)
       where m.id = any(${[...mentionIds]}::uuid[]) and m.author_key = given.key and m.gone_at is null
         and (m.author_handle is null and given.handle is not null or m.author_followers is null and given.followers is not null)
      returning m.id`.execute(tx.sql)
    return tellNamed(tx, from, rows)
  })
}

/** Writes what authors are called now in all that they said. Gives the mentions that are named otherwise now. */
export async function writeNewNames(db: Database, from: From, names: readonly Named[]): Promise<string[]> {
  const given = told(names).map((one) => ({ ...one, person: personOf(from.kind, one.key, "") }))
  return db.transact(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update mentions m set author_handle = given.handle, author_name = coalesce(given.name, m.author_name)
        from json_to_recordset(${fitJson(given)}::json) as given (key text, person bigint, handle text, name text)
       where m.person = given.person and m.author_key = given.key and m.gone_at is null and m.author_handle is distinct from given.handle
      returning m.id`.execute(tx.sql)
    return tellNamed(tx, from, rows)
  })
}

/** What a stranger's server tells, as the table takes it. */
const told = (names: readonly Named[]): Named[] => names.map((one) => ({ ...one, followers: followersOf(one.followers) }))

/** A handle is what a customer may have given: ties are looked for anew. */
async function tellNamed(tx: Tx, { kind, source }: From, named: readonly { id: string }[]): Promise<string[]> {
  const ids = named.map(({ id }) => id)
  for (let from = 0; from < ids.length; from += TOLD) {
    const mentions = ids.slice(from, from + TOLD)
    const data = { source, count: mentions.length, watches: [], mentions }
    await tx.record({ kind: "mention.named", actor: `system:source-${kind}`, about: {}, audience: "all", data })
  }
  return ids
}
