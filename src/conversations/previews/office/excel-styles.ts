import { knownFormat, type Shows, showsOf } from "./number-format.ts"
import { readXml } from "./read-xml.ts"

/** Excel itself allows no more. */
const MOST_FORMATS = 65_000

/** Of each style that cells name by its number, what it shows of a moment; null for one of numbers and words (ECMA-376, part 1, 18.8). */
export function excelStyles(xml: Buffer): (Shows | null)[] {
  const own = new Map<string, string>()
  const read = new Map<string, Shows | null>()
  const styles: (Shows | null)[] = []
  const showing = (id: string): Shows | null => {
    const format = own.get(id) ?? knownFormat(Number(id))
    return format === null ? null : showsOf(format)
  }
  let ofCells = false
  readXml(xml, {
    enough: () => styles.length > MOST_FORMATS || own.size > MOST_FORMATS,
    open: (name, attributes) => {
      const id = attributes["numFmtId"] ?? ""
      if (name === "numFmt") own.set(id, attributes["formatCode"] ?? "")
      else if (name === "cellXfs") ofCells = true
      else if (name === "xf" && ofCells) {
        if (!read.has(id)) read.set(id, showing(id))
        styles.push(read.get(id) ?? null)
      }
    },
    close: (name) => {
      if (name === "cellXfs") ofCells = false
    },
  })
  return styles
}

/** Whether a workbook counts its days from 1904. */
export function countsFrom1904(workbook: Buffer): boolean {
  let found = false
  readXml(workbook, {
    enough: () => found,
    open: (name, attributes) => {
      if (name === "workbookPr") found = attributes["date1904"] === "1" || attributes["date1904"] === "true"
    },
  })
  return found
}
