import { child, type XmlNode } from "./xml/node.ts"

/** What a feed is written in, by its outermost element: `rss 2.0`, `atom 1.0`, `rss 1.0`, `cdf` … */
export function formatOf(outer: XmlNode): string {
  const version = outer.attributes.get("version")?.trim() ?? ""
  if (outer.name === "rss" || outer.name === "item") return version && version.length < 10 ? `rss ${version}` : "rss"
  if (outer.name === "rdf:rdf") return /netscape\.com/i.test(outer.attributes.get("xmlns") ?? "") ? "rss 0.90" : "rss 1.0"
  if (outer.name === "channel") return outer.attributes.has("href") || child(outer, "item")?.attributes.has("href") ? "cdf" : "rss"
  return version.startsWith("0.") ? `atom ${version}` : "atom 1.0"
}
