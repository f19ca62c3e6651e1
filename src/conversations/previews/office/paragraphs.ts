import { readXml } from "./read-xml.ts"

/** What paragraphs, their words and what stands between words are called: Word and PowerPoint (ECMA-376), then OpenDocument (ISO/IEC 26300). */
const PARAGRAPH = new Set(["w:p", "a:p", "text:p", "text:h"])
const WORDS = new Set(["w:t", "a:t"])
const GAPS: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "a:br": "\n",
  "text:tab": "\t",
  "text:s": " ",
  "text:line-break": "\n",
}
/** Beside the text: what was crossed out, remarks, drawings’ fallbacks. */
const BESIDE = new Set(["w:del", "office:annotation", "text:tracked-changes", "mc:Fallback", "style:style", "office:scripts"])

/** The paragraphs of a document as lines, so many at most; empty ones between others stay. */
export function paragraphs(xml: Buffer, most: number): string[] {
  const lines: string[] = []
  let line: string | null = null
  let words = 0
  let beside = 0
  readXml(xml, {
    enough: () => lines.length > most,
    open: (name) => {
      if (BESIDE.has(name)) beside++
      else if (PARAGRAPH.has(name)) line ??= ""
      else if (WORDS.has(name)) words++
      else if (line !== null && beside === 0) line += GAPS[name] ?? ""
    },
    text: (said) => {
      // Word puts its words into elements of their own; in OpenDocument they stand in the paragraph.
      if (line !== null && beside === 0 && (words > 0 || !/^\s*\n\s*$/.test(said))) line += said
    },
    close: (name) => {
      if (BESIDE.has(name)) beside--
      else if (WORDS.has(name)) words--
      else if (PARAGRAPH.has(name) && line !== null) {
        lines.push(...line.split("\n"))
        line = null
      }
    },
  })
  return lines
}
