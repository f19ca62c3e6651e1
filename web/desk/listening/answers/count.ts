import type { Way } from "./api.ts"

const SIGNS = new Intl.Segmenter("und", { granularity: "grapheme" })
const LINK = /https?:\/\/[^\s]+/gi
const FULL_NAME = /(?<=^|[^\w/])(@[\w.-]+)@[\w.-]+\w/g

/** How long a text is as its place counts, at once; the server counts again before anything leaves (answers/count-signs.ts). */
export function countSigns(text: string, { link, shortNames }: Way["counting"]): number {
  const shortened = shortNames ? text.replace(FULL_NAME, "$1") : text
  const counted = link === null ? shortened : shortened.replace(LINK, "x".repeat(link))
  return [...SIGNS.segment(counted)].length
}
