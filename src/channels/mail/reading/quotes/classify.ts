import { attributionLines } from "./attribution.ts"
import { isHeaderBlock } from "./header-labels.ts"
import { historyMark, isRuler } from "./history-marks.ts"
import { signatureStart } from "./signature.ts"
import type { TextLine } from "./text-line.ts"

/** Whose a line is: the writer's own, of an earlier mail, or part of a signature. */
export type LineKind = "own" | "quote" | "signature"

export interface Classified {
  kinds: LineKind[]
  /** An earlier mail was passed on, rather than answered. */
  forwarded: boolean
}

/**
 * Goes down the lines once. What mail programs mark as history is history; below a line that introduces the earlier mail, all is; an
 * attribution takes what is quoted under it, or everything when nothing is.
 */
export function classify(lines: readonly TextLine[]): Classified {
  const texts = lines.map((line) => line.text)
  const kinds: LineKind[] = lines.map(() => "own")
  let forwarded = false
  for (let at = 0; at < lines.length; at++) {
    const { text, role } = lines[at]!
    const mark = historyMark(text)
    if (role === "quote" || role === "attribution" || isQuoted(text)) {
      kinds[at] = "quote"
      forwarded ||= mark === "forwarded"
    } else if (role === "signature") {
      kinds[at] = "signature"
    } else if (mark || isHeaderBlock(texts, at)) {
      forwarded ||= mark !== "answered"
      kinds.fill("quote", startOfRulers(texts, at))
      break
    } else {
      const attribution = attributionLines(texts, at)
      if (!attribution) continue
      const following = lines[nextFilled(texts, at + attribution)]
      if (following && !isQuoted(following.text) && following.role === "own") {
        kinds.fill("quote", at)
        break
      }
      kinds.fill("quote", at, at + attribution)
      at += attribution - 1
    }
  }
  markSignatures(texts, kinds)
  return { kinds, forwarded }
}

/** `>` at the start of a line, two spaces before it at most. */
function isQuoted(text: string): boolean {
  return /^ {0,2}>/.test(text)
}

function nextFilled(texts: readonly string[], from: number): number {
  let at = from
  while (at < texts.length && !texts[at]!.trim()) at++
  return at
}

function startOfRulers(texts: readonly string[], at: number): number {
  let start = at
  while (start > 0 && (isRuler(texts[start - 1]!) || !texts[start - 1]!.trim())) start--
  return start
}

/** Each stretch of own words may end in a signature. */
function markSignatures(texts: readonly string[], kinds: LineKind[]): void {
  for (let start = 0; start < kinds.length;) {
    let end = start
    while (end < kinds.length && kinds[end] === "own") end++
    if (end > start) {
      const signature = start + signatureStart(texts.slice(start, end))
      kinds.fill("signature", signature, end)
    }
    start = end + 1
  }
}
