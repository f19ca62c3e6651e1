import { sql } from "kysely"
import type { Reader } from "#platform"
import { wordsIn } from "../../evidence/words-in.ts"
import { fold } from "../../text/fold.ts"
import type { CalledAlarm } from "../subject.ts"

/** A product of which fewer of those who speak say something is not what they speak of. */
const SPOKEN_OF = 0.2
const FEWEST = 3
const LOOKED_AT = 500

export interface SurgeSaid {
  /** Cases that what was said is tied to, or is thought to be: those refused are left out. */
  tied: string[]
  /** How many of the surge's telling words a text has. */
  words: (text: string) => number
  /** Whether many of those who speak name this product, service or place. */
  isProduct: (label: string) => boolean
}

/** What is said in a surge, until it was called. */
export async function surgeSays(reader: Reader, { watch_id, since, called_at, evidence }: CalledAlarm): Promise<SurgeSaid> {
  const ties = await sql<{ case_id: string }>`
    select distinct t.case_id from watch_mentions w join ties t on t.mention_id = w.mention_id
     where w.watch_id = ${watch_id} and w.said_at >= ${since} and w.said_at < ${called_at} and t.state in ('proposed', 'confirmed')`.execute(
    reader.sql,
  )
  const { rows } = await sql<{ person: number; text: string }>`
    select m.person, coalesce(m.title, '') || ' ' || m.text as text from watch_mentions w join mentions m on m.id = w.mention_id
     where w.watch_id = ${watch_id} and w.said_at >= ${since} and w.said_at < ${called_at} and m.gone_at is null
     order by w.said_at desc limit ${LOOKED_AT}`.execute(reader.sql)
  const spoken = rows.map(({ person, text }) => ({ person, words: plain(text) }))
  const people = new Set(spoken.map(({ person }) => person)).size
  const telling = evidence.words.map(({ word }) => fold(word.replace(/^#/, "")))
  return {
    tied: ties.rows.map(({ case_id }) => case_id),
    words: (text) => {
      const has = new Set(wordsIn(text).map(({ word }) => word))
      return telling.filter((word) => has.has(word)).length
    },
    isProduct: (label) => {
      const name = plain(label)
      if (name.trim().length < 4) return false
      const namers = new Set(spoken.flatMap(({ person, words }) => (words.includes(name) ? [person] : []))).size
      return namers >= FEWEST && namers / people >= SPOKEN_OF
    },
  }
}

/** Words between single spaces, so that one is found in the other as a whole. */
const plain = (text: string): string =>
  ` ${wordsIn(text)
    .map(({ word }) => word)
    .join(" ")} `
