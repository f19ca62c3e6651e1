import { createHash } from "node:crypto"
import { fold } from "../text/fold.ts"
import { Tokens } from "../text/tokens.ts"
import { headlineOfAddress } from "../stories/address.ts"

/** A headline, and whether the page says it or only its address does. */
export interface Headline {
  headline: string
  seenAs: "title" | "address"
  hash: string
}

const LEAST_LETTERS = 4

/**
 * The headlines under which something stands: its title, and what its address says where that is something else. An article is often
 * published under one headline, given another, and keeps the address of the first.
 */
export function headlinesOf({ title, url }: { title: string | null; url: string | null }): Headline[] {
  const ofAddress = url === null ? null : headlineOfAddress(url)
  const shown = title?.trim() ? [headline(title.trim(), "title")] : []
  return title && ofAddress && saysOther(title, ofAddress) ? [...shown, headline(ofAddress, "address")] : shown
}

const headline = (words: string, seenAs: Headline["seenAs"]): Headline => ({
  headline: words.slice(0, 500).toWellFormed(),
  seenAs,
  hash: createHash("md5").update(`${seenAs}\n${words}`).digest("hex"),
})

/** Whether an address says less than half of its words as the title does. */
function saysOther(title: string, address: string): boolean {
  const told = new Set(wordsOf(title))
  const words = wordsOf(address)
  return words.length >= 3 && words.filter((word) => told.has(word)).length * 2 < words.length
}

/** Words of four letters and more by their beginnings, and numbers. */
function wordsOf(text: string): string[] {
  const { words, count } = new Tokens().read(text)
  return words
    .slice(0, count)
    .map(fold)
    .filter((word) => word.length >= LEAST_LETTERS || /^\d{2,}$/.test(word))
    .map((word) => word.slice(0, 6))
}
