import { sql } from "kysely"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { visibleParts } from "../visible-parts.ts"
import type { FoundContact } from "./find-contacts.ts"
import { fold } from "./plain.ts"
import type { Ranked } from "./rank.ts"
import { type SnippetPart, snippets } from "./snippet.ts"
import type { TextQuery } from "./text-query.ts"

/** What was found, as it leaves. */
export interface Found {
  kind: "message" | "note" | "contact" | "case" | "satisfaction"
  id: string
  caseId: string | null
  caseNumber: number | null
  conversationId: string | null
  subject: string
  contactId: string | null
  snippet: SnippetPart[]
  at: Date | null
  score: number
}

/** The words that were newly written in these messages and notes. Ids that are not there are left out. */
export type TextsOf = (reader: Reader, found: { messages: readonly string[]; notes: readonly string[] }) => Promise<Map<string, string>>

export async function presentEntries(
  reader: Reader,
  textsOf: TextsOf,
  ranked: readonly Ranked[],
  hits: TextQuery["hits"],
): Promise<Found[]> {
  if (ranked.length === 0) return []
  const ids = (kind: string) => ranked.filter((entry) => entry.kind === kind).map(({ id }) => id)
  const [texts, cases] = await Promise.all([
    textsOf(reader, { messages: ids("message"), notes: ids("note") }),
    casesOf(
      reader,
      ranked.map(({ caseId }) => caseId),
    ),
  ])
  const cut = await snippets(
    reader,
    ranked.map((entry) => texts.get(entry.id) || entry.subject),
    hits,
  )
  return ranked.map(({ id, kind, caseId, conversationId, subject, at, score }, i) => {
    const inCase = cases.get(caseId)
    return {
      kind,
      id,
      caseId,
      caseNumber: inCase?.number ?? null,
      conversationId,
      subject: subject || (inCase?.subject ?? ""),
      contactId: inCase?.contact_id ?? null,
      snippet: cut[i] ?? [],
      at,
      score,
    }
  })
}

/** Contacts come first: a name is looked for more often than it is spoken of. */
export function presentContacts(contacts: readonly FoundContact[], { beginnings, stems }: TextQuery["hits"]): Found[] {
  return contacts.map(({ id, name, plain }) => {
    const words = plain.split(" ")
    const isHit = (word: string) => stems.has(word) || beginnings.some((beginning) => word.startsWith(beginning))
    const snippet = words
      .flatMap((word, i): SnippetPart[] => [
        { text: i ? " " : "", hit: false },
        { text: word, hit: isHit(fold(word)) },
      ])
      .filter(({ text }) => text)
    return {
      kind: "contact",
      id,
      caseId: null,
      caseNumber: null,
      conversationId: null,
      subject: name,
      contactId: id,
      snippet,
      at: null,
      score: 1,
    }
  })
}

export async function presentCasesFound(actor: Actor, reader: Reader, ids: readonly string[]): Promise<Found[]> {
  const cases = await casesOf(reader, ids)
  const parts = await visibleParts(actor, reader, [...cases.values()])
  return ids.flatMap((id): Found[] => {
    const found = cases.get(id)
    if (!found) return []
    const words = (parts.get(id) ?? found).last_words
    const snippet = words ? [{ text: words, hit: false }] : []
    return [
      {
        kind: "case",
        id,
        caseId: id,
        caseNumber: found.number,
        conversationId: null,
        subject: found.subject,
        contactId: found.contact_id,
        snippet,
        at: found.last_at,
        score: 1,
      },
    ]
  })
}

interface CaseShown {
  id: string
  number: number
  subject: string
  contact_id: string
  inbox_ids: string[]
  last_words: string
  last_at: Date
}

async function casesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, CaseShown>> {
  const found = await sql<CaseShown>`
    select id, number, subject, contact_id, inbox_ids, last_words, last_at from cases where id = any(${[...new Set(ids)]}::uuid[])`.execute(
    reader.sql,
  )
  return new Map(found.rows.map((row) => [row.id, row]))
}
