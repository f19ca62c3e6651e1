import { headerTokens } from "./header-tokens.ts"
import { joinContinuations } from "./parameter-continuations.ts"

/** A header such as Content-Type: its value in lower case, its parameters by lower-case name (RFC 2045 § 5.1). */
export interface StructuredHeader {
  value: string
  parameters: Map<string, string>
}

/** Reads a structured header, with RFC 2231 continuations and charsets, and with the separators that careless mailers leave out. */
export function readStructuredHeader(body: string): StructuredHeader {
  const tokens = headerTokens(body)
  const parameters = new Map<string, string>()
  for (const token of tokens.slice(1)) {
    const equals = token.indexOf("=")
    const name = (equals < 0 ? token : token.slice(0, equals)).trim().toLowerCase()
    if (name && !parameters.has(name)) parameters.set(name, equals < 0 ? "" : unquote(token.slice(equals + 1).trim()))
  }
  return { value: (tokens[0] ?? "").trim().toLowerCase(), parameters: joinContinuations(parameters) }
}

function unquote(value: string): string {
  if (!value.startsWith('"')) return value
  const end = closingQuote(value)
  return value.slice(1, end).replace(/\\(.)/g, "$1")
}

function closingQuote(value: string): number {
  for (let at = 1; at < value.length; at++) {
    if (value[at] === "\\") at++
    else if (value[at] === '"') return at
  }
  return value.length
}
