import { sql } from "kysely"
import { fitJson } from "#platform"
import { hashOfKey, personOf } from "../mentions/mention-row.ts"
import type { Heard, PassedOn, Reading } from "../sources/source.ts"
import type { Mention, Source } from "../tables.ts"
import type { Hearing } from "./take-in.ts"

type Words = Pick<Mention, "url" | "site" | "title" | "text" | "language" | "country" | "media">

/**
 * What a reading says was passed on, with the words of what it passes on: only where these are kept, or were said in the same reading. The
 * same by the same person a second time is nothing new. A whole network's reposts cost one look at an index, and no memory.
 */
export async function passedOnOf(
  { db, others }: Pick<Hearing, "db" | "others">,
  { id, kind }: Pick<Source, "id" | "kind">,
  { heard, passedOn = [] }: Pick<Reading, "heard" | "passedOn">,
): Promise<Heard[]> {
  if (passedOn.length === 0) return []
  const once = [...new Map(passedOn.map((one) => [`${one.author.key} ${one.of}`, one])).values()]
  const asked = once.map(({ of, author }, n) => ({ n, hash: hashOfKey(of), of, person: personOf(kind, author.key, "") }))
  const { rows } = await sql<Words & { n: number; again: boolean }>`
    select asked.n, m.url, m.site, m.title, m.text, m.language, m.country, m.media,
           exists (select from mentions r where r.person = asked.person and r.source_id = m.source_id and r.repost_of = asked.of) as again
      from json_to_recordset(${fitJson(asked)}::json) as asked (n int, hash uuid, of text, person bigint)
      join mentions m on m.source_id = ${id} and m.key_hash = asked.hash
     where m.gone_at is null and m.ours_at is null and m.repost_of is null`.execute(db.read.sql)
  const kept = new Map(rows.map((row) => [row.n, row]))
  const now = await saidNow(heard, once, others)
  return once.flatMap((one, n) => {
    const words = kept.get(n)
    if (words?.again) return []
    const of = words ?? now.get(one.of)
    return of ? [repostOf(one, of)] : []
  })
}

/** What others said in this very reading and was passed on in it. */
async function saidNow(heard: readonly Heard[], passedOn: readonly PassedOn[], others: Hearing["others"]): Promise<Map<string, Heard>> {
  const keys = new Set(passedOn.map(({ of }) => of))
  const found = heard.filter(({ key }) => keys.has(key))
  return new Map((found.length > 0 ? await others(found) : []).map((one) => [one.key, one]))
}

function repostOf(
  { key, of, author, publishedAt }: PassedOn,
  { url, site, title, text, language, country, media }: Pick<Heard, keyof Words>,
): Heard {
  return {
    key,
    kind: "post",
    url,
    site,
    title,
    text,
    language,
    country,
    media,
    rating: null,
    author,
    publishedAt,
    repostOf: of,
    replyTo: null,
  }
}
