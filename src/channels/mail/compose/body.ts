import type { Outgoing } from "#conversations"
import { say } from "#words"
import { escapeHtml, textToHtml } from "../reading/text-to-html.ts"

/** The words of an answer in both forms, as they leave: answer, signature, and the history below when it is wanted. */
export function bodyOf(outgoing: Outgoing): { text: string; html: string } {
  const { signature, language } = outgoing
  const text = clean(outgoing.text)
  // An acknowledgement quotes nothing the stranger wrote (it would carry their words to whomever they named as sender).
  const quote = outgoing.automatic ? null : outgoing.quote
  const attribution = quote ? attributionOf(quote, language) : ""
  const quoted = quote ? clean(quote.text).trimEnd() : ""
  const plain = [
    text.trimEnd(),
    signature.trim() ? `-- \n${clean(signature).trimEnd()}` : "",
    quote ? `${attribution}\n${quoteLines(quoted)}` : "",
  ]
  const rich = [
    outgoing.html ?? `<div>${textToHtml(text.trimEnd())}</div>`,
    signature.trim() ? `<div>-- <br>\n${textToHtml(clean(signature).trimEnd())}</div>` : "",
    quote ? `<div>${escapeHtml(attribution)}</div>\n<blockquote type="cite" style="${QUOTE_STYLE}">${textToHtml(quoted)}</blockquote>` : "",
  ]
  return {
    text: `${plain.filter(Boolean).join("\n\n")}\n`,
    html: `<!doctype html>\n<html lang="${language}"><body>\n${rich.filter(Boolean).join("\n<br>\n")}\n</body></html>\n`,
  }
}

const QUOTE_STYLE = "margin:0 0 0 0.8ex;border-left:2px solid #ccc;padding-left:1ex"

function attributionOf({ at, from }: { at: Date; from: { name: string; address: string } }, language: "en" | "fr"): string {
  const date = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long" }).format(at)
  return say(language, "mail.attribution", { date, name: from.name.trim() || from.address })
}

/** A line that is quoted already gets no space between the marks, as mail programs expect. */
function quoteLines(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? ">" : line.startsWith(">") ? `>${line}` : `> ${line}`))
    .join("\n")
}

/** One kind of line end; no control characters but tabs. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "")
}
