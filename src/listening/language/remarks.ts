import type { Lexeme } from "./lexemes.ts"
import type { QueryProblem } from "./problem.ts"

/** Words that read like operators and aren't: small letters, or French in capitals. */
const MEANT: Readonly<Record<string, string>> = {
  and: "AND",
  or: "OR",
  not: "NOT",
  near: "NEAR",
  ET: "AND",
  OU: "OR",
  SAUF: "NOT",
  SANS: "NOT",
}

/** What is allowed, and likely meant otherwise. */
export function readRemarks(pieces: readonly Lexeme[]): QueryProblem[] {
  return pieces.flatMap((piece) => {
    const operator = piece.kind === "word" && Object.hasOwn(MEANT, piece.text) ? MEANT[piece.text] : undefined
    if (piece.kind !== "word" || operator === undefined) return []
    return [{ start: piece.start, end: piece.end, key: "listening.query.readAsWord", values: { word: piece.text, operator } }]
  })
}
