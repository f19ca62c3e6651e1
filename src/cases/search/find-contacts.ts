import { sql } from "kysely"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { plainWords } from "./plain.ts"
import { quote } from "./text-query.ts"

export interface FoundContact {
  id: string
  name: string
  /** Name, organisation and identities, as compared. */
  plain: string
}

/**
 * Contacts whose names or identities have words that begin like these; when there is none and nothing else was found, those that look
 * alike. An actor who sees some inboxes only finds the people who wrote to these.
 */
export async function findContacts(
  actor: Actor,
  reader: Reader,
  typed: string,
  { most, alike }: { most: number; alike: boolean },
): Promise<FoundContact[]> {
  const words = plainWords(typed, 200)
  if (words.length === 0 || words.length > 8) return []
  const beginnings = words.map((word) => (word.length > 2 ? `${quote(word)}:*` : quote(word))).join(" & ")
  const exact = await find(actor, reader, sql`k.words @@ ${beginnings}::tsquery`, words.join(" "), most)
  if (exact.length || !alike || words.join("").length < 4) return exact
  return find(actor, reader, sql`k.plain %> ${words.join(" ")}`, words.join(" "), most)
}

/** Where a name has more bearers than that, the nearest among these will do; most are out of sight of somebody who sees few inboxes. */
const COMPARED = { every: 500, some: 2000 }

async function find(actor: Actor, reader: Reader, condition: ReturnType<typeof sql>, words: string, most: number): Promise<FoundContact[]> {
  const { inboxes } = actor
  const near = sql`
    select id, name, plain, word_similarity(${words}, plain) as likeness, length(plain) as size
    from (select * from search_contacts as k where ${condition} limit ${COMPARED[inboxes === "every" ? "every" : "some"]}) as k`
  // From the nearest on, until enough are in sight: the planner would look at the cases of each first.
  const seen =
    inboxes === "every"
      ? sql`true`
      : sql`exists (select from cases as c where c.contact_id = near.id and c.inbox_ids && ${[...inboxes]}::uuid[] offset 0)`
  const found = await sql<FoundContact>`
    select id, name, plain from (${near} order by likeness desc, size, id offset 0) as near
    where ${seen} order by likeness desc, size, id limit ${most}`.execute(reader.sql)
  return found.rows
}
