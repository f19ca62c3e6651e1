import { sql } from "kysely"
import type { Reader } from "#platform"
import { parseQuery } from "../language/parse-query.ts"
import type { QueryProblem } from "../language/problem.ts"
import { room } from "../tables.ts"
import type { HistoryMatcher } from "./history-matcher.ts"
import { type PastMention, pastMentions } from "./past-mentions.ts"

const DAYS = 31
const EXAMPLES = 5

export interface QueryPreview {
  problems: readonly QueryProblem[]
  remarks: readonly QueryProblem[]
  /** Null where the query is broken. */
  found: {
    posts: number
    people: number
    /** The earliest day first; the last is today so far. */
    days: { from: Date; posts: number; people: number }[]
    /** The latest, by their ids. */
    examples: string[]
    /** How many mentions were looked at, since which one was heard, and whether that is all of the month. */
    looked: { mentions: number; since: Date | null; isAll: boolean }
    /** Sources of which only what some watch wanted was kept: of these a new query finds less than it will. */
    partial: { id: string; name: string }[]
  } | null
}

export interface PreviewNeed {
  history: HistoryMatcher
  /** Milliseconds that may be spent on looking. */
  budget: number
  /** Kinds that keep only what a watch wants. */
  firehoses: readonly string[]
}

/** What a query would have found in the last month, by the matcher that will listen; as much of it as can be looked at in time. */
export async function previewQuery(
  reader: Reader,
  { history, budget, firehoses }: PreviewNeed,
  text: string,
  zone: string,
): Promise<QueryPreview> {
  const parsed = parseQuery(text)
  if (!parsed.query) return { problems: parsed.problems, remarks: [], found: null }
  const until = performance.now() + budget
  const days = (await dayStarts(reader, zone)).map((from) => ({ from, posts: 0, persons: new Set<number>() }))
  const people = new Set<number>()
  const examples: PastMention[] = []
  let posts = 0
  let mentions = 0
  let since: Date | null = null
  let isAll = true
  for await (const { page, found } of history.find(parsed.query, pastMentions(reader))) {
    mentions += page.length
    since = page.at(-1)?.heardAt ?? since
    for (const one of found) {
      const day = days.findLast(({ from }) => from <= one.saidAt)
      if (!day) continue
      posts++
      day.posts++
      day.persons.add(one.person)
      people.add(one.person)
      if (examples.length < EXAMPLES) examples.push(one)
    }
    if (performance.now() > until) {
      isAll = false
      break
    }
  }
  const partial = await firehosesThere(reader, firehoses)
  return {
    problems: [],
    remarks: parsed.remarks,
    found: {
      posts,
      people: people.size,
      days: days.map(({ from, posts, persons }) => ({ from, posts, people: persons.size })),
      examples: examples.map(({ id }) => id),
      looked: { mentions, since, isAll },
      partial,
    },
  }
}

/** When each of the last days began where the reader is. */
async function dayStarts(reader: Reader, zone: string): Promise<Date[]> {
  const { rows } = await sql<{ from: Date }>`
    select (date_trunc('day', ${reader.now}::timestamptz at time zone ${zone}) - make_interval(days => n)) at time zone ${zone} as "from"
      from generate_series(${DAYS - 1}::int, 0, -1) as n`.execute(reader.sql)
  return rows.map(({ from }) => from)
}

async function firehosesThere(reader: Reader, kinds: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (kinds.length === 0) return []
  return room(reader)
    .selectFrom("sources")
    .select(["id", "name"])
    .where("kind", "in", [...kinds])
    .where("removed_at", "is", null)
    .orderBy("name")
    .execute()
}
