import type { Counting } from "#conversations"

const SIGNS = new Intl.Segmenter("und", { granularity: "grapheme" })
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u
const LINK = /https?:\/\/[^\s]+/gi
const FULL_NAME = /(?<=^|[^\w/])(@[\w.-]+)@[\w.-]+\w/g

const graphemes = (text: string): string[] => [...SIGNS.segment(text)].map(({ segment }) => segment)
const points = (text: string): number => [...text].length

const BY: Readonly<Record<Counting["by"], (text: string) => number>> = {
  signs: (text) => graphemes(text).length,
  points,
  units: (text) => text.length,
  bytes: (text) => Buffer.byteLength(text),
  "emoji-bytes": (text) => graphemes(text).reduce((sum, sign) => sum + (EMOJI.test(sign) ? Buffer.byteLength(sign) : points(sign)), 0),
}

/** How long a text is as its place counts it; links and names as it says. */
export function countSigns(text: string, { by, link, shortNames }: Counting): number {
  const shortened = shortNames ? text.replace(FULL_NAME, "$1") : text
  return BY[by](link === null ? shortened : shortened.replace(LINK, "x".repeat(link)))
}

/** How much too long it is; 0: it fits. Bytes count as signs, where they run out first. */
export function tooLongBy(text: string, counting: Counting): number {
  const over = countSigns(text, counting) - counting.most
  const bytes = counting.bytes === null ? 0 : Buffer.byteLength(text) - counting.bytes
  return Math.max(over, bytes, 0)
}
