import { sql } from "kysely"
import { casesOf, casesSaying, contactsWithoutCase } from "#cases"
import { contactsKnownAs, mergedIdsOf } from "#contacts"
import { DAY, type Reader } from "#platform"
import type { OpenSide, OwnSide, Rarity } from "../evidence/sides.ts"
import { rootOf, wordsIn } from "../evidence/words-in.ts"
import { marksOfOwn, saidIn, signsOf } from "./open-side.ts"
import type { Whose } from "./tables.ts"

/** What one mention or case is held against at most. */
export const MOST = 30
/** Cases in which something was written from so long before until so long after. */
const BEFORE = 45 * DAY
const AFTER = 15 * DAY

/**
 * What a mention may belong to: cases of people known by its signs, with its numbers, with its rarest words; and people known by its signs
 * who have no case. Each way goes through an index.
 */
export async function candidatesFor(reader: Reader, open: OpenSide): Promise<Whose[]> {
  const { numbers, ...signs } = signsOf(open)
  const contactIds = await contactsKnownAs(reader, signs)
  const author = [open.author?.name, open.author?.handle].filter(Boolean).join(" ")
  const [known, saying] = await Promise.all([
    casesOf(reader, { contactIds, numbers, each: 3 }),
    casesSaying(reader, `${saidIn(open)}\n${author}`, before(open.saidAt), after(open.saidAt), MOST),
  ])
  const cases = [...new Set([...known, ...saying])].slice(0, MOST)
  const alone = await withoutCase(reader, contactIds)
  return [...cases.map((caseId) => ({ caseId })), ...alone.map((contactId) => ({ contactId }))]
}

const PEOPLE = 10

/** Those who have no case under any of their ids, by the id that stands. */
async function withoutCase(reader: Reader, contactIds: readonly string[]): Promise<string[]> {
  const alone = new Set<string>()
  for (const id of (await contactsWithoutCase(reader, contactIds)).slice(0, PEOPLE)) {
    const [standing, ...merged] = await mergedIdsOf(reader, id)
    if (standing && (await hasNoCase(reader, [standing, ...merged]))) alone.add(standing)
  }
  return [...alone]
}

/** Whether none of these ids of one contact has a case. */
export const hasNoCase = async (reader: Reader, ids: readonly string[]): Promise<boolean> =>
  (await contactsWithoutCase(reader, ids)).length === ids.length

const before = (at: Date) => new Date(at.getTime() - BEFORE)
const after = (at: Date) => new Date(at.getTime() + AFTER)
const RAREST = 16

/** Mentions that may belong to a case or a person, among those that a watch heard lately. */
export async function mentionsFor(reader: Reader, own: OwnSide, rarity: Rarity): Promise<string[]> {
  const rare = new Map<string, number>()
  for (const { word } of wordsIn(own.words.join("\n"))) if (word.length >= 4 && !/\p{N}/u.test(word)) rare.set(rootOf(word), rarity(word))
  const roots = [...rare]
    .filter(([, share]) => share < 0.03)
    .sort(([, a], [, b]) => a - b)
    .slice(0, RAREST)
    .map(([root]) => root)
  const marks = marksOfOwn(own, own.words, roots)
  const times = own.moments.map((at) => at.getTime())
  if (times.length === 0) times.push(reader.now.getTime())
  const [from, to] = [new Date(Math.min(...times) - (own.moments.length > 0 ? AFTER : BEFORE)), new Date(Math.max(...times) + BEFORE)]
  const strong = marks.filter((mark) => !mark.startsWith("w:"))
  const within = sql`said_at between ${from} and ${to} order by said_at desc`
  // However many share a word, who shares a name, a handle or a number is among them.
  const found = await sql<{ id: string }>`
    select mention_id as id from (
      (select mention_id, marks from tie_marks where marks && ${strong}::text[] and ${within} limit 200)
      union
      (select mention_id, marks from tie_marks where marks && ${marks}::text[] and ${within} limit 400)) as met
     order by (select count(*) * 1 + count(*) filter (where m like 'h:%' or m like 'r:%') * 10 from unnest(marks) as m where m = any(${marks}::text[])) desc, mention_id desc
     limit ${MOST}`.execute(reader.sql)
  return found.rows.map(({ id }) => id)
}
