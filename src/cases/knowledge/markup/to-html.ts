import { html, raw } from "hono/html"
import type { Block, Part } from "./blocks.ts"
import { parseMarkup } from "./parse.ts"

type Html = ReturnType<typeof html>

/** An article as HTML of paragraphs, headings, lists, links and pictures; every word of it escaped. */
export function markupToHtml(body: string, pictureUrl: (id: string) => string): Html {
  return html`${parseMarkup(body).map((block) => blockHtml(block, pictureUrl))}`
}

function blockHtml(block: Block, pictureUrl: (id: string) => string): Html {
  switch (block.kind) {
    case "heading":
      return html`<h2>${line(block.parts)}</h2>`
    case "paragraph":
      return html`<p>${block.lines.map((parts, i) => html`${i ? raw("<br />") : ""}${line(parts)}`)}</p>`
    case "list":
      return block.ordered
        ? html`<ol>
            ${items(block.items)}
          </ol>`
        : html`<ul>
            ${items(block.items)}
          </ul>`
    case "picture":
      return html`<figure><img src="${pictureUrl(block.id)}" alt="${block.words}" loading="lazy" /></figure>`
  }
}

const items = (all: readonly Part[][]): Html => html`${all.map((parts) => html`<li>${line(parts)}</li>`)}`

function line(parts: readonly Part[]): Html {
  return html`${parts.map(({ text, strong, href }) => {
    if (href) return html`<a href="${href}" rel="noopener">${text}</a>`
    return strong ? html`<strong>${text}</strong>` : html`${text}`
  })}`
}
