import type { Reader } from "#platform"
import { hitTest, WORD } from "./hit-test.ts"
import { fold } from "./plain.ts"
import type { TextQuery } from "./text-query.ts"

/** A piece of text, and whether it is what was looked for. Never HTML: whoever shows it marks the hits. */
export interface SnippetPart {
  text: string
  hit: boolean
}

const LENGTH = 220
const BEFORE = 60
const READ = 40_000

/** From each text the part around the first hit, with the hits marked. */
export async function snippets(reader: Reader, texts: readonly string[], hits: TextQuery["hits"]): Promise<SnippetPart[][]> {
  const read = texts.map((text) => text.slice(0, READ).replace(/\s+/g, " ").trim())
  const isHit = await hitTest(reader, read, hits)
  return read.map((text) => cut(text, isHit))
}

function cut(text: string, isHit: (word: string) => boolean): SnippetPart[] {
  const hits = [...text.matchAll(WORD)]
    .filter(([word]) => isHit(fold(word)))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
  const start = wordStart(text, Math.max(0, (hits[0]?.start ?? 0) - BEFORE))
  const end = wordEnd(text, Math.min(text.length, start + LENGTH))
  const parts: SnippetPart[] = []
  const add = (piece: string, hit: boolean) => piece && parts.push({ text: piece, hit })
  let at = start
  for (const hit of hits.filter((found) => found.start >= start && found.end <= end)) {
    add((at === start && start > 0 ? "…" : "") + text.slice(at, hit.start), false)
    add(text.slice(hit.start, hit.end), true)
    at = hit.end
  }
  add(text.slice(at, end) + (end < text.length ? "…" : ""), false)
  return parts
}

/** Not in the middle of a word, unless the text has no blanks. */
function wordStart(text: string, at: number): number {
  const blank = text.indexOf(" ", at)
  return at === 0 ? 0 : blank < 0 || blank > at + 30 ? at : blank + 1
}

function wordEnd(text: string, at: number): number {
  const blank = text.lastIndexOf(" ", at)
  return at === text.length ? at : blank < at - 30 ? at : blank
}
