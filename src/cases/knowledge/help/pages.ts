import { html } from "hono/html"
import { type Language, say } from "#words"
import { markupToHtml } from "../markup/to-html.ts"
import { type Html, ROOT } from "./layout.ts"
import type { PublicArticle, PublicHit } from "./public-articles.ts"

const date = (language: Language, at: Date): Html =>
  html`<time datetime="${at.toISOString().slice(0, 10)}"
    >${new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { dateStyle: "long", timeZone: "UTC" }).format(at)}</time
  >`

export interface ListPage {
  items: readonly PublicArticle[]
  page: number
  pages: number
}

/** All articles of a language, under their first tag. */
export function homePage(language: Language, { items, page, pages }: ListPage): Html {
  const groups = Map.groupBy(items, ({ tags }) => tags[0] ?? "")
  const named = [...groups].toSorted(([a], [b]) => Number(a === "") - Number(b === "") || a.localeCompare(b, language))
  const link = (to: number, key: "help.newer" | "help.older") =>
    to < 1 || to > pages ? "" : html`<a href="${ROOT[language]}${to > 1 ? `?page=${to}` : ""}">${say(language, key)}</a>`
  return html`<h1>${say(language, "help.title")}</h1>
    ${items.length === 0 ? html`<p>${say(language, "help.nothingYet")}</p>` : ""}
    ${named.map(
      ([tag, articles]) =>
        html`<section>
          ${tag ? html`<h2>${tag.charAt(0).toUpperCase() + tag.slice(1)}</h2>` : groups.size > 1 ? html`<h2>${say(language, "help.others")}</h2>` : ""}
          <ul class="list">
            ${articles.map(({ slug, title }) => html`<li><a href="${ROOT[language]}/${slug}">${title}</a></li>`)}
          </ul>
        </section>`,
    )}
    ${pages > 1 ? html`<nav class="pages" aria-label="${say(language, "help.pages")}">${link(page - 1, "help.newer")} ${link(page + 1, "help.older")}</nav>` : ""}`
}

/** What a search found, or that it found nothing. */
export function foundPage(language: Language, q: string, hits: readonly PublicHit[]): Html {
  if (hits.length === 0)
    return html`<h1>${say(language, "help.foundNone", { q })}</h1>
      <p>${say(language, "help.foundNothing")}</p>`
  return html`<h1>${say(language, "help.found", { count: hits.length, q })}</h1>
    <ul class="hits">
      ${hits.map(
        ({ slug, title, snippet }) =>
          html`<li>
            <a href="${ROOT[language]}/${slug}">${title}</a>
            <p>${snippet.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}</p>
          </li>`,
      )}
    </ul>`
}

/** An article, and the question whether it was of use. */
export function articlePage(article: PublicArticle, voted: boolean): Html {
  const { language, title, body, at, slug } = article
  const fresh = article.reviewedAt && article.reviewedAt.getTime() - at.getTime() > 86_400_000 ? article.reviewedAt : null
  return html`<article>
      <h1>${title}</h1>
      <p class="when">
        ${say(language, "help.updated")}
        ${date(language, at)}${fresh ? html` · ${say(language, "help.checked")} ${date(language, fresh)}` : ""}
      </p>
      ${markupToHtml(body, (id) => `/help/pictures/${id}`)}
    </article>
    <section class="useful" id="useful" aria-label="${say(language, "help.useful")}">
      ${
        voted
          ? html`<p role="status">${say(language, "help.thanks")}</p>`
          : html`<form method="post" action="${ROOT[language]}/${slug}/useful">
              <p id="asked">${say(language, "help.useful")}</p>
              <button name="useful" value="yes" aria-describedby="asked">${say(language, "help.yes")}</button>
              <button name="useful" value="no" aria-describedby="asked">${say(language, "help.no")}</button>
            </form>`
      }
    </section>`
}

export function refusalPage(title: string, words: string): Html {
  return html`<h1>${title}</h1>
    <p>${words}</p>`
}
