import { sql } from "kysely"
import type { Reader } from "#platform"
import { fold } from "./plain.ts"
import type { TextQuery } from "./text-query.ts"

export const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** Which words of these texts have the stems that were looked for; PostgreSQL's stemmer says so, once for all of them. */
export async function hitTest(
  reader: Reader,
  texts: readonly string[],
  { stems, beginnings }: TextQuery["hits"],
): Promise<(word: string) => boolean> {
  if (stems.size === 0 && beginnings.length === 0) return () => false
  // A word and its stem begin alike, but for a handful of irregular ones.
  const heads = new Set([...stems].map((stem) => stem.slice(0, 2)))
  const words = new Set(texts.flatMap((text) => (text.match(WORD) ?? []).map(fold)).filter((word) => heads.has(word.slice(0, 2))))
  const found = await sql<{ word: string }>`
    select word from unnest(${[...words]}::text[]) as word
    where word = any(${[...stems]}::text[])
      or (ts_lexize('french_stem', word))[1] = any(${[...stems]}::text[])
      or (ts_lexize('english_stem', word))[1] = any(${[...stems]}::text[])`.execute(reader.sql)
  const met = new Set(found.rows.map(({ word }) => word))
  return (word) => met.has(word) || beginnings.some((beginning) => word.startsWith(beginning))
}
