import { valueOf } from "../language/leaves.ts"
import { hostOf } from "../text/links.ts"
import type { Text } from "../text/text.ts"
import type { Kind } from "./kinds.ts"

/** What a text was seen to have while its words were read. */
export interface Seen {
  links: string[]
  hashtags: boolean
  handles: boolean
  emoji: boolean
}

/** The site of a text and every site that it is part of: `shop.acme.example`, `acme.example`, `example`. */
export function hostsOf({ site, url }: Text): string[] {
  const host = hostOf(site || url || "")
  const parts = host.split(".")
  return host === "" ? [] : parts.map((_, n) => parts.slice(n).join("."))
}

/** The values by which queries ask for a text: its language with and without region, source, country, what it has. */
export function factsOf(text: Text, seen: Seen): [Kind, string][] {
  const facts: [Kind, string][] = []
  const add = (kind: Kind, value: string) => value !== "" && facts.push([kind, value])
  if (text.lang) {
    const lang = valueOf("lang", text.lang)
    const [language = ""] = lang.split("-")
    add("lang:", lang)
    if (language !== lang) add("lang:", language)
  }
  for (const source of typeof text.source === "string" ? [text.source] : (text.source ?? [])) add("source:", valueOf("source", source))
  if (text.country) add("country:", valueOf("country", text.country))
  for (const thing of text.has ?? []) add("has:", valueOf("has", thing))
  const met = { link: seen.links.length > 0, hashtag: seen.hashtags, handle: seen.handles, emoji: seen.emoji }
  for (const [thing, isThere] of Object.entries(met)) if (isThere) add("has:", thing)
  for (const field of ["title", "author", "url", "rating", "followers", "country", "lang"] as const)
    if (text[field] !== undefined && text[field] !== null && text[field] !== "") add("has:", field)
  return facts
}
