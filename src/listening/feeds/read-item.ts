import { resolveAddress } from "./addresses.ts"
import type { FeedItem, ItemSource, Words } from "./feed.ts"
import { enclosuresOf } from "./links.ts"
import { generatorOf, readPart } from "./read-part.ts"
import type { Reader } from "./reader.ts"
import { child, children, textOf, type XmlNode } from "./xml/node.ts"

const CONTENTS = ["content:encoded", "content", "body", "xhtml:body", "fullitem"]

/** One item, entry or ITEM of a feed. */
export function readItem(node: XmlNode, reader: Reader): FeedItem {
  const part = readPart(node, reader)
  const about = child(node, "description", "dc:description", "abstract")
  const summary = reader.wordsOf(about, "html") ?? reader.words(node, atomUnsaid(node), "summary") ?? shortWords(node, reader)
  // An item with a description whose summary is another text has two: the longer is what it says.
  const second = about ? reader.words(node, "html", "summary") : null
  const rating = Number(textOf(child(node, "im:rating")))
  return {
    ...part,
    summary,
    content: contentOf(node, reader) ?? second,
    comments: reader.address(node, "comments"),
    enclosures: enclosuresOf(node, part.links),
    expires: reader.date(node, "expirationdate"),
    source: sourceOf(child(node, "source"), reader),
    rating: rating > 0 ? rating : null,
    replyTo: replyOf(child(node, "thr:in-reply-to")),
  }
}

/** Atom's words are text unless they say otherwise; those of RSS are HTML without saying so. */
const atomUnsaid = (node: XmlNode): "text" | "html" => (node.name === "entry" ? "text" : "html")

function contentOf(node: XmlNode, reader: Reader): Words | null {
  for (const name of CONTENTS) {
    for (const each of children(node, name)) {
      const words = reader.wordsOf(each, name === "content" ? atomUnsaid(node) : "html")
      if (words) return words
    }
  }
  return null
}

function shortWords(node: XmlNode, reader: Reader): Words | null {
  const told = reader.words(node, "html", "itunes:summary", "itunes:subtitle", "media:description", "media:text")
  return told ?? children(node, "media:group").flatMap((group) => reader.words(group, "html", "media:description") ?? [])[0] ?? null
}

function sourceOf(node: XmlNode | null, reader: Reader): ItemSource | null {
  if (!node) return null
  const { id, title, link, links, authors, contributors, categories, rights, updated } = readPart(node, reader)
  const url = node.attributes.get("url")
  return {
    id,
    title: title ?? (children(node).length ? null : reader.wordsOf(node, "either")),
    subtitle: reader.words(node, "text", "subtitle", "tagline"),
    rights,
    link: link ?? (url ? resolveAddress(url, node.base) : null),
    links,
    authors,
    contributors,
    categories,
    icon: reader.address(node, "icon"),
    logo: reader.address(node, "logo"),
    generator: generatorOf(node),
    updated,
  }
}

function replyOf(node: XmlNode | null): string | null {
  return node ? (node.attributes.get("ref") ?? node.attributes.get("href") ?? null) : null
}
