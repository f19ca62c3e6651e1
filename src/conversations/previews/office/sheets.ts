import { readXml } from "./read-xml.ts"

interface Most {
  rows: number
  cells: number
}

/** What a number in a cell of such a style stands for; null where it is no more than a number. */
type ReadNumber = (value: number, style: number) => string | null

/** The first rows of a sheet of Excel (ECMA-376, part 1, 18.3), its texts looked up among those that sheets share. */
export function excelRows(sheet: Buffer, shared: readonly string[], readNumber: ReadNumber, most: Most): string[][] {
  const rows: string[][] = []
  let cell: { column: number; type: string; style: number; value: string } | null = null
  let taking = false
  readXml(sheet, {
    enough: () => rows.length > most.rows,
    open: (name, attributes) => {
      if (name === "row") rows.push([])
      else if (name === "c")
        cell = {
          column: columnOf(attributes["r"] ?? "", rows.at(-1)?.length ?? 0),
          type: attributes["t"] ?? "n",
          style: Number(attributes["s"] ?? 0),
          value: "",
        }
      else taking = name === "v" || name === "t"
    },
    text: (said) => {
      if (taking && cell) cell.value += said
    },
    close: (name) => {
      taking = false
      const row = rows.at(-1)
      if (name !== "c" || !cell || !row) return
      if (cell.column < most.cells && cell.value !== "") {
        while (row.length < cell.column) row.push("")
        if (cell.type === "s") row[cell.column] = shared[Number(cell.value)] ?? ""
        else row[cell.column] = (cell.type === "n" ? readNumber(Number(cell.value), cell.style) : null) ?? cell.value
      }
      cell = null
    },
  })
  return rows
}

/** "C7" is the third. */
function columnOf(place: string, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0]
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : next
}

/** The texts that cells name by their number. */
export function sharedTexts(xml: Buffer, most: number): string[] {
  const texts: string[] = []
  let taking = false
  readXml(xml, {
    enough: () => texts.length > most,
    open: (name) => {
      if (name === "si") texts.push("")
      taking = name === "t"
    },
    text: (said) => {
      if (taking && texts.length > 0) texts[texts.length - 1] += said
    },
    close: () => {
      taking = false
    },
  })
  return texts
}

/** The first rows of the first sheet of OpenDocument (ISO/IEC 26300, 9.1). */
export function openDocumentRows(content: Buffer, most: Most): string[][] {
  const rows: string[][] = []
  let words: string | null = null
  let times = 1
  let sheets = 0
  readXml(content, {
    enough: () => sheets > 1 || rows.length > most.rows,
    open: (name, attributes) => {
      if (name === "table:table") sheets++
      else if (name === "table:table-row") rows.push([])
      else if (name === "table:table-cell" || name === "table:covered-table-cell") {
        words = ""
        times = Math.min(most.cells, Math.max(1, Number(attributes["table:number-columns-repeated"]) || 1))
      }
    },
    text: (said) => {
      if (words !== null) words += said
    },
    close: (name) => {
      const row = rows.at(-1)
      if ((name !== "table:table-cell" && name !== "table:covered-table-cell") || !row || words === null) return
      for (let n = 0; n < times && row.length < most.cells; n++) row.push(words)
      words = null
    },
  })
  return rows
}
