import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import type { Context } from "hono"
import { html, raw } from "hono/html"
import { installation } from "#platform"
import { type Language, say } from "#words"

export type Html = ReturnType<typeof html>

/** Under which path each language's pages stand. */
export const ROOT: Readonly<Record<Language, string>> = { en: "/help", fr: "/aide" }
export const other = (language: Language): Language => (language === "fr" ? "en" : "fr")

// In the page itself: one request, no flash, nothing else to keep.
const STYLE = styleOf("web/public/help.css", "web/desk/styles/tokens.css")
/** Whole: a blank more or less, and the policy's hash would keep it out. */
const STYLE_ELEMENT = raw(`<style>${STYLE}</style>`)
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`

export interface Page {
  language: Language
  company: string
  title: string
  description?: string | undefined
  /** The whole address by which this page is known; null: search engines leave it alone. */
  canonical: string | null
  /** Path in each language that has it. */
  versions: Partial<Record<Language, string>>
  origin: string
  q?: string | undefined
  body: Html
  status?: 200 | 404 | 403 | 422 | 429
}

/** One public page: HTML that needs no script, with its style in it, and an ETag by which a browser keeps it. */
export async function showHelp(c: Context, page: Page): Promise<Response> {
  const text = String(await document(page))
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`
  const headers: Record<string, string> = {
    "content-type": "text/html; charset=utf-8",
    "content-language": page.language,
    "content-security-policy": POLICY,
    // same-origin, not no-referrer: with the latter a form's Origin would be "null".
    "referrer-policy": "same-origin",
    "cache-control": "public, max-age=0, must-revalidate",
    etag,
  }
  const status = page.status ?? 200
  if (status === 200 && c.req.header("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(text, { status, headers })
}

function document({ language, company, title, description, canonical, versions, origin, q, body }: Page) {
  const root = ROOT[language]
  const across = versions[other(language)]
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${company}</title>
        ${description ? html`<meta name="description" content="${description}" />` : ""}
        ${canonical === null ? html`<meta name="robots" content="noindex" />` : html`<link rel="canonical" href="${canonical}" />`}
        ${Object.entries(versions).map(([each, path]) => html`<link rel="alternate" hreflang="${each}" href="${origin}${path}" />`)}
        <link rel="alternate" type="application/atom+xml" title="${company}" href="${root}/feed.xml" />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <a class="skip" href="#main">${say(language, "help.skip")}</a>
        <header>
          <a class="home" href="${root}">${company}</a>
          <form role="search" action="${root}" method="get">
            <label class="unseen" for="q">${say(language, "help.search")}</label>
            <input id="q" name="q" type="search" value="${q ?? ""}" placeholder="${say(language, "help.search")}" maxlength="200" />
            <button>${say(language, "help.find")}</button>
          </form>
          ${across ? html`<a lang="${other(language)}" hreflang="${other(language)}" href="${across}">${say(other(language), "help.inThisLanguage")}</a>` : ""}
        </header>
        <main id="main" tabindex="-1">${body}</main>
        <footer>
          <a href="${root}">${say(language, "help.all")}</a>
          <a href="${root}/feed.xml">${say(language, "help.feed")}</a>
        </footer>
      </body>
    </html>`
}

/** A sheet with those of the desk's colours and letters that it names, without comments and blanks. */
function styleOf(sheet: string, tokens: string): string {
  const [rules, known] = [read(sheet), read(tokens)]
  const named = new Set([...rules.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name!))
  const values = [...named].map((name) => new RegExp(`${name}:[^;]+;`).exec(known)![0])
  return `:root{${values.join("")}}${rules}`
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .trim()
}

function read(path: string): string {
  return readFileSync(new URL(path, installation), "utf8")
}
