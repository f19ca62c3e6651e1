import type { Language } from "#words"
import { markupWords } from "../markup/to-text.ts"
import { ROOT } from "./layout.ts"
import type { PublicArticle } from "./public-articles.ts"
import { xml } from "./xml.ts"

/** What was published last, for readers of feeds (Atom, RFC 4287). */
export function atomFeed(
  language: Language,
  articles: readonly PublicArticle[],
  { origin, company }: { origin: string; company: string },
): string {
  const self = `${origin}${ROOT[language]}/feed.xml`
  const entries = articles.map(({ slug, title, body, at }) => {
    const url = `${origin}${ROOT[language]}/${slug}`
    return `<entry><id>${xml(url)}</id><title>${xml(title)}</title><link href="${xml(url)}"/><updated>${at.toISOString()}</updated><summary>${xml(summaryOf(body))}</summary></entry>`
  })
  const updated = (articles[0]?.at ?? new Date(0)).toISOString()
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${xml(self)}</id><title>${xml(company)}</title><author><name>${xml(company)}</name></author><link rel="self" href="${xml(self)}"/><link href="${xml(origin + ROOT[language])}"/><updated>${updated}</updated>${entries.join("")}</feed>\n`
}

/** The first words of an article, for search engines and feeds. */
export function summaryOf(body: string): string {
  const words = markupWords(body).replace(/\s+/g, " ").trim()
  return words.length <= 160 ? words : `${words.slice(0, 160).replace(/\s\S*$/, "")}…`
}
