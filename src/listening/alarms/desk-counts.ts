import { sql } from "kysely"
import { filedConversations } from "#cases"
import { customersWords } from "#conversations"
import type { Reader } from "#platform"
import type { DeskSubject } from "./desk-subjects.ts"
import type { SaidCount } from "./said-counts.ts"

export const subjectKey = ({ kind, name }: Pick<DeskSubject, "kind" | "name">): string => `${kind} ${name}`

/** What customers wrote in each five minutes to these inboxes, and under these tags: by subject, and by when they begin. */
export async function countCustomers(
  reader: Reader,
  subjects: readonly Pick<DeskSubject, "kind" | "name">[],
  from: Date,
  to: Date,
): Promise<Map<string, Map<number, SaidCount>>> {
  const counts = new Map<string, Map<number, SaidCount>>(subjects.map((subject) => [subjectKey(subject), new Map()]))
  if (subjects.length === 0 || from >= to) return counts
  const { rows } = await sql<{ key: string; bucket: Date; posts: number; people: number }>`
    select key, date_bin('5 minutes', said_at, '1970-01-01 00:00Z') as bucket, count(*)::int as posts, count(distinct person)::int as people
      from ${customersWords(from, to)} as w join ${filedConversations()} as f using (conversation_id)
     cross join lateral (
       select 'inbox ' || i as key from unnest(w.inbox_ids) as i union all select 'topic ' || t from unnest(f.tags) as t) as subject
     where key = any(${[...counts.keys()]}::text[]) group by 1, 2`.execute(reader.sql)
  for (const { key, bucket, posts, people } of rows) counts.get(key)?.set(bucket.getTime(), { posts, people })
  return counts
}
