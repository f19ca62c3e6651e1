import { sql } from "kysely"
import type { Reader } from "#platform"
import { plainWords } from "./plain.ts"
import { spansBack } from "./spans.ts"
import { stemsOf } from "./stems.ts"
import { quote } from "./text-query.ts"

/** Words by which cases are looked for: the rarest of a text. */
const RAREST = 12
const READ = 400
/** A word that one in thirty texts has finds too much. */
const COMMON = 30

/** What may be an order's: long enough to be met by chance seldom. How often numbers are written isn't learned, for they never end. */
const isNumber = (word: string): boolean => word.length >= 5 && (word.match(/\d/g)?.length ?? 0) >= 3

/** How often words are said in all that was written here: about how many texts have each, and how many texts there are. */
export async function howOften(reader: Reader, words: readonly string[]): Promise<{ texts: number; of: Map<string, number> }> {
  const [known, all] = await Promise.all([
    sql<{ word: string; n: number }>`select word, n from search_words where word = any(${[...new Set(words)]}::text[])`.execute(reader.sql),
    sql<{ n: number }>`select greatest(reltuples, 0)::int as n from pg_class where oid = 'search_entries'::regclass`.execute(reader.sql),
  ])
  return { texts: all.rows[0]?.n ?? 0, of: new Map(known.rows.map(({ word, n }) => [word, n])) }
}

/** Cases in which, between two moments, the rarest words of a text were written, those with most of them first. Through the index alone. */
export async function casesSaying(reader: Reader, text: string, from: Date, to: Date, limit: number): Promise<string[]> {
  const words = [...new Set(plainWords(text, 20_000))].filter((word) => (/\p{N}/u.test(word) ? isNumber(word) : word.length >= 4))
  if (words.length === 0) return []
  const [{ texts, of }, stems] = await Promise.all([howOften(reader, words), stemsOf(reader, words)])
  const telling = words
    .filter((word) => !stems.get(word)?.silent && (of.get(word) ?? 0) <= Math.max(20, texts / COMMON))
    .sort((a, b) => Number(isNumber(b)) - Number(isNumber(a)) || (of.get(a) ?? 0) - (of.get(b) ?? 0))
    .slice(0, RAREST)
  const lexemes = [
    ...new Set(telling.flatMap((word) => [stems.get(word)?.fr, stems.get(word)?.en]).filter((one) => typeof one === "string")),
  ]
  if (lexemes.length === 0) return []
  // Stretches are rounded: a little more than asked for, never less.
  const { spans } = spansBack(to, (to.getTime() - from.getTime()) * 1.25)
  const found = await sql<{ id: string }>`
    with met as materialized (
      select e.case_id, e.words from search_entries e
       where e.kind in ('message', 'note') and e.words @@ ${lexemes.map(quote).join(" | ")}::tsquery and e.spans && ${spans}::int[]
       limit ${READ})
    select c.id from met
      join cases c on c.id = met.case_id and c.merged_into is null and c.category <> 'spam'
     group by c.id
     order by max((select count(*) from unnest(${lexemes}::text[]) as l (word) where met.words @@ quote_literal(l.word)::tsquery)) desc, c.id desc
     limit ${limit}`.execute(reader.sql)
  return found.rows.map(({ id }) => id)
}
