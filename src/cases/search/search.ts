import { sql } from "kysely"
import type { Actor } from "#people"
import { readCursor, type Reader, writeCursor } from "#platform"
import { rights } from "../views-list/rights.ts"
import { candidates, enough, type Place, type Wanted } from "./candidates.ts"
import { type FindAgents, type Narrowing, narrowing } from "./case-filter.ts"
import { findCasesOnly } from "./cases-only.ts"
import { corrected } from "./correct.ts"
import { fewCases } from "./few-cases.ts"
import { type Found, presentCasesFound, presentContacts, presentEntries, type TextsOf } from "./present.ts"
import { parseQuery, type Query } from "./parse-query.ts"
import { rank } from "./rank.ts"
import type { Remark } from "./remarks.ts"
import { findContacts } from "./find-contacts.ts"
import { type TextQuery, textQuery } from "./text-query.ts"

export interface SearchDeps {
  /** The words of messages and notes, by id, for snippets. */
  textsOf: TextsOf
  findAgents: FindAgents
}

export interface SearchAsked {
  q: string
  limit: number
  cursor?: string | undefined
}

export interface SearchPage {
  items: Found[]
  next: string | null
  remarks: Remark[]
}

/** Messages, notes, cases and contacts that fit a question, the best first, among what the actor may see. */
export async function search(actor: Actor, reader: Reader, deps: SearchDeps, asked: SearchAsked): Promise<SearchPage> {
  const query = parseQuery(asked.q)
  const narrow = await narrowing(actor, reader, query.operators, deps.findAgents)
  const remarks: Remark[] = [...query.strange.map((name): Remark => ({ key: "search.unknown", values: { name } })), ...narrow.remarks]
  const text = await textQuery(reader, query.words)
  if (!text.must && !text.mustNot.length && !narrow.marks.length) {
    return { ...(await findCasesOnly(actor, reader, narrow, asked)), remarks }
  }
  const page = await searchText(actor, reader, deps, { query, narrow, text, asked })
  if (page.items.length || asked.cursor) return { ...page, remarks: [...remarks, ...page.remarks] }

  const instead = await corrected(reader, query.words)
  if (!instead) return { ...page, remarks: [...remarks, ...page.remarks] }
  const again = await searchText(actor, reader, deps, {
    query: { ...query, words: instead.words },
    narrow,
    text: await textQuery(reader, instead.words),
    asked,
  })
  return { ...again, remarks: [...remarks, ...again.remarks, ...(again.items.length ? [instead.remark] : [])] }
}

interface Understood {
  query: Query
  narrow: Narrowing
  text: TextQuery
  asked: SearchAsked
}

async function searchText(actor: Actor, reader: Reader, deps: SearchDeps, { query, narrow, text, asked }: Understood): Promise<SearchPage> {
  const caseIds = await fewCases(actor, reader, narrow)
  const positive = text.must !== null || narrow.marks.some((mark) => !mark.startsWith("!"))
  if (!positive && !caseIds) return { items: [], next: null, remarks: [{ key: "search.onlyNot", values: {} }] }

  const round = readRound(asked.cursor) ?? { now: reader.now, place: firstPlace(reader.now, narrow.before), offset: 0 }
  const parts = [text.must, ...narrow.marks.map((mark) => `(${mark})`), ...text.mustNot.map((not) => `!${not}`)].filter(
    (part) => part !== null,
  )
  const wanted: Wanted = {
    query: parts.join(" & "),
    inOrder: text.inOrder,
    rights: actor.inboxes,
    cases: narrow.cases,
    caseIds,
    after: narrow.after,
  }
  const met = caseIds?.length === 0 ? [] : await candidates(reader, wanted, round.place)
  const ranked = await rank(reader, met, text.must, round.now)
  const shown = ranked.slice(round.offset, round.offset + asked.limit)
  const [items, first] = await Promise.all([
    presentEntries(reader, deps.textsOf, shown, text.hits),
    asked.cursor ? [] : foundByName(actor, reader, query, text, shown.length === 0),
  ])
  return { items: [...first, ...items], next: nextRound(round, met, asked.limit, enough(wanted)), remarks: [] }
}

/** What stands before all else on the first page: the case with that number, the people with that name. */
async function foundByName(
  actor: Actor,
  reader: Reader,
  { words, operators }: Query,
  { hits }: TextQuery,
  alike: boolean,
): Promise<Found[]> {
  if (operators.length) return []
  const typed = words.filter(({ not }) => !not).map((word) => word.text)
  const number = typed.length === 1 && /^\d{1,15}$/.test(typed[0]!) ? Number(typed[0]) : null
  const conditions = [sql`c.number = ${number}`, ...rights(actor)]
  const numbered =
    number === null
      ? []
      : (await sql<{ id: string }>`select c.id from cases as c where ${sql.join(conditions, sql` and `)}`.execute(reader.sql)).rows
  const people = await findContacts(actor, reader, typed.join(" "), { most: 5, alike })
  return [
    ...(await presentCasesFound(
      actor,
      reader,
      numbered.map(({ id }) => id),
    )),
    ...presentContacts(people, hits),
  ]
}

/** Candidates before a place in time, ranked; pages go through them, then comes the next round. */
interface Round {
  now: Date
  place: Place
  offset: number
}

const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff"

function firstPlace(now: Date, before: Date | null): Place {
  // Clocks of other machines may be ahead by a little.
  return before
    ? { at: before.toISOString(), id: "00000000-0000-0000-0000-000000000000" }
    : { at: new Date(now.getTime() + 3_600_000).toISOString(), id: LAST_ID }
}

function readRound(cursor: string | undefined): Round | null {
  const read = readCursor(cursor, ["moment", "moment", "id", "count"])
  if (!read) return null
  const [now, at, id, offset] = read
  return { now: new Date(now), place: { at, id }, offset }
}

function nextRound({ now, place, offset }: Round, met: readonly Place[], limit: number, full: number): string | null {
  if (offset + limit < met.length) return writeCursor([now.toISOString(), place.at, place.id, offset + limit])
  const last = met.at(-1)
  return met.length === full && last ? writeCursor([now.toISOString(), last.at, last.id, 0]) : null
}
