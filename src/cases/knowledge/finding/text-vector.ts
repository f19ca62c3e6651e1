import { sql } from "kysely"
import type { Language } from "#words"
import { plainWords } from "../../search/plain.ts"
import { markupWords } from "../markup/to-text.ts"

export interface Words {
  title: string
  body: string
}

/** Stems, and the words as they stand, so that a beginning finds what its stem would hide ("remboursem" in "remboursement"). */
export function textVector(language: Language, { title, body }: Words) {
  const stemmer = sql.lit(language === "fr" ? "vigie_fr" : "vigie_en")
  const [head, text] = [plainWords(title, 2000).join(" "), plainWords(markupWords(body)).join(" ")]
  return sql`setweight(to_tsvector(${stemmer}, ${head}), 'A') || setweight(to_tsvector(${stemmer}, ${text}), 'B')
    || setweight(to_tsvector('simple', ${`${head} ${text}`}), 'D')`
}
