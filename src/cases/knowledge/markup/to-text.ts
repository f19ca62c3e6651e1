import type { Block, Part } from "./blocks.ts"
import { parseMarkup } from "./parse.ts"

/** An article as the text of an answer: what Markdown marks is shown by dashes, numbers and addresses that mail programs link. */
export function markupToText(body: string): string {
  return parseMarkup(body)
    .map(blockText)
    .filter((text) => text !== "")
    .join("\n\n")
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return words(block.parts)
    case "paragraph":
      return block.lines.map(words).join("\n")
    case "list":
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : "-"} ${words(item)}`).join("\n")
    case "picture":
      return ""
  }
}

function words(parts: readonly Part[]): string {
  return parts
    .map(({ text, href }) => (href && href.replace(/\/$/, "") !== text.replace(/\/$/, "") ? `${text} (${plainHref(href)})` : text))
    .join("")
}

const plainHref = (href: string): string => href.replace(/^(mailto|tel):/, "")

/** The words alone, for search, likeness and descriptions. */
export function markupWords(body: string): string {
  const line = (parts: readonly Part[]): string => parts.map(({ text }) => text).join("")
  return parseMarkup(body)
    .map((block) => {
      if (block.kind === "heading") return line(block.parts)
      if (block.kind === "paragraph") return block.lines.map(line).join(" ")
      return block.kind === "list" ? block.items.map(line).join(" ") : block.words
    })
    .join("\n")
}
