import { createHash } from "node:crypto"

/**
 * A message's HTML as a document for a sandboxed frame without an origin: sanitised when it was filed, and once more fenced in by a
 * policy under which nothing is fetched, whatever slipped through, and nothing runs but our own few lines, known by their hash: they tell
 * the desk how high the mail is and how many pictures it was denied.
 */
export function htmlDocument(message: { html: string | null; text: string }): Response {
  const body = message.html ?? `<pre>${escape(message.text)}</pre>`
  return new Response(
    `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><style>${STYLE}</style><body>${body}<script>${MEASURE}</script>`,
    {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": `sandbox allow-popups allow-popups-to-escape-sandbox allow-scripts; default-src 'none'; script-src '${MEASURE_HASH}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "private, max-age=3600",
      },
    },
  )
}

const MEASURE = `
const tell = () => parent.postMessage({
  mail: { height: Math.ceil(document.body.getBoundingClientRect().height), pictures: document.querySelectorAll("img[data-remote-src]:not([src])").length }
}, "*")
new ResizeObserver(tell).observe(document.body)
addEventListener("load", tell)
`
const MEASURE_HASH = `sha256-${createHash("sha256").update(MEASURE).digest("base64")}`

const STYLE = `
:root { color-scheme: light; }
html { overflow: auto hidden; }
body { margin: 0; padding: 12px; font: 15px/1.55 system-ui, sans-serif; color: #1d1d1f; background: #fff; overflow-wrap: anywhere; display: flow-root; }
img { max-width: 100%; height: auto; }
img[data-remote-src]:not([src]) { display: inline-block; min-width: 24px; min-height: 24px; background: #eee; border: 1px dashed #bbb; }
pre { white-space: pre-wrap; font: inherit; }
blockquote { margin: 0 0 0 8px; padding-left: 12px; border-left: 3px solid #ddd; color: #555; }
`

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}
