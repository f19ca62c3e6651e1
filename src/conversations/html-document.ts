/**
 * A message's HTML as a document for the desk's frames: sanitised when it was filed, and once more fenced in by a policy under which
 * nothing runs and nothing is fetched, whatever slipped through. The desk shows it in a frame without an origin and measures it in one
 * without links that open; opened by itself it has no origin either.
 */
export function htmlDocument(message: { html: string | null; text: string }, inFrame: boolean): Response {
  const body = message.html ?? `<pre>${escape(message.text)}</pre>`
  const sandbox = `sandbox ${inFrame ? "allow-same-origin " : ""}allow-popups allow-popups-to-escape-sandbox`
  return new Response(
    `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><style>${STYLE}</style><body>${body}`,
    {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": `${sandbox}; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "private, max-age=3600",
        vary: "sec-fetch-dest",
      },
    },
  )
}

const STYLE = `
:root { color-scheme: light; }
body { margin: 0; padding: 12px; font: 15px/1.55 system-ui, sans-serif; color: #1d1d1f; background: #fff; overflow-wrap: anywhere; display: flow-root; }
img { max-width: 100%; height: auto; }
img[data-remote-src]:not([src]) { display: inline-block; min-width: 24px; min-height: 24px; background: #eee; border: 1px dashed #bbb; }
pre { white-space: pre-wrap; font: inherit; }
blockquote { margin: 0 0 0 8px; padding-left: 12px; border-left: 3px solid #ddd; color: #555; }
`

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}
