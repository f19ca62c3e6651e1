import { resolveAddress, resolveId } from "./addresses.ts"
import { categoriesOf } from "./categories.ts"
import type { FeedPart, Generator, Picture } from "./feed.ts"
import { linksOf, mainLink } from "./links.ts"
import { peopleIn } from "./people.ts"
import type { Reader } from "./reader.ts"
import { lineOf } from "./words.ts"
import { child, children, textOf, type XmlNode } from "./xml/node.ts"

const AUTHORS = ["author", "managingeditor", "dc:creator", "dc:author", "itunes:author", "foaf:maker"]
const PUBLISHERS = ["webmaster", "dc:publisher", "publisher", "itunes:owner"]

/** Reads what feeds and items have in common, whatever format they are of: the names of all formats don't contradict each other. */
export function readPart(node: XmlNode, reader: Reader): FeedPart {
  const links = linksOf(node)
  const href = node.attributes.get("href") // CDF
  const id = child(node, "id", "guid", "dc:identifier")
  const guid = id?.name === "guid" && id.attributes.get("ispermalink")?.toLowerCase() !== "false" ? textOf(id) : ""
  const link = mainLink(links) ?? (href ? resolveAddress(href, node.base) : null) ?? (isWeb(guid) ? guid : null)
  return {
    id: (id && textOf(id) ? resolveId(textOf(id), id.base) : null) ?? node.attributes.get("rdf:about") ?? null,
    title: reader.words(node, "either", "title", "dc:title", "media:title"),
    link,
    links,
    authors: peopleIn(node, AUTHORS, resolveAddress),
    contributors: peopleIn(node, ["contributor", "dc:contributor"], resolveAddress),
    publisher: peopleIn(node, PUBLISHERS, resolveAddress)[0] ?? null,
    categories: categoriesOf(node),
    rights: reader.words(node, "either", "rights", "copyright", "dc:rights", "media:copyright"),
    license: licenseOf(node, links),
    language: languageOf(node),
    picture: pictureOf(node, reader),
    published: reader.date(node, "published", "issued", "pubdate", "dcterms:issued"),
    updated: reader.date(node, "updated", "modified", "lastbuilddate", "dcterms:modified", "dc:date") ?? lastModified(node, reader),
    created: reader.date(node, "created", "dcterms:created"),
  }
}

const isWeb = (text: string): boolean => /^https?:\/\//i.test(text)

function lastModified({ attributes }: XmlNode, reader: Reader): Date | null {
  const written = attributes.get("lastmod")
  const stamp = { name: "lastmod", attributes: new Map<string, string>(), base: null, language: null, content: [written ?? ""] }
  return written ? reader.date({ ...stamp, content: [stamp] }, "lastmod") : null
}

function languageOf(node: XmlNode): string | null {
  return lineOf(child(node, "language", "dc:language")).replace("_", "-") || node.language
}

function licenseOf(node: XmlNode, links: FeedPart["links"]): string | null {
  const told = child(node, "cc:license", "creativecommons:license", "license")
  const written = told ? (told.attributes.get("rdf:resource") ?? textOf(told)) : ""
  return written ? resolveAddress(written, told!.base) : (links.find(({ rel }) => rel === "license")?.href ?? null)
}

function pictureOf(node: XmlNode, reader: Reader): Picture | null {
  const image = child(node, "image")
  if (image && (child(image, "url") || image.attributes.has("href") || image.attributes.has("rdf:resource"))) {
    const url =
      reader.address(image, "url") ?? resolveAddress(image.attributes.get("href") ?? image.attributes.get("rdf:resource") ?? "", image.base)
    return url ? { url, title: reader.words(image, "either", "title")?.text ?? null, link: reader.address(image, "link") } : null
  }
  const other =
    child(node, "itunes:image", "media:thumbnail") ??
    children(node, "itunes:link").find(({ attributes }) => attributes.get("rel") === "image") ??
    children(node, "media:group").map((group) => child(group, "media:thumbnail"))[0]
  const url = other ? resolveAddress(other.attributes.get("href") ?? other.attributes.get("url") ?? textOf(other), other.base) : null
  return url ? { url, title: null, link: null } : null
}

export function generatorOf(node: XmlNode): Generator | null {
  const told = child(node, "generator", "admin:generatoragent")
  if (!told) return null
  const url = told.attributes.get("uri") ?? told.attributes.get("url") ?? told.attributes.get("rdf:resource")
  return { name: lineOf(told) || null, url: url ? resolveAddress(url, told.base) : null, version: told.attributes.get("version") ?? null }
}
