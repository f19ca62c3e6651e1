export interface Facet {
  index: { byteStart: number; byteEnd: number }
  features: (
    | { $type: "app.bsky.richtext.facet#mention"; did: string }
    | { $type: "app.bsky.richtext.facet#link"; uri: string }
    | { $type: "app.bsky.richtext.facet#tag"; tag: string }
  )[]
}

const MENTION = /(?<=^|[\s(])@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi
const LINK = /(?<=^|[\s(])https?:\/\/[^\s]+/gi
const TAG =
  /(?<=^|\s)[#＃]((?!\ufe0f)[^\u20e2\s\u00AD\u2060\u200A-\u200D]*[^\u20e2\d\s\p{P}\u00AD\u2060\u200A-\u200D]+[^\u20e2\s\u00AD\u2060\u200A-\u200D]*)/gu

/**
 * Names, links and tags of a text, by UTF-8 bytes, as the network wants them told (app.bsky.richtext.facet). Names that nobody has stay
 * plain words.
 */
export async function facetsOf(text: string, didOf: (handle: string) => Promise<string | null>): Promise<Facet[]> {
  const facets: Facet[] = []
  for (const match of text.matchAll(MENTION)) {
    const did = await didOf(match[1]!.toLowerCase())
    if (did) facets.push({ index: bytesOf(text, match.index, match[0]), features: [{ $type: "app.bsky.richtext.facet#mention", did }] })
  }
  for (const match of text.matchAll(LINK)) {
    const uri = trimmed(match[0])
    if (URL.canParse(uri))
      facets.push({ index: bytesOf(text, match.index, uri), features: [{ $type: "app.bsky.richtext.facet#link", uri }] })
  }
  for (const match of text.matchAll(TAG)) {
    const tag = match[1]!.replace(/\p{P}+$/gu, "")
    if (tag.length > 0 && tag.length <= 64)
      facets.push({ index: bytesOf(text, match.index, `#${tag}`), features: [{ $type: "app.bsky.richtext.facet#tag", tag }] })
  }
  return facets.sort((a, b) => a.index.byteStart - b.index.byteStart)
}

/** A full stop that ends the sentence isn't part of the address; nor is a bracket that was opened before it. */
function trimmed(link: string): string {
  const bare = link.replace(/[.,;:!?'"»]+$/, "")
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1) : bare
}

function bytesOf(text: string, start: number, piece: string): Facet["index"] {
  const byteStart = Buffer.byteLength(text.slice(0, start))
  // The sign before a tag may be a wide one.
  return { byteStart, byteEnd: byteStart + Buffer.byteLength(text.slice(start, start + piece.length)) }
}
