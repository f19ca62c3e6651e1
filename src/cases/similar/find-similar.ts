import { sql } from "kysely"
import { factsInCommon } from "#contacts"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { accessCase } from "../access-case.ts"
import { quote } from "../search/text-query.ts"
import { rights } from "../views-list/rights.ts"

export interface Similar {
  id: string
  /** From nothing to one: how much of what was said is said there too. */
  score: number
  /** An outside fact that both customers met: `delivery.failed`. */
  fact: string | null
}

const WORDS = 24
const RARE = 10
const CANDIDATES = 300
const LEAST = 0.22

/**
 * Cases that began with much the same words, among those that the actor may see: resolved ones first, for they tell how it ended. Words are
 * weighed by how seldom they are said; a fact from outside that both customers met counts too.
 * @throws NotFound
 */
export async function findSimilar(actor: Actor, reader: Reader, caseId: string, limit: number): Promise<Similar[]> {
  const row = await accessCase(actor, reader, caseId)
  const words = await tellingWords(actor, reader, row.id)
  if (words.length < 2) return []
  const total = words.reduce((sum, { weight }) => sum + weight, 0)
  const query = words
    .slice(0, RARE)
    .map(({ word }) => quote(word))
    .join(" | ")
  const where = sql.join(
    [
      sql`c.merged_into is null`,
      sql`c.id <> ${row.id}`,
      sql`c.category <> 'spam'`,
      // What else this person has open is shown beside.
      sql`(c.contact_id is distinct from ${row.contact_id} or c.category = 'resolved')`,
      sql`(${row.merged_into}::uuid is null or c.id <> ${row.merged_into})`,
      ...rights(actor),
    ],
    sql` and `,
  )
  const seen = actor.inboxes === "every" ? sql`true` : sql`e.inbox_ids && ${[...actor.inboxes]}::uuid[]`
  const found = await sql<{ id: string; contact_id: string | null; resolved: boolean; score: number }>`
    with met as materialized (
      select e.id, e.case_id, e.words from search_entries as e where e.kind = 'message' and e.words @@ ${query}::tsquery and ${seen}
      limit ${CANDIDATES * 4}
    ),
    weighed as (
      select met.case_id, max((select sum(w.weight) from unnest(${words.map(({ word }) => word)}::text[], ${words.map(({ weight }) => weight)}::float8[])
        as w (word, weight) where met.words @@ quote_literal(w.word)::tsquery)) as weight
      from met group by met.case_id
    )
    select c.id, c.contact_id, c.category = 'resolved' as resolved, weighed.weight / ${total} as score
    from weighed join cases as c on c.id = weighed.case_id where ${where} and weighed.weight / ${total} >= ${LEAST / 2}
    order by weighed.weight desc, c.last_at desc limit ${CANDIDATES}`.execute(reader.sql)
  const facts = row.contact_id
    ? await factsInCommon(
        reader,
        row.contact_id,
        found.rows.flatMap(({ contact_id }) => contact_id ?? []),
      )
    : new Map<string, string>()
  return found.rows
    .map(({ id, contact_id, resolved, score }) => {
      const fact = (contact_id && facts.get(contact_id)) ?? null
      return { id, resolved, fact, score: Math.min(1, score + (fact ? 0.15 : 0)) }
    })
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .toSorted((a, b) => Number(b.resolved) - Number(a.resolved) || b.score - a.score)
    .map(({ id, fact, score }) => ({ id, fact, score: Math.round(score * 100) / 100 }))
}

/**
 * What the case's first message says, the words that are said most seldom first. How often a word is said is what PostgreSQL noted of it
 * (`pg_stats`); of one that it didn't note, that it is rare.
 */
async function tellingWords(actor: Actor, reader: Reader, caseId: string): Promise<{ word: string; weight: number }[]> {
  const seen = actor.inboxes === "every" ? sql`true` : sql`inbox_ids && ${[...actor.inboxes]}::uuid[]`
  const found = await sql<{ word: string; weight: number }>`
    with first as (
      select words from search_entries where case_id = ${caseId} and kind = 'message' and ${seen} order by at, id limit 1
    ),
    common as materialized (
      select word, share from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs[1:cardinality(most_common_elems::text::text[])]) as known (word, share)
      where schemaname = 'public' and tablename = 'search_entries' and attname = 'words'
    )
    select said.lexeme as word, least(12, -ln(coalesce(common.share, 0.0002)))::float8 as weight
    from first, unnest(first.words) as said left join common on common.word = said.lexeme
    where position(' ' in said.lexeme) = 0 and length(said.lexeme) between 3 and 40 and said.lexeme !~ '^[0-9]+$'
      and (said.weights is null or said.weights <> array['C']::text[]) and coalesce(common.share, 0) < 0.25
    order by weight desc, length(said.lexeme) desc, said.lexeme limit ${WORDS}`.execute(reader.sql)
  return found.rows
}
