import { resolveAddress } from "./addresses.ts"
import type { Enclosure, FeedLink } from "./feed.ts"
import { children, textOf, type XmlNode } from "./xml/node.ts"

/** The links of a feed or an item, of Atom's kind and of RSS's; the main one first where it is known. */
export function linksOf(node: XmlNode): FeedLink[] {
  return [...children(node, "link"), ...children(node, "atom:link"), ...children(node, "media:link")].flatMap((each) => linkOf(each) ?? [])
}

function linkOf(node: XmlNode): FeedLink | null {
  const told = (name: string) => node.attributes.get(name)?.trim() || null
  const written = told("href") ?? textOf(node) ?? told("url") ?? told("rdf:resource") ?? ""
  const href = resolveAddress(written || (told("rdf:resource") ?? ""), node.base)
  if (!href) return null
  const rel = (told("rel") ?? "alternate").replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//i, "").toLowerCase()
  return { rel, href, type: told("type"), title: told("title"), language: told("hreflang"), length: told("length") }
}

/** Where to read it: the page, not another feed, by what the links say of themselves. */
export function mainLink(links: readonly FeedLink[]): string | null {
  const alternate = links.filter(({ rel }) => rel === "alternate")
  const page = alternate.find(({ type }) => type === null || /^(?:text\/html|application\/xhtml\+xml)/i.test(type))
  return (page ?? alternate[0])?.href ?? null
}

/** What hangs on an item: RSS enclosures, Atom's links of that kind, Media RSS. */
export function enclosuresOf(node: XmlNode, links: readonly FeedLink[]): Enclosure[] {
  const groups = [node, ...children(node, "media:group")]
  const media = groups.flatMap((group) => children(group, "media:content"))
  const told = [...children(node, "enclosure"), ...media].flatMap((each) => {
    const written = each.attributes.get("url") ?? each.attributes.get("href") ?? each.attributes.get("rdf:resource") ?? ""
    const url = resolveAddress(written, each.base)
    return url ? [{ url, type: each.attributes.get("type") ?? each.attributes.get("medium") ?? null, length: lengthOf(each) }] : []
  })
  const linked = links.filter(({ rel }) => rel === "enclosure").map(({ href, type, length }) => ({ url: href, type, length }))
  return [...told, ...linked]
}

const lengthOf = ({ attributes }: XmlNode): string | null => attributes.get("length") ?? attributes.get("filesize") ?? null
