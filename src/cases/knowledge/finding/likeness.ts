import { sql } from "kysely"
import type { Reader } from "#platform"
import type { Language } from "#words"
import { fold } from "../../search/plain.ts"
import { stemsOf } from "../../search/stems.ts"

/** What a case is about, as the customer says it. */
export interface Asked {
  subject: string
  /** The customer's own words, the latest first. */
  said: readonly string[]
  tags: readonly string[]
  language: Language
}

export interface Alike {
  articleId: string
  language: Language
  score: number
  /** The words of the case that it has too, the most telling first, as the customer wrote them. */
  words: string[]
  tags: string[]
}

const WORD = /[\p{L}\p{N}]+/gu
const SUBJECT = 2.5
const READ = 6000
/** A case that goes on for pages would be like everything: its most telling words count. */
const MOST_TERMS = 80
const OWN_LANGUAGE = 1.3
const SAME_TAG = 1.6
/** What people write whatever it is about. */
const IN_EVERY_MAIL = new Set(
  (
    "faire fait fais puis peux peut pouvez pourriez voudrais souhaite aimerais merci bonjour madame monsieur cordialement salutations jour jours " +
    "toujours encore bien tres plus moins tout tous toute rien votre mon avant apres sans avec chez vers depuis pendant entre comme quand aussi " +
    "alors donc deja jamais souvent before after without since while when then already never often also please thank thanks hello dear could would like want need know help still just"
  ).split(" "),
)
/** Of what is likest, what isn't a quarter as like is something else. */
const NEAR = 0.25
/** Under this, two texts have a common word and nothing in common. */
const LEAST = 1.9

/**
 * Published articles that are like a case, the likest first: each word of the case counts by how rare it is among the articles (BM25),
 * words of the subject more, common tags as words do, the case's own language a little more.
 */
export async function articlesLike(reader: Reader, asked: Asked, limit: number): Promise<Alike[]> {
  const terms = await termsOf(reader, asked)
  if (terms.length === 0 && asked.tags.length === 0) return []
  const found = await sql<{ articleId: string; language: Language; score: number; words: string[] | null; tags: string[] }>`
    with asked as (
      select * from unnest(${terms.map((t) => t.language)}::text[], ${terms.map((t) => t.term)}::text[], ${terms.map((t) => t.word)}::text[],
        ${terms.map((t) => t.weight)}::real[]) as t (language, term, word, weight)
    ), living as (
      select t.article_id, t.language, a.tags from article_texts as t join articles as a on a.id = t.article_id
      where t.published is not null and a.archived_at is null
    ), many as (select greatest(count(*), 1)::real as n from living
    ), rare as (
      select t.language, t.term, count(*)::real as df from article_terms as t join asked using (language, term) group by 1, 2
    ), met as (
      select t.article_id, t.language, asked.word,
        asked.weight * t.weight * ln(1 + (many.n - rare.df + 0.5) / (rare.df + 0.5)) as score
      from asked join article_terms as t using (language, term) join rare using (language, term) cross join many
    ), summed as (
      select article_id, language, sum(score) as score, array_agg(word order by score desc) as words from met group by 1, 2
    )
    select l.article_id as "articleId", l.language, s.words,
      array(select unnest(l.tags) intersect select unnest(${[...asked.tags]}::text[])) as tags,
      ((coalesce(s.score, 0) * case when l.language = ${asked.language} then ${OWN_LANGUAGE}::real else 1 end)
        + ${SAME_TAG}::real * cardinality(array(select unnest(l.tags) intersect select unnest(${[...asked.tags]}::text[]))))::real as score
    from living as l left join summed as s using (article_id, language)
    where s.score is not null or l.tags && ${[...asked.tags]}::text[]
    order by score desc, l.article_id limit ${limit * 3}`.execute(reader.sql)
  const best = found.rows[0]?.score ?? 0
  return onePerArticle(found.rows.map((row) => ({ ...row, words: [...new Set(row.words ?? [])] })))
    .filter(({ score, tags }) => (score >= LEAST && score >= NEAR * best) || tags.length > 0)
    .slice(0, limit)
}

/** The language in which it is likest stands for the article. */
function onePerArticle(found: readonly Alike[]): Alike[] {
  const seen = new Set<string>()
  return found.filter(({ articleId }) => !seen.has(articleId) && seen.add(articleId))
}

interface Term {
  language: Language
  term: string
  word: string
  weight: number
}

async function termsOf(reader: Reader, { subject, said }: Asked): Promise<Term[]> {
  const text = said.join("\n").slice(0, READ)
  const counts = new Map<string, { word: string; weight: number }>()
  const count = (words: string, weight: number): void => {
    for (const [word] of words.matchAll(WORD)) {
      const plain = fold(word)
      const known = counts.get(plain) ?? { word: word.toLowerCase(), weight: 0 }
      // The fourth time that a word is said adds little to the third.
      counts.set(plain, { ...known, weight: Math.min(known.weight + weight, 1.5 * Math.max(weight, known.weight)) })
    }
  }
  count(subject, SUBJECT)
  count(text, 1)
  const stems = await stemsOf(reader, [...counts.keys()])
  const terms = [...counts].flatMap(([plain, { word, weight }]): Term[] => {
    const stem = stems.get(plain)
    // Numbers are an order's or a phone's: they are nobody else's.
    if (!stem || stem.silent || plain.length < 2 || IN_EVERY_MAIL.has(plain) || /\p{N}/u.test(plain)) return []
    return (["fr", "en"] as const).flatMap((language) => {
      const term = stem[language]
      return term ? [{ language, term, word, weight }] : []
    })
  })
  return terms.toSorted((a, b) => b.weight - a.weight).slice(0, 2 * MOST_TERMS)
}
