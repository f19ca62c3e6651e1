import { classify, type LineKind } from "./quotes/classify.ts"
import { plainLines, trimBlankLines, type TextLine } from "./quotes/text-line.ts"

export interface NewText {
  /** What the writer newly wrote, also between and under quotations. */
  newText: string
  /** The history that the mail carries. */
  quoted: string
  signature: string
}

/** Separates what somebody wrote from what their mail program and earlier mails added. Linear in the text. */
export function splitText(text: string): NewText {
  return splitLines(plainLines(text))
}

export function splitLines(lines: readonly TextLine[]): NewText {
  const { kinds, forwarded } = classify(lines)
  const own = stretches(lines, kinds, "own")
  if (!own && forwarded) return { newText: stretches(lines, kinds, "quote"), quoted: "", signature: stretches(lines, kinds, "signature") }
  return { newText: own, quoted: joined(lines, kinds, "quote"), signature: stretches(lines, kinds, "signature") }
}

/** The lines of one kind; where something else stood between them, a blank line parts them. */
function stretches(lines: readonly TextLine[], kinds: readonly LineKind[], kind: LineKind): string {
  const parts: string[] = []
  let part: string[] = []
  const close = () => {
    const text = trimBlankLines(part).join("\n").trimEnd()
    if (text) parts.push(text)
    part = []
  }
  for (const [at, line] of lines.entries()) {
    if (kinds[at] === kind) part.push(line.text.trimEnd())
    else close()
  }
  close()
  return parts.join("\n\n")
}

function joined(lines: readonly TextLine[], kinds: readonly LineKind[], kind: LineKind): string {
  return trimBlankLines(lines.filter((_, at) => kinds[at] === kind).map((line) => line.text)).join("\n")
}
