import type { Leaf, Query, Range } from "./ast.ts"

/** Writes a query in its plain form; read again it is the same query. */
export function printQuery(query: Query): string {
  if (query.kind === "and" || query.kind === "or") {
    const parts = query.parts.map((part) => (part.kind === "and" || part.kind === "or" ? `(${printQuery(part)})` : printQuery(part)))
    return parts.join(query.kind === "and" ? " AND " : " OR ")
  }
  if (query.kind === "not")
    return `NOT ${query.part.kind === "and" || query.part.kind === "or" ? `(${printQuery(query.part)})` : printQuery(query.part)}`
  if (query.kind !== "near") return printLeaf(query)
  const operand = (part: Query) => (part.kind === "or" || part.kind === "near" ? `(${printQuery(part)})` : printQuery(part))
  return `${operand(query.left)} ${query.ordered ? "ONEAR" : "NEAR"}/${query.distance} ${operand(query.right)}`
}

function printLeaf(leaf: Leaf): string {
  if (leaf.kind === "raw") return `raw:${quote(leaf.text)}`
  if (leaf.kind === "value") return `${leaf.field}:${/^[\w.*-]+$/.test(leaf.value) ? leaf.value : quote(leaf.value)}`
  if (leaf.kind === "range") return `${leaf.field}:${printRange(leaf)}`
  const field = leaf.field === null ? "" : `${leaf.field}:`
  return leaf.words.length === 1 ? `${field}${leaf.words[0]}` : `${field}"${leaf.words.join(" ")}"`
}

function printRange({ min, max, minOpen, maxOpen }: Range): string {
  if (min === max) return String(min)
  if (max === Infinity) return `${minOpen ? ">" : ">="}${min}`
  if (min === -Infinity) return `${maxOpen ? "<" : "<="}${max}`
  return `${min}..${max}`
}

const quote = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`
