/** A chart as a table: what is shown beside it, and what is taken away as CSV. */
export interface Sheet {
  name: string
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}
export type Cell = string | number | null

/** RFC 4180, with what a spreadsheet would take for a formula made harmless (OWASP, CSV injection). A semicolon where commas mark decimals. */
export function csvOf({ columns, rows }: Sheet, language: "en" | "fr"): string {
  const comma = language === "fr" ? ";" : ","
  return [columns, ...rows].map((row) => row.map(field).join(comma)).join("\r\n") + "\r\n"
}

function field(cell: Cell): string {
  if (cell === null) return ""
  if (typeof cell === "number") return String(cell)
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Gives the browser a file to keep. The mark in front tells spreadsheets that it is UTF-8. */
export function keepAsFile(name: string, text: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
