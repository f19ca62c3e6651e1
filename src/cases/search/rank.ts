import { sql } from "kysely"
import { DAY, type Reader } from "#platform"
import type { Candidate } from "./candidates.ts"
import type { EntryKind } from "./tables.ts"

export interface Ranked {
  id: string
  kind: EntryKind
  caseId: string
  conversationId: string | null
  subject: string
  at: Date
  score: number
}

/** Marks, recipients and file names, the text, subject and names (weights D, C, B, A). */
const WEIGHTS = "{0, 0.3, 0.6, 1}"
const HALF_AS_NEW = 45 * DAY
/** What was never meant for us comes after all that was. */
const SPAM = 0.05

/** Best first: how well the words fit (ts_rank_cd, by length of the text), times how new it is. Something old keeps a third of its weight. */
export async function rank(reader: Reader, candidates: readonly Candidate[], query: string | null, now: Date): Promise<Ranked[]> {
  if (candidates.length === 0) return []
  const ids = candidates.map(({ id }) => id)
  const fit = query === null ? sql`1.0` : sql`ts_rank_cd(${WEIGHTS}::real[], e.words, ${query}::tsquery, 33)`
  const found = await sql<Omit<Ranked, "score"> & { fit: number }>`
    select e.id, e.kind, e.case_id as "caseId", e.conversation_id as "conversationId", e.subject, e.at,
      (${fit} * case when exists (select from cases as c where c.id = e.case_id and c.category = 'spam') then ${SPAM}::real else 1 end)::real as fit
    from search_entries as e where e.id = any(${ids}::uuid[])`.execute(reader.sql)
  return found.rows
    .map(({ fit: fits, ...entry }) => ({ ...entry, score: fits * newness(entry.at, now) }))
    .sort((a, b) => b.score - a.score || b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
}

function newness(at: Date, now: Date): number {
  const age = Math.max(0, now.getTime() - at.getTime())
  return 1 / 3 + (2 / 3) * 2 ** (-age / HALF_AS_NEW)
}
