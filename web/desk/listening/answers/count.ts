import type { Way } from "./api.ts"

const SIGNS = new Intl.Segmenter("und", { granularity: "grapheme" })
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u
const LINK = /https?:\/\/[^\s]+/gi
const FULL_NAME = /(?<=^|[^\w/])(@[\w.-]+)@[\w.-]+\w/g

const graphemes = (text: string): string[] => [...SIGNS.segment(text)].map(({ segment }) => segment)
const points = (text: string): number => [...text].length
const bytes = (text: string): number => new TextEncoder().encode(text).length

const BY: Readonly<Record<Way["counting"]["by"], (text: string) => number>> = {
  signs: (text) => graphemes(text).length,
  points,
  units: (text) => text.length,
  bytes,
  "emoji-bytes": (text) => graphemes(text).reduce((sum, sign) => sum + (EMOJI.test(sign) ? bytes(sign) : points(sign)), 0),
}

/** How long a text is as its place counts, at once; the server counts again before anything leaves (answers/count-signs.ts). */
export function countSigns(text: string, { by, link, shortNames }: Way["counting"]): number {
  const shortened = shortNames ? text.replace(FULL_NAME, "$1") : text
  return BY[by](link === null ? shortened : shortened.replace(LINK, "x".repeat(link)))
}
