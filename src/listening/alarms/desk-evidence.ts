import { sql } from "kysely"
import { filedConversations } from "#cases"
import { customersWords, textsOfMessages } from "#conversations"
import { DAY, type Reader } from "#platform"
import type { Gathered } from "./call-alarm.ts"
import type { DeskSubject } from "./desk-subjects.ts"
import { newWords, type SaidBy } from "./new-words.ts"

const LOOKED_AT = 500
const SHOWN = 8

interface Written {
  message_id: string
  case_id: string
  opened_at: Date
  inbox_ids: string[]
  person: string
}

/** On what customers' words surge: how many write, in which words that weren't usual before, in which cases; how many of these are new. */
export async function gatherDeskEvidence(reader: Reader, subject: DeskSubject, since: Date, to: Date): Promise<Gathered> {
  const now = await written(reader, subject, since, to, null)
  const before = await written(reader, subject, new Date(since.getTime() - 7 * DAY), since, LOOKED_AT)
  const saidNow = await textsOf(reader, now.slice(0, LOOKED_AT))
  const words = newWords(saidNow, await textsOf(reader, before)).slice(0, SHOWN)
  return {
    subject: subject.kind === "inbox" ? { inbox: subject.name } : { topic: subject.name },
    inboxIds: subject.kind === "inbox" ? [subject.name] : [...new Set(now.flatMap(({ inbox_ids }) => inbox_ids))].sort(),
    posts: now.length,
    people: new Set(now.map(({ person }) => person)).size,
    words,
    sites: [],
    mentions: [],
    opened: new Set(now.filter(({ opened_at }) => opened_at >= since).map(({ case_id }) => case_id)).size,
    cases: telling(now, saidNow, words),
  }
}

/** Cases in which most of the new words are used, the latest first among equals. */
function telling(now: readonly Written[], said: readonly SaidBy[], words: readonly { word: string }[]): string[] {
  const worth = new Map<string, number>()
  for (const [n, { case_id }] of now.entries()) {
    const text = said[n]?.text.toLowerCase() ?? ""
    const used = words.filter(({ word }) => text.includes(word)).length
    worth.set(case_id, Math.max(worth.get(case_id) ?? 0, used))
  }
  return [...worth]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([id]) => id)
}

async function textsOf(reader: Reader, rows: readonly Written[]): Promise<SaidBy[]> {
  const texts = await textsOfMessages(
    reader,
    rows.map(({ message_id }) => message_id),
  )
  return rows.map(({ message_id, person }) => ({ person, text: texts.get(message_id) ?? "" }))
}

/** What customers wrote there, the latest first. */
async function written(reader: Reader, { kind, name }: DeskSubject, from: Date, to: Date, limit: number | null): Promise<Written[]> {
  const isOf = kind === "inbox" ? sql`w.inbox_ids @> array[${name}::uuid]` : sql`f.tags @> array[${name}::text]`
  const { rows } = await sql<Written>`
    select w.message_id, f.case_id, f.opened_at, w.inbox_ids, w.person
      from ${customersWords(from, to)} as w join ${filedConversations()} as f using (conversation_id)
     where ${isOf} order by w.said_at desc, w.message_id limit ${limit}`.execute(reader.sql)
  return rows
}
