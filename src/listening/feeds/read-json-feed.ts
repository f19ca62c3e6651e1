import { z } from "zod"
import { resolveAddress } from "./addresses.ts"
import type { Feed, FeedItem, FeedPart, FeedPerson, Words } from "./feed.ts"
import { readDate } from "./read-date.ts"
import type { Reader } from "./reader.ts"
import { plainWords } from "./words.ts"

const MOST_ITEMS = 2_000

/** A field that isn't what it should be is as if it weren't there: the rest of the feed is worth reading. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null)
const person = z.object({ name: text, url: text }).catch({ name: null, url: null })
const people = z.array(person).catch([])
const part = { title: text, language: text, authors: people, author: person.nullable().catch(null) }
const attachment = z.object({ url: z.string(), mime_type: text, size_in_bytes: text })
const item = z.object({
  ...part,
  id: text,
  url: text,
  external_url: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  date_published: text,
  date_modified: text,
  tags: z.array(z.string()).catch([]),
  attachments: z.array(attachment.nullable().catch(null)).catch([]),
})
const document = z.object({
  ...part,
  version: z.string().catch(""),
  home_page_url: text,
  feed_url: text,
  description: text,
  icon: text,
  favicon: text,
  hubs: z.array(z.object({ type: text, url: text })).catch([]),
  items: z.array(item.nullable().catch(null)),
})

/** Reads a JSON Feed (1.0 and 1.1); null where it isn't one. */
export function readJsonFeed(written: string, encoding: string, base: string | null, reader: Reader): Feed | null {
  const told = document.safeParse(parsed(written)).data
  if (!told) return null
  const whole = (address: string | null) => (address ? resolveAddress(address, base) : null)
  const feedBase = whole(told.home_page_url) ?? base
  if (told.items.length > MOST_ITEMS) reader.warn("items.cut")
  const readItem = (each: z.infer<typeof item>): FeedItem => {
    const date = (from: string | null) => (from ? readDate(from) : null)
    const language = each.language ?? told.language
    return {
      ...emptyPart(each, language, feedBase),
      id: each.id ?? each.url,
      link: whole(each.url) ?? whole(each.external_url),
      categories: each.tags.map((term) => ({ term, scheme: null, label: null })),
      picture: each.image ? pictureOf(whole(each.image)) : null,
      published: date(each.date_published),
      updated: date(each.date_modified),
      summary: plainWords(each.summary, language),
      content: contentOf(each, language, whole(each.url) ?? feedBase, reader),
      comments: null,
      enclosures: each.attachments.flatMap((file) => {
        const url = file && whole(file.url)
        return url ? [{ url, type: file.mime_type, length: file.size_in_bytes }] : []
      }),
      expires: null,
      source: null,
      rating: null,
      replyTo: null,
    }
  }
  return {
    ...emptyPart(told, told.language, base),
    format: `json ${/version\/(\d[\d.]*)/.exec(told.version)?.[1] ?? "1"}`,
    encoding,
    id: whole(told.feed_url),
    link: whole(told.home_page_url),
    description: plainWords(told.description, told.language),
    info: null,
    icon: whole(told.favicon),
    logo: whole(told.icon),
    picture: pictureOf(whole(told.icon)),
    generator: null,
    docs: null,
    self: whole(told.feed_url),
    movedTo: null,
    hubs: told.hubs.flatMap(({ type, url }) => (type?.toLowerCase() === "websub" ? (whole(url) ?? []) : [])),
    period: null,
    items: told.items.slice(0, MOST_ITEMS).flatMap((each) => (each ? readItem(each) : [])),
    warnings: [],
  }
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return null // cut off, or never JSON
  }
}

const pictureOf = (url: string | null): FeedPart["picture"] => (url ? { url, title: null, link: null } : null)

function emptyPart(
  told: { title: string | null; authors: Told[]; author: Told | null },
  language: string | null,
  base: string | null,
): FeedPart {
  const authors = (told.authors.length ? told.authors : [told.author ?? { name: null, url: null }]).flatMap((each): FeedPerson[] =>
    each.name || each.url ? [{ name: each.name, email: null, url: each.url ? resolveAddress(each.url, base) : null }] : [],
  )
  const none = { id: null, link: null, links: [], contributors: [], publisher: null, categories: [], rights: null, license: null }
  return {
    ...none,
    title: plainWords(told.title, language),
    authors,
    language,
    picture: null,
    published: null,
    updated: null,
    created: null,
  }
}

type Told = z.infer<typeof person>

function contentOf(each: z.infer<typeof item>, language: string | null, base: string | null, reader: Reader): Words | null {
  if (!each.content_html) return plainWords(each.content_text, language)
  const html = reader.html(each.content_html, base)
  return { text: each.content_text ?? reader.plain(each.content_html), html, language }
}
