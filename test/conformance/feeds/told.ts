import type { Feed, FeedItem, Words } from "#listening"

/** A field of the suite that Vigie doesn't keep. */
export const NOT_KEPT = Symbol("not kept")

type Told = unknown

/**
 * What Vigie read for a path of the suite (`entries[0]['title_detail']['value']`), by the suite's own names. Kept are the fields that a
 * mention is made of, or that say where a feed stands: words, people, addresses, dates, languages, files, what it was taken over from.
 * Not kept: how words were written (`type`, `base`: they come as text and safe HTML, links whole), places, podcast switches, ratings and
 * credits of media, forms and clouds of 1999.
 */
export function toldOf(feed: Feed, path: string): Told {
  const steps = [...path.matchAll(/\[(\d+)\]|\['([^']+)'\]|\.?([A-Za-z_]\w*)/g)].map(
    ([, index, quoted, bare]) => index ?? quoted ?? bare ?? "",
  )
  const [first = "", ...rest] = steps
  if (first === "encoding") return feed.encoding
  if (first === "version") return versionOf(feed.format)
  if (first === "feed") return fieldOf(feed, rest)
  if (first === "entries") return feed.items[Number(rest[0])] ? fieldOf(feed.items[Number(rest[0])]!, rest.slice(1)) : undefined
  return NOT_KEPT
}

const versionOf = (format: string): string =>
  format
    .replace("atom 1.0", "atom10")
    .replace("atom 0.3", "atom03")
    .replace(/rss 2\.\d/, "rss20")
    .replace("rss 1.0", "rss10")
    .replace(/^rss 0\.(9\d?)$/, "rss0$1")

type Part = Feed | FeedItem
type Field = (part: Part, rest: string[]) => Told

const words = (found: Words | null, [field = "value"]: string[]): Told =>
  field === "value" ? found : field === "language" ? found?.language : NOT_KEPT

const inFeed =
  (pick: (feed: Feed) => Told): Field =>
  (part) =>
    "items" in part ? pick(part) : NOT_KEPT
const inItem =
  (pick: (item: FeedItem, rest: string[]) => Told): Field =>
  (part, rest) =>
    "summary" in part ? pick(part, rest) : NOT_KEPT

const about: Field = (part, rest) => ("summary" in part ? words(part.summary ?? part.content, rest) : words(part.description, rest))
const category = (part: Part, [index = "0", field = "term"]: string[]): Told => Reflect.get(part.categories[Number(index)] ?? {}, field)
const person = (found: object | null | undefined, [field = "name"]: string[]): Told =>
  Reflect.get(found ?? {}, field === "href" ? "url" : field)
const whole = (found: { name: string | null; email: string | null } | null | undefined): Told =>
  found?.name && found.email ? `${found.name} (${found.email})` : (found?.name ?? found?.email)
const link = (found: object | undefined, [field = "href"]: string[]): Told =>
  Reflect.get(found ?? {}, field === "hreflang" ? "language" : field)
const generator = (part: { generator: object | null }, [field = "name"]: string[]): Told =>
  Reflect.get(part.generator ?? {}, field === "href" ? "url" : field)

const FIELDS: Readonly<Record<string, Field>> = {
  title: (part) => part.title,
  title_detail: (part, rest) => words(part.title, rest),
  description: about,
  summary: about,
  summary_detail: about,
  subtitle: about,
  subtitle_detail: about,
  tagline: about,
  tagline_detail: about,
  info: inFeed(({ info }) => info),
  info_detail: (part, rest) => ("items" in part ? words(part.info, rest) : NOT_KEPT),
  rights: (part) => part.rights,
  rights_detail: (part, rest) => words(part.rights, rest),
  copyright: (part) => part.rights,
  copyright_detail: (part, rest) => words(part.rights, rest),
  content: inItem((item, rest) => words(item.content ?? item.summary, rest.slice(1))),
  link: (part) => part.link,
  links: (part, [index = "0", ...rest]) => link(part.links[Number(index)], rest),
  id: (part) => part.id,
  guid: (part) => part.id,
  language: (part) => part.language,
  author: (part) => whole(part.authors[0]),
  author_detail: (part, rest) => person(part.authors[0], rest),
  authors: (part, [index = "0", ...rest]) => person(part.authors[Number(index)], rest),
  contributors: (part, [index = "0", ...rest]) => person(part.contributors[Number(index)], rest),
  publisher: (part) => whole(part.publisher),
  publisher_detail: (part, rest) => person(part.publisher, rest),
  tags: category,
  category: (part) => part.categories[0]?.term,
  updated: (part) => part.updated,
  modified: (part) => part.updated,
  published: (part) => part.published,
  created: (part) => part.created,
  expired: inItem(({ expires }) => expires),
  license: (part) => part.license,
  generator: inFeed((feed) => generator(feed, [])),
  generator_detail: (part, rest) => ("items" in part ? generator(part, rest) : NOT_KEPT),
  image: (part, [field = "href"]) => Reflect.get(part.picture ?? {}, field === "href" ? "url" : field),
  icon: inFeed(({ icon }) => icon),
  logo: inFeed(({ logo }) => logo),
  docs: inFeed(({ docs }) => docs),
  newlocation: inFeed(({ movedTo }) => movedTo),
  comments: inItem(({ comments }) => comments),
  enclosures: inItem((item, [index = "0", field = "url"]) =>
    Reflect.get(item.enclosures[Number(index)] ?? {}, field === "href" ? "url" : field),
  ),
  source: inItem((item, rest) => (item.source ? sourceField(item.source, rest) : undefined)),
}

function sourceField(source: NonNullable<FeedItem["source"]>, [field = "title", ...rest]: string[]): Told {
  if (field === "href") return source.link
  if (field === "generator" || field === "generator_detail") return generator(source, rest)
  if (field.startsWith("subtitle")) return words(source.subtitle, rest)
  if (field in source && !["title", "rights", "authors", "contributors", "links", "categories"].includes(field))
    return Reflect.get(source, field)
  return FIELDS[field] ? FIELDS[field](asItem(source), rest) : NOT_KEPT
}

/** A source has the fields of an item, as far as it has them. */
function asItem(source: NonNullable<FeedItem["source"]>): FeedItem {
  const none = {
    publisher: null,
    license: null,
    language: null,
    picture: null,
    published: null,
    created: null,
    summary: null,
    content: null,
  }
  return { ...none, ...source, comments: null, enclosures: [], expires: null, source: null, rating: null, replyTo: null }
}

function fieldOf(part: Part, [field = "", ...rest]: string[]): Told {
  const known = FIELDS[field]
  return known ? known(part, rest) : NOT_KEPT
}
