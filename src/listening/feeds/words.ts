import { decodeReferences, plainText, sanitiser } from "#markup"
import type { Words } from "./feed.ts"
import { innerHtml } from "./xml/inner-html.ts"
import { ownText, textOf, type XmlNode } from "./xml/node.ts"

/** What words are when they don't say: Atom's are text, those of RSS are HTML, or text that may be HTML. */
export type Unsaid = "text" | "html" | "either"

const HTML_TYPE = /^(?:html|text\/html|text\/x-html)\b/i
const XHTML_TYPE = /^(?:xhtml|application\/xhtml\+xml|text\/xml|application\/xml|xml|.*\+xml)$/i
const TAG =
  /<\/?(?:a|abbr|b|bdi|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|pre|q|s|samp|script|small|span|strike|strong|style|sub|sup|table|td|tr|tt|u|ul|var|wbr|iframe|object|embed|svg|math)\b[^>]*>/i
const LONGEST = 400_000

export type ToHtml = (html: string, base: string | null) => { html: string | null; warning: string | null }

/** Sanitises in the strict profile of the house, links made whole against the base they stand under. */
export function feedSanitiser(): ToHtml {
  let last: { base: string | null; sanitise: ReturnType<typeof sanitiser> } | null = null
  return (html, base) => {
    if (last?.base !== base) {
      const resolve = (address: string) => (base ? (URL.parse(address.trim(), base)?.href ?? address) : address)
      last = { base, sanitise: sanitiser({ resolve }) }
    }
    return last.sanitise(html)
  }
}

export interface WordsGround {
  toHtml: ToHtml
  warn: (code: string) => void
  /** Whether the `div` around XHTML is only there to hold it (Atom 1.0, RFC 4287 § 3.1.1.3). */
  unwraps: boolean
  /** Whether the HTML is wanted, made safe; the text is had without. */
  keepsHtml: boolean
}

/** Reads the words of an element: text, escaped HTML, elements, or base64 of any of them. Null where there are none. */
export function wordsOf(node: XmlNode | null, unsaid: Unsaid, { toHtml, warn, unwraps, keepsHtml }: WordsGround): Words | null {
  if (!node) return null
  const type = (node.attributes.get("type") ?? "").trim().toLowerCase()
  const mode = node.attributes.get("mode")?.trim().toLowerCase()
  const kind = HTML_TYPE.test(type) ? "html" : XHTML_TYPE.test(type) ? "xhtml" : type.startsWith("text") ? "text" : unsaid
  const hasElements = node.content.some((each) => typeof each !== "string")
  if (mode === "base64" || (isBytes(type) && !hasElements)) {
    const decoded = fromBase64(textOf(node))
    return decoded === null ? null : make(decoded, kind === "text" ? "either" : kind, node)
  }
  if (hasElements && mode !== "escaped") {
    const inside = unwraps && kind === "xhtml" ? unwrapped(node) : node
    return make(innerHtml(inside), "html", inside)
  }
  // XHTML without a single element is either text or escaped against the rules.
  return make(textOf(node), kind === "xhtml" ? "either" : kind, node)

  function make(written: string, as: Unsaid | "xhtml", from: XmlNode): Words | null {
    const cut = written.length > LONGEST ? written.slice(0, LONGEST) : written
    if (cut !== written) warn("words.cut")
    const words = as === "text" ? { text: cut, html: null } : fromHtml(cut, as === "either" && !isHtml(cut), from.base)
    return words.text || words.html ? { ...words, language: from.language } : null
  }

  function fromHtml(written: string, isText: boolean, base: string | null): Omit<Words, "language"> {
    if (isText || !written.includes("<")) return { text: tidy(isText ? written : decodeReferences(written)), html: null }
    const text = plainText(written)
    if (!keepsHtml) return { text, html: null }
    const { html, warning } = toHtml(written, base)
    if (warning) warn(warning)
    return { text, html: html && /[<&]/.test(html) ? html.trim() : null }
  }
}

/** A text of Vigie's own making, or of JSON: words that are no HTML. */
export function plainWords(text: unknown, language: string | null): Words | null {
  return typeof text === "string" && text.trim() ? { text: tidy(text), html: null, language } : null
}

/** Words that may be HTML without saying so: they hold a tag that people use, or a reference. */
export function isHtml(written: string): boolean {
  return TAG.test(written) || /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,10}\d?);/.test(written)
}

function unwrapped(node: XmlNode): XmlNode {
  const [only, ...others] = node.content.filter((each) => typeof each !== "string" || each.trim())
  return only && typeof only !== "string" && only.name === "xhtml:div" && others.length === 0 ? only : node
}

const isBytes = (type: string): boolean => /^(?:application|image|audio|video)\//.test(type) && !/[/+]xml$/.test(type)

function fromBase64(text: string): string | null {
  if (!/^[A-Za-z0-9+/=\s]+$/.test(text)) return null
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "base64")).trim()
  } catch {
    return null // a picture, or another file: no words
  }
}

function tidy(text: string): string {
  return text.replace(/[^\S\n]*\r?\n[^\S\n]*/g, "\n").trim()
}

/** A text of one line, such as a term or a name. */
export function lineOf(node: XmlNode | null): string {
  return (node ? ownText(node) || textOf(node) : "").replace(/\s+/g, " ").trim()
}
