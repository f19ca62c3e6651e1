import { Parser } from "htmlparser2"

const FEED_TYPE = /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|application\/xml|text\/xml)\b/i

/** The feed that a page names as its own (`<link rel="alternate">`), the first where it names several; null where it names none. */
export function findFeed(html: string, pageUrl: string): string | null {
  let base = pageUrl
  let found: string | null = null
  const parser = new Parser({
    onopentag(name, { rel = "", type = "", href = "" }) {
      if (name === "base" && href) base = URL.parse(href, pageUrl)?.href ?? base
      const isFeed = name === "link" && /\balternate\b/i.test(rel) && FEED_TYPE.test(type.trim())
      if (!isFeed || found !== null) return
      const url = URL.parse(href.trim(), base)
      if (url && /^https?:$/.test(url.protocol)) found = url.href
    },
  })
  parser.end(html.slice(0, 500_000))
  return found
}
