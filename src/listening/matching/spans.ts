import { ALL, ANY, ANY_WORD, headOf, NEAR, OR, RAW, ROW } from "./program.ts"
import type { Reading } from "./reading.ts"
import { findRaw, findRows } from "./rows.ts"
import type { Vocabulary } from "./vocabulary.ts"

/** Stretches of a text by their first and last position, one pair after the other, in order of the first. */
type Spans = readonly number[]

/** More of them in one text than any reader would follow; the first are kept. Of NEARs within NEARs fewer, which multiply. */
const MOST = 20_000
const MOST_NEAR = 1_000

export function isNear(row: Int32Array, pc: number, reading: Reading, vocabulary: Vocabulary): boolean {
  return near(row, pc, reading, vocabulary, 1).length > 0
}

/** The stretches at which a NEAR holds, from the first word of one side to the last of the other; no more than asked for. */
function near(row: Int32Array, pc: number, reading: Reading, vocabulary: Vocabulary, most: number): Spans {
  const left = pc + headOf(NEAR)
  if (!couldBe(row, left, reading) || !couldBe(row, left + row[left + 1]!, reading)) return []
  const lefts = spansOf(row, left, reading, vocabulary)
  if (lefts.length === 0) return []
  const rights = spansOf(row, left + row[left + 1]!, reading, vocabulary)
  const [isOrdered, distance] = [row[pc + 2] === 1, row[pc + 3]!]
  const found: number[] = []
  const known = new Set<number>()
  const longest = longestOf(rights)
  for (let l = 0; l < lefts.length; l += 2) {
    const [start, end] = [lefts[l]!, lefts[l + 1]!]
    const from = firstFrom(rights, start - distance - longest)
    for (let r = from; r < rights.length && rights[r]! <= end + 1 + distance; r += 2) {
      const isAfter = rights[r]! > end
      const isBefore = !isOrdered && rights[r + 1]! < start && start - rights[r + 1]! - 1 <= distance
      if (!isAfter && !isBefore) continue
      const [first, last] = isAfter ? [start, rights[r + 1]!] : [rights[r]!, end]
      const key = first * 2 ** 26 + last
      if (known.has(key)) continue
      known.add(key)
      found.push(first, last)
      if (found.length >= 2 * most) return found
    }
  }
  return inOrder(found)
}

/** How many positions the longest stretch has. */
function longestOf(spans: Spans): number {
  let longest = 0
  for (let n = 0; n < spans.length; n += 2) longest = Math.max(longest, spans[n + 1]! - spans[n]! + 1)
  return longest
}

/** The index of the first stretch that begins at this position or later. */
function firstFrom(spans: Spans, position: number): number {
  let [low, high] = [0, spans.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[2 * middle]! < position) low = middle + 1
    else high = middle
  }
  return 2 * low
}

/** Whether the terms that a part needs are in the text at all, wherever. */
function couldBe(row: Int32Array, pc: number, reading: Reading): boolean {
  const operation = row[pc]!
  const end = pc + row[pc + 1]!
  const isAnyEnough = operation === ANY || operation === OR
  for (let at = pc + headOf(operation); at < end; at += operation <= RAW ? 1 : row[at + 1]!) {
    const isThere = operation <= RAW ? row[at] === ANY_WORD || reading.has(row[at]!) : couldBe(row, at, reading)
    if (isThere === isAnyEnough) return isAnyEnough
  }
  return !isAnyEnough
}

/** The stretches at which a part that has a place in the text stands; of terms that have none, like a language, none. */
export function spansOf(row: Int32Array, pc: number, reading: Reading, vocabulary: Vocabulary): Spans {
  const operation = row[pc]!
  const end = pc + row[pc + 1]!
  const first = pc + headOf(operation)
  if (operation === NEAR) return near(row, pc, reading, vocabulary, MOST_NEAR)
  const found: number[] = []
  if (operation === ANY || operation === ALL) {
    for (let at = first; at < end; at++) addPlaces(row[at]!, reading, found)
  } else if (operation === OR) {
    for (let at = first; at < end; at += row[at + 1]!) for (const each of spansOf(row, at, reading, vocabulary)) found.push(each)
    return inOrder(found)
  } else {
    const last = end - first - 1
    const add = (token: number) => {
      if (token >= 0) found.push(reading.positionOf(token), reading.positionOf(token) + last)
      return found.length >= 2 * MOST
    }
    if (operation === ROW) findRows(row, first, end, reading, add)
    else if (operation === RAW) findRaw(row, pc, reading, vocabulary, add)
    else throw new Error(`operation ${operation} has no place in a text`)
    return found
  }
  return end - first === 1 ? found : inOrder(found)
}

function addPlaces(term: number, reading: Reading, found: number[]): void {
  for (let place = reading.firstOf(term); place >= 0; place = reading.after(place)) {
    const position = reading.positionOf(reading.tokenAt(place))
    found.push(position, position)
  }
}

function inOrder(spans: number[]): Spans {
  if (spans.length <= 2) return spans
  const pairs: [number, number][] = []
  for (let n = 0; n < spans.length; n += 2) pairs.push([spans[n]!, spans[n + 1]!])
  return pairs
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .slice(0, MOST)
    .flat()
}
