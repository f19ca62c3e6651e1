import { sql } from "kysely"
import { fitJson, type Tx } from "#platform"
import { stemmersOf } from "./language.ts"
import { plainWords } from "./plain.ts"
import { spansOf } from "./spans.ts"
import type { EntryKind } from "./tables.ts"
import { surfaceWords } from "./words.ts"

export interface Entry {
  id: string
  kind: EntryKind
  /** Null: a case itself. */
  conversationId: string | null
  at: Date
  subject: string
  /** Subject and names weigh most (A), then the text (B), then recipients and file names (C). */
  head: string
  body: string
  tail: string
  marks: readonly string[]
}

/**
 * Takes entries into the search, or what they have become, in one statement: under the cases that their conversations are filed in, with
 * the words that nobody wrote before.
 */
export async function indexEntries(tx: Tx, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  const said: { id: string; words: readonly string[] }[] = []
  const rows = entries.map((entry) => {
    const [head, body, tail] = [plainWords(entry.head, 2_000), plainWords(entry.body), plainWords(entry.tail, 4_000)]
    const all = [...head, ...body, ...tail]
    said.push({ id: entry.id, words: surfaceWords(all) })
    const stemmers = stemmersOf(all)
    return {
      id: entry.id,
      kind: entry.kind,
      conversation_id: entry.conversationId,
      spans: spansOf(entry.at),
      at: entry.at,
      subject: entry.subject.slice(0, 500),
      head: head.join(" "),
      body: body.join(" "),
      tail: tail.join(" "),
      fr: stemmers.includes("fr"),
      en: stemmers.includes("en"),
      marks: entry.marks,
    }
  })
  await sql`
    with entries as (
      insert into search_entries (id, kind, case_id, conversation_id, inbox_ids, spans, at, subject, words)
      select given.id, kind, coalesce(f.case_id, c.id), given.conversation_id, coalesce(f.inbox_ids, c.inbox_ids), spans, at, given.subject,
        case when fr then ${vector("vigie_fr")} else ''::tsvector end || case when en then ${vector("vigie_en")} else ''::tsvector end
        || array_to_tsvector(marks)
      from json_to_recordset(${fitJson(rows)}::json) as given (id uuid, kind text, conversation_id uuid, spans int[], at timestamptz,
        subject text, head text, body text, tail text, fr boolean, en boolean, marks text[])
      left join case_conversations f on f.conversation_id = given.conversation_id
      left join cases c on given.conversation_id is null and c.id = given.id
      where coalesce(f.case_id, c.id) is not null
      on conflict (id) do update set subject = excluded.subject, words = excluded.words
    )
    insert into search_new_words (word, n)
    select word, n from json_to_recordset(${fitJson(wordsToNote(said))}::json) as given (word text, n int, counted boolean)
     where counted or not exists (select from search_words as known where known.word = given.word)`.execute(tx.sql)
}

function vector(stemmer: "vigie_fr" | "vigie_en") {
  const of = (column: "head" | "body" | "tail", weight: "A" | "B" | "C") =>
    sql`setweight(to_tsvector(${sql.lit(stemmer)}, ${sql.ref(column)}), ${sql.lit(weight)})`
  return sql`${of("head", "A")} || ${of("body", "B")} || ${of("tail", "C")}`
}

/** How often a word stands in all entries is known from one entry in sixteen; new words are noted from each. */
function wordsToNote(said: readonly { id: string; words: readonly string[] }[]): { word: string; n: number; counted: boolean }[] {
  const noted = new Map<string, { n: number; counted: boolean }>()
  for (const { id, words } of said) {
    const counted = id.endsWith("0")
    for (const word of words) {
      const before = noted.get(word)
      if (counted) noted.set(word, { n: (before?.counted ? before.n : 0) + 16, counted })
      else if (!before) noted.set(word, { n: 1, counted })
    }
  }
  return [...noted].map(([word, known]) => ({ word, ...known }))
}
