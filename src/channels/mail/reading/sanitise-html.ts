import { sanitiser } from "#markup"
import { mailBlock } from "./html/mail-blocks.ts"

/**
 * The HTML of a mail, made safe to show (#markup). What mail programs mark as history, attribution or signature is marked
 * `data-mail`.
 */
export const sanitiseHtml = sanitiser({
  mark: (tagName, attributes) => mailBlock(tagName, attributes["class"] ?? "", attributes["id"] ?? ""),
  link: { target: "_blank", rel: "noopener noreferrer" },
})
