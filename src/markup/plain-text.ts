import { LineText } from "./line-text.ts"
import { htmlTokens } from "./tokens.ts"

const BLOCKS = new Set(
  "address article aside blockquote body caption center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tr ul".split(
    " ",
  ),
)
const SKIPPED = new Set("script style title noscript template svg math textarea select iframe object noframes noembed xmp".split(" "))

/** What HTML says, in words: a line for each block, nothing of what isn't shown. One pass, no recursion. */
export function plainText(html: string): string {
  const lines: string[] = []
  const line = new LineText()
  let skipping = ""
  const endLine = () => {
    const text = line.take().trim()
    if (text) lines.push(text)
  }
  for (const token of htmlTokens(html)) {
    if (skipping) {
      if (token.kind === "close" && token.name === skipping) skipping = ""
    } else if (token.kind === "text") line.flow(token.text)
    else if (token.kind === "open" && SKIPPED.has(token.name)) skipping = token.name
    else if (token.name === "br" || BLOCKS.has(token.name)) endLine()
    else if (token.name === "td" || token.name === "th") line.space()
  }
  endLine()
  return lines.join("\n")
}
