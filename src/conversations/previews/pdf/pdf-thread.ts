import { Aside } from "../aside.ts"
import type { DrawnPage } from "./draw-page.ts"

const entry = new URL("pdf.worker.ts", import.meta.url)

/** A thread in which pages of PDFs are drawn; null for what is none, is locked or costs too much. */
export const pdfThread = (): Aside<{ bytes: Uint8Array; page: number }, DrawnPage> => new Aside(entry, { time: 10_000, megabytes: 600 })
