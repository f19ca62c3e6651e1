import type { FeedCategory } from "./feed.ts"
import { lineOf } from "./words.ts"
import { children, type XmlNode } from "./xml/node.ts"

const NAMES = ["category", "dc:subject", "media:category", "keywords"]
/** Several in one element. */
const LISTS = ["tags", "itunes:keywords", "media:keywords"]
const MOST = 200

/** What a feed or an item is filed under, in every way that feeds say it; each once. */
export function categoriesOf(node: XmlNode): FeedCategory[] {
  const found: FeedCategory[] = NAMES.flatMap((name) => children(node, name)).map((each) => ({
    term: each.attributes.get("term") ?? lineOf(each),
    scheme: each.attributes.get("scheme") ?? each.attributes.get("domain") ?? null,
    label: each.attributes.get("label") ?? null,
  }))
  for (const each of children(node, "itunes:category")) found.push(...podcastCategories(each))
  for (const each of LISTS.flatMap((name) => children(node, name)))
    for (const term of lineOf(each).split(lineOf(each).includes(",") ? "," : /\s/))
      found.push({ term: term.trim(), scheme: null, label: null })
  const known = new Set<string>()
  return found.filter(({ term, scheme }) => term && known.size < MOST && !known.has(`${term} ${scheme}`) && known.add(`${term} ${scheme}`))
}

function podcastCategories(node: XmlNode): FeedCategory[] {
  const own = { term: node.attributes.get("text") ?? lineOf(node), scheme: "http://www.itunes.com/", label: null }
  return [own, ...children(node, "itunes:category").flatMap(podcastCategories)]
}
