import { Parser } from "htmlparser2"

/** The two that HTML 5 moved: XHTML's own entities, which feeds are written with, keep them where they were. */
const known = new Map<string, string | null>([
  ["lang", "\u2329"],
  ["rang", "\u232a"],
])
/** More names than HTML has: what is asked for beyond them is invented. */
const MOST = 4_000

/** What `&name;` stands for in HTML and XHTML; null where it stands for nothing. */
export function namedReference(name: string): string | null {
  const remembered = known.get(name)
  if (remembered !== undefined) return remembered
  if (name.length > 40) return null
  let text = ""
  const parser = new Parser({ ontext: (piece) => (text += piece) }, { decodeEntities: true })
  parser.end(`&${name};`)
  const meant = text.endsWith(";") && text.length > 1 ? null : text
  if (known.size < MOST) known.set(name, meant)
  return meant
}
