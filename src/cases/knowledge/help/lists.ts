import type { Language } from "#words"
import { markupWords } from "../markup/to-text.ts"
import { ROOT } from "./layout.ts"
import type { PublicArticle } from "./public-articles.ts"

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" }
/** Text inside XML; what XML 1.0 can't hold is left out. */
const xml = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "").replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)

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

/** Every public article in each of its languages (sitemaps.org, with Google's alternates). */
export function sitemap(all: readonly { id: string; language: Language; slug: string; at: Date }[], origin: string): string {
  const byArticle = Map.groupBy(all, ({ id }) => id)
  const url = ({ language, slug }: { language: Language; slug: string }): string => xml(`${origin}${ROOT[language]}/${slug}`)
  const urls = all.map((one) => {
    const versions = byArticle.get(one.id) ?? []
    const links = versions.length > 1 ? versions.map((v) => `<xhtml:link rel="alternate" hreflang="${v.language}" href="${url(v)}"/>`) : []
    return `<url><loc>${url(one)}</loc><lastmod>${one.at.toISOString().slice(0, 10)}</lastmod>${links.join("")}</url>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join("")}</urlset>\n`
}

/** The first words of an article, for search engines and feeds. */
export function summaryOf(body: string): string {
  const words = markupWords(body).replace(/\s+/g, " ").trim()
  return words.length <= 160 ? words : `${words.slice(0, 160).replace(/\s\S*$/, "")}…`
}
