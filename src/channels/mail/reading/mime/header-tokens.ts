const PARAMETER_AHEAD = /^[ \t]+[A-Za-z][A-Za-z0-9*_-]{0,40}[ \t]*=/

/** Cuts a header at its semicolons, and where a mailer forgot one; comments go. Linear: nothing is looked at twice. */
export function headerTokens(body: string): string[] {
  const tokens: string[] = []
  const lastClosing = body.lastIndexOf(")")
  let token: string[] = []
  let inValue = false
  let quoted = false
  let comment = 0
  for (let at = 0; at < body.length; at++) {
    const character = body[at]!
    if (character === "\\" && (quoted || comment)) {
      if (!comment) token.push(character + (body[at + 1] ?? ""))
      at++
    } else if (comment) {
      comment += character === "(" ? 1 : character === ")" ? -1 : 0
    } else if (!quoted && character === "(" && at < lastClosing && !(inValue && token.length && !isSpace(token.at(-1)!))) {
      comment = 1 // a parenthesis inside a value, as in `name=Invoice(1).pdf`, or an unclosed one, is no comment
    } else if (!quoted && (character === ";" || (isSpace(character) && PARAMETER_AHEAD.test(body.slice(at, at + 60))))) {
      tokens.push(token.join(""))
      token = []
      inValue = false
    } else {
      token.push(character)
      inValue ||= character === "="
      if (character === '"') quoted = !quoted
    }
  }
  tokens.push(token.join(""))
  return tokens.filter((each, index) => index === 0 || each.trim())
}

function isSpace(character: string): boolean {
  return character === " " || character === "\t"
}
