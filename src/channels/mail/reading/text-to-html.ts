import { linksIn } from "./html/links-in-text.ts"

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

/** The one way a text becomes HTML: every character that could mean something is escaped. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!)
}

/** Plain text as HTML: escaped, its lines kept, what looks like a link (http, https, mailto, tel) made one. Linear. */
export function textToHtml(text: string): string {
  let html = ""
  let at = 0
  for (const link of linksIn(text)) {
    html += escapeHtml(text.slice(at, link.start))
    html += `<a href="${escapeHtml(link.href)}" target="_blank" rel="noopener noreferrer">${escapeHtml(text.slice(link.start, link.end))}</a>`
    at = link.end
  }
  return (html + escapeHtml(text.slice(at))).replaceAll("\n", "<br>\n")
}
