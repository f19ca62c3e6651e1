import { Parser } from "htmlparser2"

/** Whether what was read is what was expected: dates as moments, words as a browser reads them, anything else as it is. */
export function isSame(expected: unknown, told: unknown): boolean {
  if (told instanceof Date) return typeof expected === "string" && told.getTime() === Date.parse(withZone(expected))
  if (told !== null && typeof told === "object" && "html" in told && "text" in told) {
    const { html, text } = told
    const wanted = String(expected)
    return (
      text === wanted ||
      read(wanted) === read(typeof html === "string" ? html : escaped(String(text))) ||
      read(wanted) === read(escaped(String(text)))
    )
  }
  if (typeof told !== "string" && typeof told !== "number") return false
  // Names of charsets are the same in any letters.
  return String(expected).normalize().toLowerCase() === String(told).normalize().toLowerCase()
}

const withZone = (text: string): string => (/Z|GMT|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`)

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

/** HTML as tags and words: however it's quoted, closed, spaced and escaped. */
function read(html: string): string {
  const pieces: string[] = []
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const told = Object.entries(attributes).map(([key, value]) => `${key === "data-remote-src" ? "src" : key}=${value}`)
        pieces.push(`<${[name, ...told.sort()].join(" ")}>`)
      },
      onclosetag: (name) => pieces.push(`</${name}>`),
      ontext: (text) => pieces.push(text),
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return pieces.join("").replace(/\s+/g, " ").trim().normalize()
}
