import type { ColumnMeaning } from "../settings.ts"
import { byHead } from "./column-heads.ts"

export interface Column {
  means: ColumnMeaning
  network: string
}

/** What each column holds, by its head and, where that says nothing, by what stands in it. */
export function guessColumns(heads: readonly string[] | null, rows: readonly (readonly string[])[]): Column[] {
  const width = Math.max(heads?.length ?? 0, ...rows.map((row) => row.length))
  const taken = new Set<ColumnMeaning>()
  const columns = Array.from({ length: width }, (_, i): Column => {
    const head = (heads?.[i] ?? "")
      .toLowerCase()
      .replace(/[_\s:*]+/g, " ")
      .trim()
    const means = byHead(head) ?? byContent(rows.map((row) => row[i] ?? ""))
    const several = means === "email" || means === "phone" || means === "handle" || means === "reference"
    if (!means || (taken.has(means) && !several)) return { means: "skip", network: "" }
    taken.add(means)
    const network = means === "handle" ? head.replace(/ ?handle$/, "") : means === "reference" ? "customer" : ""
    return { means, network }
  })
  // "Nom" beside "Prénom" is the family name.
  return columns.map((column) => (column.means === "name" && taken.has("first-name") ? { ...column, means: "last-name" } : column))
}

function byContent(cells: readonly string[]): ColumnMeaning | null {
  const filled = cells.filter(Boolean)
  const share = (pattern: RegExp) => (filled.length ? filled.filter((cell) => pattern.test(cell)).length / filled.length : 0)
  if (share(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/) > 0.6) return "email"
  return share(/^\+?[\d\s().-]{9,20}$/) > 0.8 && share(/^(\+|0|\()/) > 0.6 ? "phone" : null
}
