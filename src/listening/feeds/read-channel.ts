import type { Feed } from "./feed.ts"
import { generatorOf, readPart } from "./read-part.ts"
import { periodOf } from "./period.ts"
import { readItem } from "./read-item.ts"
import type { Reader } from "./reader.ts"
import { children, type XmlNode } from "./xml/node.ts"

const ITEMS = new Set(["item", "entry"])
const MOST_ITEMS = 2_000

/** A feed and its items, from the element that describes it and all that may hold items. */
export function readChannel(channel: XmlNode, root: XmlNode, reader: Reader): Omit<Feed, "format" | "encoding" | "warnings"> {
  const part = readPart(channel, reader)
  const isAtom = channel.name === "feed"
  return {
    ...part,
    description: reader.words(
      channel,
      isAtom ? "text" : "html",
      "subtitle",
      "tagline",
      "description",
      "dc:description",
      "abstract",
      "itunes:summary",
      "itunes:subtitle",
    ),
    info: reader.words(channel, "text", "info"),
    icon: reader.address(channel, "icon"),
    logo: reader.address(channel, "logo"),
    generator: generatorOf(channel),
    docs: reader.address(channel, "docs"),
    self: part.links.find(({ rel }) => rel === "self")?.href ?? null,
    movedTo: reader.address(channel, "itunes:new-feed-url", "newlocation"),
    hubs: part.links.filter(({ rel }) => rel === "hub").map(({ href }) => href),
    period: periodOf(channel),
    items: itemsIn(root, reader).map((item) => readItem(item, reader)),
  }
}

/** The items wherever they stand: in the channel, beside it (RSS 1.0), in a list (RSS 1.1), or in one another where an end is missing. */
function itemsIn(root: XmlNode, reader: Reader): XmlNode[] {
  const found: XmlNode[] = []
  const look = (node: XmlNode, depth: number) => {
    for (const each of children(node)) {
      if (ITEMS.has(each.name) && found.length >= MOST_ITEMS) return reader.warn("items.cut")
      if (ITEMS.has(each.name)) found.push(each)
      if (depth < 12 && (ITEMS.has(each.name) || HOLDERS.has(each.name))) look(each, depth + 1)
    }
  }
  look(root, 0)
  return found
}

const HOLDERS = new Set(["rss", "channel", "feed", "rdf:rdf", "items", "html", "body", "xml"])
