import type { Counting } from "#conversations"

const SIGNS = new Intl.Segmenter("und", { granularity: "grapheme" })
const LINK = /https?:\/\/[^\s]+/gi
const FULL_NAME = /(?<=^|[^\w/])(@[\w.-]+)@[\w.-]+\w/g

/** How long a text is as its place counts: signs as a reader sees them, links and names as it says. */
export function countSigns(text: string, { link, shortNames }: Counting): number {
  const shortened = shortNames ? text.replace(FULL_NAME, "$1") : text
  const counted = link === null ? shortened : shortened.replace(LINK, "x".repeat(link))
  return [...SIGNS.segment(counted)].length
}

/** How much too long it is; 0: it fits. Bytes count as signs, where they run out first. */
export function tooLongBy(text: string, counting: Counting): number {
  const over = countSigns(text, counting) - counting.most
  const bytes = counting.bytes === null ? 0 : Buffer.byteLength(text) - counting.bytes
  return Math.max(over, bytes, 0)
}
