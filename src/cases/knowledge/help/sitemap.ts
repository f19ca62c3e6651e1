import type { Language } from "#words"
import { ROOT } from "./layout.ts"
import { xml } from "./xml.ts"

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
