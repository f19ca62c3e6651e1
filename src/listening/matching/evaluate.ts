import { ALL, AND, ANY, fromHalves, headOf, NEAR, NOT, OR, RANGE, RAW, ROW } from "./program.ts"
import type { Reading } from "./reading.ts"
import { findRaw, findRows } from "./rows.ts"
import { isNear } from "./spans.ts"
import type { Vocabulary } from "./vocabulary.ts"

/** Whether the text that was read satisfies the part of a program at `pc`. */
export function holds(row: Int32Array, pc: number, reading: Reading, vocabulary: Vocabulary): boolean {
  const operation = row[pc]!
  const end = pc + row[pc + 1]!
  const first = pc + headOf(operation)
  switch (operation) {
    case ANY:
      for (let at = first; at < end; at++) if (reading.has(row[at]!)) return true
      return false
    case ALL:
      for (let at = first; at < end; at++) if (!reading.has(row[at]!)) return false
      return true
    case AND:
      for (let at = first; at < end; at += row[at + 1]!) if (!holds(row, at, reading, vocabulary)) return false
      return true
    case OR:
      for (let at = first; at < end; at += row[at + 1]!) if (holds(row, at, reading, vocabulary)) return true
      return false
    case NOT:
      return !holds(row, first, reading, vocabulary)
    case ROW:
      return findRows(row, first, end, reading, yes)
    case RAW:
      return findRaw(row, pc, reading, vocabulary, yes)
    case NEAR:
      return isNear(row, pc, reading, vocabulary)
    case RANGE:
      return isWithin(row, first, row[first] === 0 ? reading.rating : reading.followers)
    default:
      throw new Error(`no operation ${operation}`)
  }
}

const yes = (): boolean => true

function isWithin(row: Int32Array, at: number, value: number | null): boolean {
  if (value === null) return false
  const open = row[at + 1]!
  const min = fromHalves(row[at + 2]!, row[at + 3]!)
  const max = fromHalves(row[at + 4]!, row[at + 5]!)
  return (open & 1 ? value > min : value >= min) && (open & 2 ? value < max : value <= max)
}
