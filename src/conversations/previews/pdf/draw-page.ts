import { PDFiumLibrary } from "@hyzyla/pdfium"
import { MOST_PAGES } from "./most-pages.ts"
import { png } from "./png.ts"

const WIDE = 1200
const HIGH = 1700
const LARGEST_SCALE = 3

export interface DrawnPage {
  /** How many are in the file. */
  pages: number
  /** Null where only their number was asked for. */
  picture: Uint8Array | null
}

let library: Promise<PDFiumLibrary> | null = null

/** A page of a PDF as a picture, at most 1200 × 1700 dots, and how many there are; page 0 is none. Null for what is no PDF, is locked, or has no such page. */
export async function drawPage(bytes: Uint8Array, page: number): Promise<DrawnPage | null> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(bytes).catch(() => null) // locked, or none
  if (!document) return null
  try {
    const pages = document.getPageCount()
    if (page === 0) return { pages, picture: null }
    if (page < 1 || page > Math.min(pages, MOST_PAGES)) return null
    const one = document.getPage(page - 1)
    const { originalWidth, originalHeight } = one.getOriginalSize()
    if (!(originalWidth > 0 && originalHeight > 0)) return null
    const scale = Math.min(WIDE / originalWidth, HIGH / originalHeight, LARGEST_SCALE)
    const render = ({ data, width, height }: { data: Uint8Array; width: number; height: number }): Promise<Uint8Array> =>
      Promise.resolve(png(data, width, height))
    const { data } = await one.render({ scale, render, renderFormFields: true })
    return { pages, picture: data }
  } finally {
    document.destroy()
  }
}
