import type { NumberField, Range, Span } from "./ast.ts"
import type { Problems } from "./problem.ts"

const NUMBER = String.raw`\d{1,15}(?:[.,]\d{1,6})?[km]?`
const COMPARED = new RegExp(`^(<=|>=|<|>|=)?(${NUMBER})$`, "i")
const BETWEEN = new RegExp(`^(${NUMBER})?\\.\\.(${NUMBER})?$`, "i")

/** `2`, `<=2`, `>1000`, `1..3`, `10k..`. */
export function readRange(text: string, field: NumberField, { start, end }: Span, problems: Problems): Range | null {
  const whole = { kind: "range" as const, field, min: -Infinity, max: Infinity, minOpen: false, maxOpen: false, start, end }
  const compared = COMPARED.exec(text)
  if (compared) {
    const [, sign = "=", digits = ""] = compared
    const number = numberOf(digits)
    if (sign === "=") return { ...whole, min: number, max: number }
    return sign.startsWith("<") ? { ...whole, max: number, maxOpen: sign === "<" } : { ...whole, min: number, minOpen: sign === ">" }
  }
  const [, from, to] = BETWEEN.exec(text) ?? []
  if (from === undefined && to === undefined) return problems.tell({ start, end }, "listening.query.notANumber", { field, text })
  const range = { ...whole, ...(from ? { min: numberOf(from) } : {}), ...(to ? { max: numberOf(to) } : {}) }
  return range.min > range.max ? problems.tell({ start, end }, "listening.query.emptyRange", { field }) : range
}

function numberOf(digits: string): number {
  const times = /k$/i.test(digits) ? 1000 : /m$/i.test(digits) ? 1_000_000 : 1
  return Number(digits.replace(/[km]$/i, "").replace(",", ".")) * times
}
