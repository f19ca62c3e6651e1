import { Parser } from "htmlparser2"
import type { Feed } from "#listening"

const HARMFUL = new Set(
  "script style iframe frame frameset object embed applet base meta link form input button svg math template noscript xml title".split(" "),
)
const RUNS = /(?:javascript|vbscript|livescript|mocha|data:text)\s*:/i
const MOVES = /expression|url\s*\(|behaviou?r|-moz-binding|@import|javascript/i

/** Every piece of HTML of a feed, with where it stands. */
export function htmlOf(feed: Feed): string[] {
  const found: string[] = []
  const look = (value: unknown) => {
    if (value === null || typeof value !== "object") return
    for (const [key, inner] of Object.entries(value)) {
      if (key === "html" && typeof inner === "string") found.push(inner)
      else look(inner)
    }
  }
  look(feed)
  return found
}

/** What could run, fetch or reach out of its place; null where nothing can. */
export function harmIn(feed: Feed): string | null {
  let harm: string | null = null
  for (const html of htmlOf(feed)) {
    const judge = (name: string, attributes: Record<string, string>) => {
      if (HARMFUL.has(name)) harm ??= `<${name}>`
      for (const [key, value] of Object.entries(attributes)) {
        const bare = value.replace(/[\u0000-\u0020]/g, "")
        if (/^on/i.test(key) || RUNS.test(bare) || (key === "style" && MOVES.test(bare))) harm ??= `${key}="${value}"`
        if ((key === "src" && !/^data:image\/(png|jpe?g|gif|webp)/.test(bare)) || key === "srcset" || key === "background")
          harm ??= `${key}="${value}"`
      }
    }
    new Parser({ onopentag: judge, onprocessinginstruction: (name) => (harm ??= name) }, { decodeEntities: true }).end(html)
  }
  return harm ?? linkHarm(feed)
}

/** Addresses stand alone in many places: none of them may be one that runs. */
function linkHarm(feed: Feed): string | null {
  return /"(?:url|href|link|comments|icon|logo|docs)":"\s*((?:java|vb|live)script:[^"]{0,40})/i.exec(JSON.stringify(feed))?.[1] ?? null
}
