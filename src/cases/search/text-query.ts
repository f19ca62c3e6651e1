import { sql } from "kysely"
import type { Reader } from "#platform"
import type { Word } from "./parse-query.ts"
import { plainWords } from "./plain.ts"
import { type Completions, completionsOf } from "./completions.ts"
import { type Stems, stemsOf } from "./stems.ts"

/** A question put to the index (PostgreSQL's tsquery), and what shows in a text where it was met. */
export interface TextQuery {
  /** Null when no word says anything. */
  must: string | null
  mustNot: string[]
  /** Whether words must stand side by side: the index tells only that they are there. */
  inOrder: boolean
  /** Stems, and beginnings of words, that are shown as hits. */
  hits: { stems: ReadonlySet<string>; beginnings: readonly string[] }
}

const MOST_COMPLETIONS = 8
/** The index answers a beginning by reading all that begins so. When that is more, the commonest words that begin so will do. */
const READ_WHOLE = 3000

export async function textQuery(reader: Reader, words: readonly Word[]): Promise<TextQuery> {
  const terms = words.map((word) => ({ ...word, plain: plainWords(word.text) })).filter(({ plain }) => plain.length > 0)
  const typing = terms.find((term) => term.typing && !term.not && term.plain.at(-1)!.length >= 2)?.plain.at(-1)
  const completions = typing ? await completionsOf(reader, typing, MOST_COMPLETIONS) : { words: [], entries: 0 }
  const stems = await stemsOf(reader, [...terms.flatMap(({ plain }) => plain), ...completions.words])
  const phrases = await phraseQueries(
    reader,
    terms.filter(({ plain }) => plain.length > 1).map(({ plain }) => plain.join(" ")),
  )

  const ask = (term: (typeof terms)[number]): string | null => {
    const [word = ""] = term.plain
    if (term.plain.length > 1) return phrases.get(term.plain.join(" ")) ?? null
    return anyOf([...lexemes(stems.get(word)), ...(term.typing && !term.not ? beginnings(word, completions, stems) : [])])
  }
  const wanted = terms.filter(({ not }) => !not)
  const telling = wanted.filter((term) => term.plain.length > 1 || stems.get(term.plain[0]!)?.silent === false)
  const must = (telling.length ? telling : wanted).flatMap((term) => ask(term) ?? [])
  return {
    must: must.length ? must.join(" & ") : null,
    inOrder: terms.some(({ plain }) => plain.length > 1),
    mustNot: terms.filter(({ not }) => not).flatMap((term) => ask(term) ?? []),
    hits: {
      stems: new Set(
        wanted.flatMap(({ plain }) => plain.flatMap((word) => (stems.get(word)?.silent && wanted.length > 1 ? [] : bare(stems.get(word))))),
      ),
      beginnings: typing ? [typing] : [],
    },
  }
}

/** A word being typed: what it may become, as stems, and where few begin so, itself as a beginning. */
function beginnings(word: string, { words, entries }: Completions, stems: Map<string, Stems>): string[] {
  const known = words.flatMap((completion) => lexemes(stems.get(completion)))
  return entries <= READ_WHOLE && word.length > (/\p{N}/u.test(word) ? 4 : 2) ? [...known, `'${word}':*`] : known
}

/** Phrases as each language reads them: words that say nothing leave their place open. */
export async function phraseQueries(reader: Reader, phrases: readonly string[]): Promise<Map<string, string | null>> {
  if (phrases.length === 0) return new Map()
  const found = await sql<{ phrase: string; fr: string; en: string }>`
    select phrase, phraseto_tsquery('vigie_fr', phrase)::text as fr, phraseto_tsquery('vigie_en', phrase)::text as en
    from unnest(${[...phrases]}::text[]) as phrase`.execute(reader.sql)
  return new Map(found.rows.map(({ phrase, fr, en }) => [phrase, anyOf([fr, en].filter(Boolean).map((query) => `(${query})`))]))
}

function anyOf(queries: readonly string[]): string | null {
  const distinct = [...new Set(queries)]
  return distinct.length ? `(${distinct.join(" | ")})` : null
}

const bare = (stems: Stems | undefined): string[] => [stems?.fr, stems?.en].filter((stem) => typeof stem === "string")
const lexemes = (stems: Stems | undefined): string[] => bare(stems).map(quote)

/** A word or mark inside a tsquery. */
export const quote = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, "$&$&")}'`
