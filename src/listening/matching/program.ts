/**
 * A query as whole numbers, each part as `[operation, length, …]`, its length including everything under it:
 *
 *     ANY terms…      one of these terms is there
 *     ALL terms…      each of them is
 *     ROW terms…      they stand one after the other (-1: any word)
 *     RAW name lead terms…   they stand so, and are written as the term `name` says, which has so many characters before the first
 *     AND, OR parts…
 *     NOT part
 *     NEAR ordered distance left right
 *     RANGE field open min min max max     (doubles in two halves; open: 1 without min, 2 without max)
 */
export const ANY = 1
export const ALL = 2
export const ROW = 3
export const RAW = 4
export const AND = 5
export const OR = 6
export const NOT = 7
export const NEAR = 8
export const RANGE = 9

export const ANY_WORD = -1
/** Where the terms or parts of an operation begin. */
export const HEAD = 2

export const headOf = (operation: number): number => (operation === RAW || operation === NEAR ? 4 : HEAD)

export const NUMBER_FIELDS = ["rating", "followers"] as const

const double = new Float64Array(1)
const halves = new Int32Array(double.buffer)

export function halvesOf(value: number): readonly [number, number] {
  double[0] = value
  return [halves[0]!, halves[1]!]
}

export function fromHalves(low: number, high: number): number {
  halves[0] = low
  halves[1] = high
  return double[0]!
}

/** Calls back with each term of the part at `pc`, and all under it. */
export function eachTerm(row: Int32Array, pc: number, call: (term: number) => void): void {
  const end = pc + row[pc + 1]!
  const operation = row[pc]!
  if (operation <= RAW) {
    if (operation === RAW) call(row[pc + HEAD]!)
    for (let at = pc + headOf(operation); at < end; at++) if (row[at] !== ANY_WORD) call(row[at]!)
  } else if (operation !== RANGE) {
    for (let at = pc + headOf(operation); at < end; at += row[at + 1]!) eachTerm(row, at, call)
  }
}
