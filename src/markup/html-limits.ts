import { htmlTokens } from "./tokens.ts"

const MAX_CHARACTERS = 5_000_000
const MAX_DEPTH = 400
const MAX_PIECES = 300_000
const MAX_ATTRIBUTES = 300

/** Elements that have no end tag, or whose end a browser supplies: they don't add depth. */
const FLAT = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option colgroup".split(" "),
)

/**
 * Why an HTML text may not be given to the sanitiser or to a browser, or null. A linear look at its tags: a sanitiser that builds
 * or walks a tree takes seconds on thousands of nested elements or attributes.
 */
export function brokenHtmlLimit(html: string): string | null {
  if (html.length > MAX_CHARACTERS) return "html.too-large"
  let depth = 0
  let pieces = 0
  for (const token of htmlTokens(html)) {
    if (++pieces > MAX_PIECES) return "html.too-large"
    if (token.kind === "open" && tooManyAttributes(token.attributes)) return "html.too-many-attributes"
    if (token.kind === "text" || FLAT.has(token.name)) continue
    if (token.kind === "close") depth = Math.max(0, depth - 1)
    else if (++depth > MAX_DEPTH) return "html.too-deep"
  }
  return null
}

/**
 * Attributes are counted by the white space before them, in quotes too: an upper bound that ordinary tags never reach. A `<` counts
 * as well: a tag that seems to hold many is many tags, to a reader that sees its quotes otherwise.
 */
function tooManyAttributes(attributes: string): boolean {
  if (attributes.length < MAX_ATTRIBUTES) return false
  let count = 0
  let spaced = false
  for (const character of attributes) {
    const blank = character === " " || character === "\n" || character === "\t" || character === "/"
    if (((spaced && !blank) || character === "<") && ++count > MAX_ATTRIBUTES) return true
    spaced = blank
  }
  return false
}
