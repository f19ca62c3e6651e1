/** What a piece of a query is to the eye. */
export type Ink = "operator" | "quote" | "field" | "bracket" | "tag" | "wild" | "plain"

export interface Piece {
  text: string
  ink: Ink
  /** Lies in something that can't be read, or that likely means otherwise. */
  amiss: "problem" | "remark" | null
}

export interface Span {
  start: number
  end: number
}

const PIECES =
  /(?<quote>(?:\braw:)?"[^"]*"?|«[^»]*»?|“[^”]*”?)|(?<operator>(?<![\p{L}\p{N}_])(?:AND|OR|NOT|O?NEAR(?:\/\d*f?)?)(?![\p{L}\p{N}_])|(?<![^\s(])-(?=[^\s-]))|(?<field>(?<![\p{L}\p{N}_])[a-z]+:(?=[^\s]))|(?<bracket>[()])|(?<tag>[#@][\p{L}\p{N}_]+)|(?<wild>[*?])/gu

/** A query in pieces of one colour. The server alone says what is wrong with it; this only makes it easier to read. */
export function piecesOf(text: string, problems: readonly Span[], remarks: readonly Span[]): Piece[] {
  const inks: { start: number; end: number; ink: Ink }[] = []
  let last = 0
  for (const { index, 0: found, groups = {} } of text.matchAll(PIECES)) {
    if (index > last) inks.push({ start: last, end: index, ink: "plain" })
    const ink = INKS.find((name) => groups[name] !== undefined) ?? "plain"
    last = index + found.length
    inks.push({ start: index, end: last, ink })
  }
  if (last < text.length) inks.push({ start: last, end: text.length, ink: "plain" })
  const cuts = [...new Set([...problems, ...remarks].flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const covers = (spans: readonly Span[], at: number): boolean => spans.some(({ start, end }) => start <= at && at < end)
  return inks.flatMap(({ start, end, ink }) => {
    const edges = [start, ...cuts.filter((cut) => cut > start && cut < end), end]
    return edges.slice(1).map((to, i): Piece => {
      const from = edges[i]!
      const amiss = covers(problems, from) ? "problem" : covers(remarks, from) ? "remark" : null
      return { text: text.slice(from, to), ink, amiss }
    })
  })
}

const INKS = ["quote", "operator", "field", "bracket", "tag", "wild"] as const
