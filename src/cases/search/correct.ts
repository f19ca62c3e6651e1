import { sql } from "kysely"
import type { Reader } from "#platform"
import type { Word } from "./parse-query.ts"
import { plainWords } from "./plain.ts"
import type { Remark } from "./remarks.ts"
import { alikeWords } from "./stems.ts"

/** When nothing was found: words that nobody ever wrote, replaced by the nearest that somebody did. Null when there is none to replace. */
export async function corrected(reader: Reader, words: readonly Word[]): Promise<{ words: Word[]; remark: Remark } | null> {
  const strange = await unknownWords(reader, words)
  const changes = new Map<string, string>()
  for (const word of strange) {
    const [alike] = await alikeWords(reader, word, 1)
    if (alike) changes.set(word, alike)
  }
  if (changes.size === 0) return null
  const replaced = words.map((word) => {
    const [plain = "", ...more] = plainWords(word.text)
    const instead = more.length ? undefined : changes.get(plain)
    return instead ? { ...word, text: instead, typing: false } : word
  })
  return {
    words: replaced,
    remark: { key: "search.instead", values: { typed: [...changes.keys()].join(" "), searched: [...changes.values()].join(" ") } },
  }
}

async function unknownWords(reader: Reader, words: readonly Word[]): Promise<string[]> {
  const single = words.filter(({ not }) => !not).flatMap(({ text }) => (plainWords(text).length === 1 ? plainWords(text) : []))
  const found = await sql<{ word: string }>`
    select word from unnest(${single}::text[]) as word where not exists (select from search_words as known where known.word = word.word)`.execute(
    reader.sql,
  )
  return found.rows.map(({ word }) => word).slice(0, 4)
}
