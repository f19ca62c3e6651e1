import { ANY_WORD, headOf, RAW } from "./program.ts"
import type { Reading } from "./reading.ts"
import type { Vocabulary } from "./vocabulary.ts"

/** Gives each token at which the terms from `first` to `end` stand in a row, in order, until one is enough; whether one was. */
export function findRows(row: Int32Array, first: number, end: number, reading: Reading, isEnough: (token: number) => boolean): boolean {
  let key = first
  for (let at = first; at < end; at++) {
    if (row[at] === ANY_WORD) continue
    if (!reading.has(row[at]!)) return false
    if (row[key] === ANY_WORD) key = at
  }
  const before = key - first
  for (let place = reading.firstOf(row[key]!); place >= 0; place = reading.after(place)) {
    const token = reading.tokenAt(place) - before
    if (token >= 0 && standsAt(row, first, end, reading, token) && isEnough(token)) return true
  }
  return false
}

function standsAt(row: Int32Array, first: number, end: number, reading: Reading, token: number): boolean {
  const last = token + end - first - 1
  if (last >= reading.count || reading.positionOf(last) - reading.positionOf(token) !== last - token) return false
  for (let at = first, n = token; at < end; at++, n++) if (row[at] !== ANY_WORD && !reading.isAt(row[at]!, n)) return false
  return true
}

/**
 * As `findRows`, for words written exactly so. What has no word in it (raw:"…") is anywhere or nowhere, and has no place among words:
 * then token -1 is given.
 */
export function findRaw(
  row: Int32Array,
  pc: number,
  reading: Reading,
  vocabulary: Vocabulary,
  isEnough: (token: number) => boolean,
): boolean {
  const exact = vocabulary.nameOf(row[pc + 2]!).slice("raw:".length)
  const [lead, first, end] = [row[pc + 3]!, pc + headOf(RAW), pc + row[pc + 1]!]
  let hasWord = false
  for (let at = first; at < end; at++) if (row[at] !== ANY_WORD) hasWord = true
  if (!hasWord) return reading.isAnywhere(exact) && isEnough(-1)
  return findRows(row, first, end, reading, (token) => reading.isWritten(exact, token, lead) && isEnough(token))
}
