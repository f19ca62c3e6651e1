/** A row of a CSV file, and the line on which it begins. */
export interface CsvRow {
  line: number
  cells: string[]
  isOpen: boolean
}

/** Rows of a small CSV file (RFC 4180), parted by commas or semicolons as its first line is. Empty lines are left out. */
export function csvRows(content: string): CsvRow[] {
  const comma = /^[^\n"]*;/.test(content) ? ";" : ","
  const CELL = new RegExp(`"((?:[^"]|"")*)("|$)|[^${comma}\\r\\n]*`, "y")
  const rows: CsvRow[] = []
  let line = 1
  for (let at = 0; at < content.length;) {
    const row: CsvRow = { line, cells: [], isOpen: false }
    for (;;) {
      CELL.lastIndex = at
      const [whole = "", inside, closing] = CELL.exec(content) ?? []
      row.cells.push(inside === undefined ? whole : inside.replaceAll('""', '"'))
      if (inside !== undefined && closing === "") row.isOpen = true
      line += whole.split("\n").length - 1
      at += whole.length
      while (at < content.length && content[at] !== comma && content[at] !== "\n") at++ // what stands after a closing quote
      if (content[at] !== comma) break
      at++
    }
    at++
    line++
    if (row.cells.length > 1 || row.cells[0]!.trim() !== "") rows.push(row)
  }
  return rows
}
