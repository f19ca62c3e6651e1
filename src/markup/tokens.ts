/** A piece of HTML: a tag, with its attributes as they stand, or the text between two tags, entities undecoded. */
export type HtmlToken =
  | { kind: "open"; name: string; attributes: string }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string }

const TAG_NAME = /[a-zA-Z][a-zA-Z0-9:-]{0,60}/y

/** Cuts HTML into tokens in one pass, however broken it is; comments, doctypes and instructions are left out. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf("<", at)
    if (open < 0) break
    const after = html[open + 1] ?? ""
    const closing = after === "/"
    TAG_NAME.lastIndex = open + (closing ? 2 : 1)
    const name = TAG_NAME.exec(html)?.[0].toLowerCase()
    if (!name && after !== "!" && after !== "?" && !closing) {
      yield { kind: "text", text: html.slice(at, open + 1) }
      at = open + 1
      continue
    }
    if (open > at) yield { kind: "text", text: html.slice(at, open) }
    if (!name) {
      at = endOfComment(html, open)
      continue
    }
    const attributesFrom = TAG_NAME.lastIndex
    const end = endOfTag(html, attributesFrom)
    if (closing) yield { kind: "close", name }
    else yield { kind: "open", name, attributes: html.slice(attributesFrom, end) }
    at = end + 1
  }
  if (at < html.length) yield { kind: "text", text: html.slice(at) }
}

/** The `>` that ends a tag: one in a quoted attribute value doesn't. An unclosed tag ends with the text. */
function endOfTag(html: string, from: number): number {
  let quote = ""
  for (let at = from; at < html.length; at++) {
    const character = html[at]!
    if (quote) quote = character === quote ? "" : quote
    else if (character === ">") return at
    else if ((character === '"' || character === "'") && html[at - 1] === "=") quote = character
  }
  return html.length
}

function endOfComment(html: string, open: number): number {
  const comment = html.startsWith("<!--", open)
  const end = comment ? html.indexOf("-->", open + 4) : html.indexOf(">", open)
  return end < 0 ? html.length : end + (comment ? 3 : 1)
}

/** An attribute of a tag written by the sanitiser: always quoted, entities in the value. */
export function attributeOf(attributes: string, name: string): string | null {
  const start = attributes.indexOf(` ${name}="`)
  if (start < 0) return null
  const from = start + name.length + 3
  const end = attributes.indexOf('"', from)
  return end < 0 ? null : attributes.slice(from, end)
}
