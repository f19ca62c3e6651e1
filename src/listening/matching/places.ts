import type { Span, Query } from "../language/ast.ts"
import type { Text } from "../text/text.ts"
import { compile } from "./compile.ts"
import { holds } from "./evaluate.ts"
import { headOf, NOT, RANGE, RAW } from "./program.ts"
import { Reading } from "./reading.ts"
import { spansOf } from "./spans.ts"
import { Vocabulary } from "./vocabulary.ts"

/** Where a query is found in a text, so that it can be shown: in the title and in the text, in order, apart from each other. */
export interface Places {
  title: Span[]
  text: Span[]
}

/**
 * The words by which a text satisfies a query; nothing when it doesn't. Each word, phrase or wildcard is shown wherever it stands, of an
 * OR every branch that holds. The places are of the texts in Unicode's composed form (NFC), which nearly every text is in.
 */
export function placesOf(query: Query, text: Text): Places {
  const vocabulary = new Vocabulary()
  const row = Int32Array.from(compile(query, vocabulary))
  const reading = new Reading(vocabulary)
  reading.read(text)
  const places: Places = { title: [], text: [] }
  for (const pc of leavesOf(row, 0, (at) => holds(row, at, reading, vocabulary))) {
    const spans = spansOf(row, pc, reading, vocabulary)
    for (let n = 0; n < spans.length; n += 2) {
      const place = reading.placeOf(spans[n]!, spans[n + 1]!)
      if (place) places[place.within].push(place.span)
    }
  }
  return { title: joined(places.title), text: joined(places.text) }
}

/** The leaves by which it holds: not what is excluded, nor a branch that doesn't hold. */
function leavesOf(row: Int32Array, pc: number, isTrue: (pc: number) => boolean): number[] {
  const operation = row[pc]!
  if (operation === NOT || operation === RANGE || !isTrue(pc)) return []
  if (operation <= RAW) return [pc]
  const found: number[] = []
  for (let at = pc + headOf(operation); at < pc + row[pc + 1]!; at += row[at + 1]!) found.push(...leavesOf(row, at, isTrue))
  return found
}

function joined(spans: Span[]): Span[] {
  const whole: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = whole.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else whole.push({ ...span })
  }
  return whole
}
