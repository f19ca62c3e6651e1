import type { Feed } from "../../feeds/feed.ts"

/** Where a feed tells of news (WebSub): the hub to ask, and the address by which the hub knows the feed. */
export interface Announced {
  hub: string
  topic: string
}

/**
 * What an answer's `Link` headers announce, else what the feed itself does (WebSub §4: a hub and a self, the headers count before the
 * body). Null where no hub is named.
 */
export function announcedBy(headers: Headers, feed: Pick<Feed, "hubs" | "self">, url: string): Announced | null {
  const links = linksOf(headers.get("link") ?? "", url)
  const hub = [...links.filter(({ rel }) => rel === "hub").map(({ href }) => href), ...feed.hubs].find(isWeb)
  const self = [links.find(({ rel }) => rel === "self")?.href, feed.self].find((each) => each && isWeb(each))
  return hub ? { hub, topic: self ?? url } : null
}

/** The links of a `Link` header (RFC 8288 §3), one for each of their relations. */
function linksOf(header: string, base: string): { href: string; rel: string }[] {
  return [...header.slice(0, 10_000).matchAll(/<([^<>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^",;\s]*))*)/g)].flatMap(
    ([, target = "", parameters = ""]) => {
      const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^",;\s]*))/i.exec(parameters)
      const href = URL.canParse(target, base) ? new URL(target, base).href : null
      return href === null
        ? []
        : (rel?.[1] ?? rel?.[2] ?? "")
            .toLowerCase()
            .split(/\s+/)
            .map((each) => ({ href, rel: each }))
    },
  )
}

const isWeb = (address: string): boolean => /^https?:\/\//i.test(address)
