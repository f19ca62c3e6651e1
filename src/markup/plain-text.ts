import { LineText } from "./line-text.ts"
import { htmlTokens } from "./tokens.ts"

const BLOCKS = new Set(
  "address article aside blockquote body caption center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tr ul".split(
    " ",
  ),
)
const NONE: ReadonlySet<string> = new Set()
const SKIPPED = new Set("script style title noscript template svg math textarea select iframe object noframes noembed xmp".split(" "))

/**
 * What HTML says, in words: a line for each block, nothing of what isn't shown, nor of the elements `without`. One pass, no recursion.
 */
export function plainText(html: string, without: ReadonlySet<string> = NONE): string {
  const lines: string[] = []
  const line = new LineText()
  let skipping = ""
  let depth = 0
  const endLine = () => {
    const text = line.take().trim()
    if (text) lines.push(text)
  }
  for (const token of htmlTokens(html)) {
    if (skipping) {
      if (token.kind === "text" || token.name !== skipping) continue
      if (token.kind === "open" && without.has(skipping)) depth++
      else if (token.kind === "close" && depth-- === 0) skipping = ""
    } else if (token.kind === "text") line.flow(token.text)
    else if (token.kind === "open" && (SKIPPED.has(token.name) || without.has(token.name))) {
      skipping = token.name
      depth = 0
    } else if (token.name === "br" || BLOCKS.has(token.name)) endLine()
    else if (token.name === "td" || token.name === "th") line.space()
  }
  endLine()
  return lines.join("\n")
}
