import { decodeFeed } from "./decode-feed.ts"
import type { Feed } from "./feed.ts"
import { readJsonFeed } from "./read-json-feed.ts"
import { readChannel } from "./read-channel.ts"
import { Reader } from "./reader.ts"
import { formatOf } from "./format.ts"
import { child, children, type XmlNode } from "./xml/node.ts"
import { readXml } from "./xml/read-xml.ts"

/** What came with the bytes, as far as it's known. */
export interface FeedContext {
  /** Where they come from; addresses are relative to it. */
  url?: string | null
  contentType?: string | null
  contentLocation?: string | null
  contentLanguage?: string | null
  /** False where only the words are wanted: making HTML safe is most of the work. */
  html?: boolean
}

export type FeedRead = { feed: Feed } | { unreadable: Unreadable }

/** Why bytes are no feed: nothing there, too much, a web page, or anything else. */
export type Unreadable = "empty" | "too-large" | "page" | "not-a-feed"

const MOST_BYTES = 20_000_000

/**
 * Reads a feed of any format and age, however broken: what can be salvaged is, and what couldn't be read as it stands is in
 * `warnings`. HTML is sanitised, addresses are whole. It never throws, fetches nothing, and takes time in proportion to the bytes.
 */
export function readFeed(bytes: Uint8Array, context: FeedContext = {}): FeedRead {
  if (bytes.length > MOST_BYTES) return { unreadable: "too-large" }
  const { text, encoding, warnings } = decodeFeed(bytes, context.contentType ?? null)
  if (!text.trim()) return { unreadable: "empty" }
  const base = baseOf(context)
  const keepsHtml = context.html ?? true
  if (/^[\s\ufeff]*\{/.test(text)) {
    const reader = new Reader({ keepsHtml })
    const feed = readJsonFeed(text, encoding, base, reader)
    return feed ? { feed: { ...feed, warnings: [...warnings, ...reader.warnings] } } : { unreadable: "not-a-feed" }
  }
  const { root, warnings: broken } = readXml(text, base, context.contentLanguage?.split(",")[0]?.trim() || null)
  const found = findChannel(root)
  if (!found) return { unreadable: /<html|<body|<!doctype html/i.test(text.slice(0, 20_000)) ? "page" : "not-a-feed" }
  const format = formatOf(found.outer)
  const reader = new Reader({ unwraps: format === "atom 1.0", keepsHtml })
  for (const warning of [...warnings, ...broken]) reader.warn(warning)
  if (found.isPart) reader.warn("feed.bare")
  const feed = readChannel(found.channel, root, reader)
  return { feed: { format, encoding, ...feed, warnings: [...reader.warnings] } }
}

function baseOf({ url, contentLocation }: FeedContext): string | null {
  const here = url ? (URL.parse(url)?.href ?? null) : null
  if (!contentLocation) return here
  return URL.parse(contentLocation.trim(), here ?? undefined)?.href ?? here
}

interface Found {
  /** The element that says what the feed is as a whole. */
  channel: XmlNode
  /** The outermost element, by which the format is known. */
  outer: XmlNode
  isPart?: boolean
}

/** The element that describes the feed. Without one, items alone are a feed as well. */
function findChannel(root: XmlNode): Found | null {
  for (const outer of children(root)) {
    if (outer.name === "feed" || outer.name === "channel") return { channel: outer, outer }
    if (outer.name === "rss" || outer.name === "rdf:rdf") return { channel: child(outer, "channel", "redirect") ?? outer, outer }
  }
  const inside = children(root).flatMap((outer) =>
    children(outer).filter(({ name }) => ["feed", "channel", "rss", "rdf:rdf"].includes(name)),
  )[0]
  if (inside) return { channel: child(inside, "channel") ?? inside, outer: inside, isPart: true }
  const bare = children(root).find(({ name }) => name === "item" || name === "entry")
  return bare ? { channel: root, outer: bare, isPart: true } : null
}
