import { sql } from "kysely"
import type { Reader } from "#platform"
import { plainWords } from "./plain.ts"

/** A word in both languages: its stem, or null where the language passes over it (a stop word). */
export interface Stems {
  fr: string | null
  en: string | null
  /** It says nothing in one of the two: asked for, it would keep the other's texts from being found. */
  silent: boolean
}

/** Words that say nothing, and that the dictionaries' lists leave out or know only with their accents. */
const SILENT = new Set("les cet cette a y ca meme ete etes etais etait etaient etant deja tres d l j m n s t c qu".split(" "))

/** Stems of plain words, all in one question. */
export async function stemsOf(reader: Reader, words: readonly string[]): Promise<Map<string, Stems>> {
  if (words.length === 0) return new Map()
  const found = await sql<{ word: string; fr: string | null; en: string | null }>`
    select word, (ts_lexize('french_stem', word))[1] as fr, (ts_lexize('english_stem', word))[1] as en
    from unnest(${[...new Set(words)]}::text[]) as word`.execute(reader.sql)
  return new Map(
    found.rows.map(({ word, fr, en }) => {
      if (/\p{N}/u.test(word)) return [word, { fr: word, en: word, silent: false }]
      return [word, { fr, en, silent: fr === null || en === null || SILENT.has(word) }]
    }),
  )
}

/** Known words that look like this one, nearest first: what may have been meant. */
export async function alikeWords(reader: Reader, typed: string, most: number): Promise<string[]> {
  const [word] = plainWords(typed)
  if (!word || word.length < 4) return []
  const found = await sql<{ word: string }>`
    select word from search_words
    where word % ${word} and length(word) between ${word.length - 2} and ${word.length + 2} and word <> ${word}
    order by similarity(word, ${word}) desc, n desc limit ${most}`.execute(reader.sql)
  return found.rows.map(({ word: alike }) => alike)
}
