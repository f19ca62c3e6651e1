import sanitize from "sanitize-html"
import { brokenHtmlLimit } from "./html/html-limits.ts"
import { mailBlock } from "./html/mail-blocks.ts"
import { safeImage, safeLink } from "./html/safe-address.ts"
import { safeStyle } from "./html/safe-style.ts"

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
  transformTags: { "*": cleanElement },
}

export interface SanitisedHtml {
  /** Null when the text breaks a limit; it's then read as plain text only. */
  html: string | null
  warning: string | null
}

/**
 * HTML from outside, made safe to show: nothing in it runs, styles the page around it, or fetches anything. Remote images wait in
 * `data-remote-src`, images of the mail itself in `data-cid`; what mail programs mark as history, attribution or signature is
 * marked `data-mail`.
 */
export function sanitiseHtml(html: string): SanitisedHtml {
  const warning = brokenHtmlLimit(html)
  return warning ? { html: null, warning } : { html: sanitize(html, PROFILE), warning: null }
}

function cleanElement(tagName: string, attribs: sanitize.Attributes): sanitize.Tag {
  const kept: sanitize.Attributes = {}
  for (const [name, value] of Object.entries(attribs)) if (!REPLACED.has(name) && !name.startsWith("data-")) kept[name] = value
  const style = attribs["style"] ? safeStyle(attribs["style"]) : ""
  const block = mailBlock(tagName, attribs["class"] ?? "", attribs["id"] ?? "")
  const own = tagName === "a" ? linkAttributes(attribs) : tagName === "img" ? safeImage(attribs["src"] ?? "") : {}
  return { tagName, attribs: { ...kept, ...(style && { style }), ...(block && { "data-mail": block }), ...own } }
}

/** Attributes that are written anew, or not at all. */
const REPLACED = new Set(["style", "href", "target", "rel", "src"])

function linkAttributes(attribs: sanitize.Attributes): sanitize.Attributes {
  const href = safeLink(attribs["href"] ?? "")
  return href ? { href, target: "_blank", rel: "noopener noreferrer" } : {}
}
