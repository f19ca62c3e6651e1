import { sql } from "kysely"
import { isId, NotFound, type Reader, type Tx } from "#platform"
import { gathering, type Story } from "./tables.ts"

/** A story; where it became part of another, that one. @throws NotFound */
export async function accessStory(reader: Pick<Reader, "sql">, id: string): Promise<Story> {
  const found = isId(id) ? (await homesOf(reader, [id])).get(id) : undefined
  const story = found && (await gathering(reader).selectFrom("stories").selectAll().where("id", "=", found).executeTakeFirst())
  if (!story) throw new NotFound("listening.story.notFound")
  return story
}

/** The same, held until the transaction ends. @throws NotFound */
export async function holdStory(tx: Tx, id: string): Promise<Story> {
  const { id: home } = await accessStory(tx, id)
  const story = await gathering(tx).selectFrom("stories").selectAll().where("id", "=", home).forUpdate().executeTakeFirstOrThrow()
  // It was brought into another while we waited for it.
  return story.into_id === null ? story : holdStory(tx, story.into_id)
}

/** The story that a mention is of, when it was gathered. */
export async function storyOf(reader: Pick<Reader, "sql">, mentionId: string): Promise<string | null> {
  const placed = await gathering(reader)
    .selectFrom("story_mentions")
    .select("story_id")
    .where("mention_id", "=", mentionId)
    .executeTakeFirst()
  return placed?.story_id ?? null
}

/** A story and all that became part of it. */
export async function familyOf(reader: Pick<Reader, "sql">, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive family (id) as (select ${id}::uuid union select s.id from stories s join family f on s.into_id = f.id) select id from family`.execute(
    reader.sql,
  )
  return rows.map((row) => row.id)
}

/** Of stories, which each is part of by now: itself, where it wasn't brought into another. */
export async function homesOf(reader: Pick<Reader, "sql">, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; home: string }>`
    with recursive way (id, at, into_id) as (
      select id, id, into_id from stories where id = any(${[...new Set(ids)]}::uuid[])
      union select way.id, s.id, s.into_id from way join stories s on s.id = way.into_id
    ) select id, at as home from way where into_id is null`.execute(reader.sql)
  return new Map(rows.map(({ id, home }) => [id, home]))
}
