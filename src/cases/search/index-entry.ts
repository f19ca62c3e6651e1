import { sql } from "kysely"
import type { Tx } from "#platform"
import { stemmersOf } from "./language.ts"
import { ATTACHMENT, from, personMarks, to } from "./marks.ts"
import { plainWords } from "./plain.ts"
import { spansOf } from "./spans.ts"
import type { EntryKind } from "./tables.ts"
import { surfaceWords } from "./words.ts"

/** A message as search takes it. `text` is what the writer newly wrote: quoted history would find each mail a hundred times. */
export interface FoundableMessage {
  id: string
  conversationId: string
  at: Date
  subject: string
  text: string
  /** Names and addresses of who wrote. */
  from: readonly string[]
  /** Names and addresses of To and Cc. */
  to: readonly string[]
  attachmentNames: readonly string[]
}

/** Takes a message into the search, under the case its conversation is filed in. One that is filed in none is shown nowhere, and not found. */
export async function indexMessage(tx: Tx, message: FoundableMessage): Promise<void> {
  await insertEntry(tx, messageEntry(message))
}

export function messageEntry(message: FoundableMessage): Entry {
  return {
    ...message,
    kind: "message",
    head: [message.subject, ...message.from].join(" "),
    body: message.text,
    tail: [...message.to, ...message.attachmentNames].join(" "),
    marks: [...personMarks(from, message.from), ...personMarks(to, message.to), ...(message.attachmentNames.length ? [ATTACHMENT] : [])],
  }
}

export interface FoundableNote {
  id: string
  conversationId: string
  at: Date
  text: string
  /** Name of the agent. */
  author: string
}

/** Adds a note, or takes its new words when it was edited. */
export async function indexNote(tx: Tx, note: FoundableNote): Promise<void> {
  await insertEntry(tx, noteEntry(note))
}

export function noteEntry(note: FoundableNote): Entry {
  return { ...note, kind: "note", subject: "", head: note.author, body: note.text, tail: "", marks: personMarks(from, [note.author]) }
}

/** A case is found by the subject that an agent gave it; the customer's own stands in the messages. */
export async function indexCase(tx: Tx, found: { id: string; subject: string; at: Date }): Promise<void> {
  await insertEntry(tx, { ...found, conversationId: null, kind: "case", head: found.subject, body: "", tail: "", marks: [] })
}

/** What a customer said of how it went; its words stand in for a subject. */
export async function indexSatisfaction(
  tx: Tx,
  { text, ...told }: { id: string; conversationId: string; at: Date; text: string },
): Promise<void> {
  await insertEntry(tx, { ...told, kind: "satisfaction", subject: text, head: "", body: text, tail: "", marks: [] })
}

export interface Entry {
  id: string
  kind: EntryKind
  conversationId: string | null
  at: Date
  subject: string
  /** Subject and names weigh most (A), then the text (B), then recipients and file names (C). */
  head: string
  body: string
  tail: string
  marks: readonly string[]
}

/** One statement: the entry, and the words that nobody wrote before. */
async function insertEntry(tx: Tx, entry: Entry): Promise<void> {
  const { head, body, tail, all } = wordsOf(entry)
  const seen = surfaceWords(all)
  const weight = countedWeight(entry.id)
  await sql`
    with entry as (
      insert into search_entries (id, kind, case_id, conversation_id, inbox_ids, spans, at, subject, words)
      select ${entry.id}, ${entry.kind}, filed.case_id, ${entry.conversationId}, filed.inbox_ids, ${spansOf(entry.at)}::int[], ${entry.at},
        ${entry.subject.slice(0, 500)},
        ${vector(stemmersOf(all), head.join(" "), body.join(" "), tail.join(" "))}
        || array_to_tsvector(${[...entry.marks]}::text[])
      from ${filedIn(entry)} as filed
      on conflict (id) do update set subject = excluded.subject, words = excluded.words
    )
    insert into search_new_words (word, n)
    select word, ${Math.max(weight, 1)} from unnest(${seen}::text[]) as word
    where ${weight > 0} or not exists (select from search_words as known where known.word = word.word)`.execute(tx.sql)
}

function filedIn({ id, conversationId }: Entry) {
  return conversationId === null
    ? sql`(select id as case_id, inbox_ids from cases where id = ${id})`
    : sql`(select case_id, inbox_ids from case_conversations where conversation_id = ${conversationId})`
}

function vector(languages: readonly string[], head: string, body: string, tail: string) {
  const parts = languages.map((language) => {
    const stemmer = sql.lit(language === "fr" ? "vigie_fr" : "vigie_en")
    const weighted = [
      [head, "A"],
      [body, "B"],
      [tail, "C"],
    ].flatMap(([text, weight]) => (text ? [sql`setweight(to_tsvector(${stemmer}, ${text}), ${sql.lit(weight)})`] : []))
    return weighted.length ? sql.join(weighted, sql` || `) : sql`''::tsvector`
  })
  return sql.join(parts, sql` || `)
}

export function wordsOf(entry: Entry): Record<"head" | "body" | "tail" | "all", string[]> {
  const [head, body, tail] = [plainWords(entry.head, 2_000), plainWords(entry.body), plainWords(entry.tail, 4_000)]
  return { head, body, tail, all: [...head, ...body, ...tail] }
}

/** How often a word stands in all entries is known from one entry in sixteen; new words are noted from each. */
export function countedWeight(id: string): number {
  return id.endsWith("0") ? 16 : 0
}
