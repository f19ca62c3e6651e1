import { sql } from "kysely"
import type { Actor } from "#people"
import type { Reader } from "#platform"

/** What an actor sees of a case that reaches into inboxes which aren't theirs. */
export interface VisiblePart {
  case_id: string
  conversation_ids: string[]
  last_words: string
  last_direction: "in" | "out"
}

/** By case: only those of which the actor sees a part and not the whole. What is said in the rest is not for them. */
export async function visibleParts(
  { inboxes }: Actor,
  reader: Reader,
  rows: readonly { id: string; inbox_ids: readonly string[] }[],
): Promise<Map<string, VisiblePart>> {
  if (inboxes === "every") return new Map()
  const mixed = rows.filter((row) => row.inbox_ids.some((id) => !inboxes.includes(id)))
  if (mixed.length === 0) return new Map()
  const found = await sql<VisiblePart>`
    select case_id, array_agg(conversation_id order by conversation_id) as conversation_ids,
      (array_agg(last_words order by last_at desc))[1] as last_words, (array_agg(last_direction order by last_at desc))[1] as last_direction
    from case_conversations
    where case_id = any(${mixed.map(({ id }) => id)}::uuid[]) and inbox_ids && ${[...inboxes]}::uuid[]
    group by case_id`.execute(reader.sql)
  return new Map(found.rows.map((part) => [part.case_id, part]))
}
