import { sql } from "kysely"
import { insertMany, rowsJson, type Tx } from "#platform"
import { countedWeight, type Entry, wordsOf } from "./index-entry.ts"
import { stemmersOf } from "./language.ts"
import { spansOf } from "./spans.ts"
import { surfaceWords } from "./words.ts"

/** An entry whose case is known. */
export interface FiledEntry extends Entry {
  caseId: string
  inboxIds: readonly string[]
}

/** Takes many messages and notes into the search in one statement, as `indexMessage` takes one. */
export async function indexMany(tx: Tx, entries: readonly FiledEntry[]): Promise<void> {
  if (entries.length === 0) return
  const counted = new Map<string, number>()
  const seen = new Set<string>()
  const rows = entries.map((entry) => {
    const { head, body, tail, all } = wordsOf(entry)
    const stemmers = stemmersOf(all)
    const weight = countedWeight(entry.id)
    for (const word of surfaceWords(all)) {
      if (weight > 0) counted.set(word, (counted.get(word) ?? 0) + weight)
      else seen.add(word)
    }
    return {
      id: entry.id,
      kind: entry.kind,
      case_id: entry.caseId,
      conversation_id: entry.conversationId,
      inbox_ids: entry.inboxIds,
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
    insert into search_entries (id, kind, case_id, conversation_id, inbox_ids, spans, at, subject, words)
    select id, kind, case_id, conversation_id, inbox_ids, spans, at, subject,
      case when fr then ${vector("vigie_fr")} else ''::tsvector end || case when en then ${vector("vigie_en")} else ''::tsvector end
      || array_to_tsvector(marks)
    from json_to_recordset(${rowsJson(rows)}::json) as given (id uuid, kind text, case_id uuid, conversation_id uuid, inbox_ids uuid[],
      spans int[], at timestamptz, subject text, head text, body text, tail text, fr boolean, en boolean, marks text[])
    on conflict (id) do update set subject = excluded.subject, words = excluded.words`.execute(tx.sql)
  await noteWords(tx, counted, seen)
}

function vector(stemmer: "vigie_fr" | "vigie_en") {
  const of = (column: "head" | "body" | "tail", weight: "A" | "B" | "C") =>
    sql`setweight(to_tsvector(${sql.lit(stemmer)}, ${sql.ref(column)}), ${sql.lit(weight)})`
  return sql`${of("head", "A")} || ${of("body", "B")} || ${of("tail", "C")}`
}

/** Words of counted entries, and those of the others that nobody wrote before. */
async function noteWords(tx: Tx, counted: ReadonlyMap<string, number>, seen: ReadonlySet<string>): Promise<void> {
  const others = [...seen].filter((word) => !counted.has(word))
  const known = await sql<{ word: string }>`
    select word from search_words where word = any(${others}::text[])`.execute(tx.sql)
  const old = new Set(known.rows.map(({ word }) => word))
  const rows = [
    ...[...counted].map(([word, n]) => ({ word, n })),
    ...others.filter((word) => !old.has(word)).map((word) => ({ word, n: 1 })),
  ]
  await insertMany(tx, "search_new_words", { word: "text", n: "int" }, rows)
}
