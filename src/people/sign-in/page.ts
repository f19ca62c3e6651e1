import { html } from "hono/html"
import type { Context } from "hono"
import type { Language } from "#words"

export type Page = ReturnType<typeof html>

/** A small public page: it needs no script, loads one stylesheet of ours and tells no other site where it was. `mark`: who speaks. */
export function showPage(
  c: Context,
  status: 200 | 401 | 403 | 404 | 409 | 422 | 429 | 503,
  language: Language,
  title: string,
  body: Page,
  mark = "Vigie",
): Response | Promise<Response> {
  c.header(
    "content-security-policy",
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  )
  // same-origin, not no-referrer: with the latter a form's Origin would be "null".
  c.header("referrer-policy", "same-origin")
  c.header("cache-control", "no-store")
  c.header("x-content-type-options", "nosniff")
  c.header("x-robots-tag", "noindex")
  return c.html(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${title} · ${mark}</title>
          <link rel="stylesheet" href="/public/pages.css" />
        </head>
        <body>
          <main class="card">
            <p class="mark">${mark}</p>
            ${body}
          </main>
        </body>
      </html>`,
    status,
  )
}
