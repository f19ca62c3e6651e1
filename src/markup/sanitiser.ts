import sanitize from "sanitize-html"
import { brokenHtmlLimit } from "./html-limits.ts"
import { safeImage, safeLink } from "./safe-address.ts"
import { safeStyle } from "./safe-style.ts"

const ELEMENTS =
  "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr"

const EVERYWHERE = ["style", "dir", "lang", "align", "title", "data-mail"]
const BOX = ["width", "height", "bgcolor", "valign"]

/** Elements whose content goes with them. */
const DROPPED =
  "script style title textarea option noscript noembed noframes template svg math iframe object embed applet frameset audio video canvas xmp plaintext select button xml"

const PROFILE: sanitize.IOptions = {
  allowedTags: ELEMENTS.split(" "),
  nonTextTags: DROPPED.split(" "),
  allowedAttributes: {
    "*": EVERYWHERE,
    a: ["href", "target", "rel"],
    img: ["src", "data-remote-src", "data-cid", "alt", "width", "height"],
    table: [...BOX, "border", "cellpadding", "cellspacing"],
    td: [...BOX, "colspan", "rowspan"],
    th: [...BOX, "colspan", "rowspan", "scope"],
    tr: ["bgcolor", "valign"],
    col: ["span", "width"],
    font: ["color", "size", "face"],
    ol: ["start", "type"],
    ul: ["type"],
    hr: ["width", "size"],
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesByTag: { img: ["data"] },
  allowProtocolRelative: false,
  parseStyleAttributes: false,
  disallowedTagsMode: "discard",
}

/** Attributes that are written anew, or not at all. */
const REPLACED = new Set(["style", "href", "target", "rel", "src"])

export interface SanitiserOptions {
  /** What the element is to its kind of text, written as `data-mail`; nothing else writes that. */
  mark?: (tagName: string, attributes: Readonly<Record<string, string>>) => string | null
  /** Makes an address whole before it is judged: relative links are dropped where nothing is given. */
  resolve?: (address: string) => string
  /** What a link carries besides its address. */
  link?: Readonly<Record<string, string>>
}

export interface SanitisedHtml {
  /** Null when the text breaks a limit; it's then read as plain text only. */
  html: string | null
  warning: string | null
}

/**
 * Makes HTML from outside safe to show: nothing in it runs, styles the page around it, or fetches anything. Remote images wait in
 * `data-remote-src`, images of the message itself in `data-cid`.
 */
export function sanitiser({ mark, resolve, link = {} }: SanitiserOptions): (html: string) => SanitisedHtml {
  const whole = (address: string) => (address && resolve ? resolve(address) : address)
  const own = (tagName: string, attributes: sanitize.Attributes): Record<string, string> => {
    if (tagName === "img") return safeImage(whole(attributes["src"] ?? ""))
    if (tagName !== "a") return {}
    const href = safeLink(whole(attributes["href"] ?? ""))
    return href ? { href, ...link } : {}
  }
  const clean = (tagName: string, attributes: sanitize.Attributes): sanitize.Tag => {
    const kept: sanitize.Attributes = {}
    for (const [name, value] of Object.entries(attributes)) if (!REPLACED.has(name) && !name.startsWith("data-")) kept[name] = value
    const style = attributes["style"] ? safeStyle(attributes["style"]) : ""
    const marked = mark?.(tagName, attributes)
    return { tagName, attribs: { ...kept, ...(style && { style }), ...(marked && { "data-mail": marked }), ...own(tagName, attributes) } }
  }
  const profile = { ...PROFILE, transformTags: { "*": clean } }
  return (html) => {
    const warning = brokenHtmlLimit(html)
    return warning ? { html: null, warning } : { html: sanitize(html, profile), warning: null }
  }
}
