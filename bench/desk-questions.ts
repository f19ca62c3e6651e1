import { sql } from "kysely"
import type { Database } from "#platform"

/** One kind of question, put with other words or for another case each time. */
export interface Ask {
  metric: string
  path: (n: number) => string
}

const VIEWS = ["mine", "unassigned", "all", "waiting", "promises", "followed", "snoozed", "resolved", "spam"]

/** Questions for somebody who sees every inbox, or this one alone. */
export async function askAbout(db: Database, inbox: string | null): Promise<Ask[]> {
  const known = await whatIsThere(db, inbox)
  const turn = (values: readonly string[], n: number) => encodeURIComponent(values[n % values.length]!)
  const search = (metric: string, q: (n: number) => string): Ask => ({
    metric: `search.${metric}`,
    path: (n) => `/api/search?limit=25&q=${encodeURIComponent(q(n))}`,
  })
  const list = (metric: string, query: (n: number) => string): Ask => ({
    metric: `view.${metric}`,
    path: (n) => `/api/cases?limit=50&${query(n)}`,
  })
  const word = (words: readonly string[], n: number) => words[n % words.length]!
  const { rare, some, common, thirds, names, phrases } = known
  return [
    ...VIEWS.map((view) => list(view, () => `view=${view}`)),
    list("all.deadline", () => "view=all&sort=deadline"),
    list("filter.tag", (n) => `view=all&tag=${turn(known.tags, n)}`),
    list("filter.team-and-owner", (n) => `team=${turn(known.teams, n)}&owner=${turn(known.agents, n)}`),
    list("filter.inbox-resolved", (n) => `view=resolved&inbox=${turn(known.inboxes, n)}`),
    list("filter.contact", (n) => `contact=${turn(known.contacts, n)}`),
    { metric: "counts", path: () => "/api/views" },
    { metric: "case", path: (n) => `/api/cases/${turn(known.cases, n)}` },
    { metric: "timeline", path: (n) => `/api/cases/${turn(known.cases, n)}/timeline` },
    { metric: "messages", path: (n) => `/api/conversations/${turn(known.conversations, n)}/messages` },
    search("rare-word", (n) => `${word(rare, n)} `),
    search("word-in-1-of-100", (n) => `${word(some, n)} `),
    search("word-in-1-of-10", (n) => `${word(common, n)} `),
    search("word-in-1-of-3", (n) => `${word(thirds, n)} `),
    search("two-words", (n) => `${word(thirds, n)} ${word(common, n + 1)} `),
    search("common-and-rare", (n) => `${word(thirds, n)} ${word(rare, n)} `),
    search("phrase", (n) => `"${word(phrases, n)}"`),
    search("typing-2", (n) => word(common, n).slice(0, 2)),
    search("typing-4", (n) => word(common, n).slice(0, 4)),
    search("typing-second-word", (n) => `${word(thirds, n)} ${word(some, n).slice(0, 4)}`),
    search("name", (n) => word(names, n)),
    search("name-mistyped", (n) => word(names, n).replace(/.(.)$/, "$1")),
    search("word-mistyped", (n) => `${word(common, n).replace(/^(...)(.)(.)/, "$1$3$2")} `),
    search("from", (n) => `${word(thirds, n)} from:${word(names, n).split(" ")[0]}`),
    search("status", (n) => `${word(thirds, n)} status:${["open", "resolved", "spam", "waiting"][n % 4]}`),
    search("tag", (n) => `${word(thirds, n)} tag:${word(known.tags, n)}`),
    search("owner-me", (n) => `${word(thirds, n)} owner:me`),
    search("before", (n) => `${word(common, n)} before:2026-0${1 + (n % 9)}-15`),
    search("attachment-not", (n) => `${word(thirds, n)} has:attachment -${word(common, n)} `),
    search("number", (n) => `#${1000 + n}`),
    search("operators-alone", (n) => `status:open tag:${word(known.tags, n)}`),
  ]
}

async function whatIsThere(db: Database, inbox: string | null) {
  const texts = async (query: string): Promise<string[]> =>
    (await sql.raw<{ value: string }>(query).execute(db.read.sql)).rows.map(({ value }) => value)
  const total = Number((await texts("select count(*)::text as value from search_entries"))[0])
  const seen = inbox ? `inbox_ids @> array['${inbox}'::uuid]` : "true"
  // Words whose stem says nothing in either language are no question that anybody asks.
  const between = (low: number, high: number) =>
    texts(`select word as value from search_words where n between ${Math.floor(total * low)} and ${Math.ceil(total * high)} and length(word) > 4
      and to_tsvector('vigie_fr', word) <> '' and to_tsvector('vigie_en', word) <> '' order by md5(word) limit 30`)
  return {
    rare: await between(1e-5, 1e-4),
    some: await between(0.008, 0.012),
    common: await between(0.08, 0.14),
    thirds: await between(0.18, 0.4),
    names: await texts("select name as value from contacts order by id limit 30"),
    phrases: await texts(`select array_to_string((string_to_array(translate(new_text, '.', ''), ' '))[8:11], ' ') as value
      from messages where length(new_text) > 200 order by id limit 30`),
    tags: await texts("select name as value from tags order by name"),
    teams: await texts("select id::text as value from teams"),
    agents: await texts("select id::text as value from agents"),
    inboxes: await texts("select id::text as value from inboxes"),
    contacts: await texts(`select contact_id::text as value from cases where ${seen} order by id desc limit 30`),
    cases: await texts(`select id::text as value from cases where ${seen} order by md5(id::text) limit 60`),
    conversations: await texts(`select id::text as value from conversations where ${seen} order by md5(id::text) limit 60`),
  }
}
