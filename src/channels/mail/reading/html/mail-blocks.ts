/** What mail programs mark in the HTML they write: history, the line above it, a signature. */
export type MailBlock = "quote" | "attribution" | "signature"

const QUOTE_CLASSES = new Set([
  "yahoo_quoted",
  "protonmail_quote",
  "tutanota_quote",
  "ms-outlook-mobile-reference-message",
  "zmail_extra",
  "gmx_quote",
  "web_de_quote",
  "wp_quote",
  "mailcontainerquote",
  "quoted-mail",
  "front-blockquote",
  "hmquote",
])
const QUOTE_IDS = new Set(["olk_src_body_section", "mail-editor-reference-message-container", "isforwardcontent", "qt", "replysection"])
const ATTRIBUTION_CLASSES = new Set(["gmail_attr", "moz-cite-prefix", "moz-forward-container-header", "yahoo-quoted-begin"])
const ATTRIBUTION_IDS = new Set(["reply-intro", "divrplyfwdmsg_attribution"])
const SIGNATURE_CLASSES = new Set([
  "gmail_signature",
  "moz-signature",
  "protonmail_signature_block",
  "tutanota_signature",
  "ms-outlook-mobile-signature",
])
const SIGNATURE_IDS = new Set([
  "signature",
  "applemailsignature",
  "ms-outlook-mobile-signature",
  "outlooksignature",
  "ymail_android_signature",
])

/** What an element is by its name, class and id; null when it's just an element. */
export function mailBlock(element: string, className: string, id: string): MailBlock | null {
  if (element === "blockquote") return "quote"
  const classes = className.toLowerCase().split(/\s+/)
  const name = id.toLowerCase().replace(/^x_/, "")
  const has = (set: ReadonlySet<string>) => classes.some((each) => set.has(each.replace(/^x_/, "")))
  if (has(QUOTE_CLASSES) || QUOTE_IDS.has(name)) return "quote"
  if (has(ATTRIBUTION_CLASSES) || ATTRIBUTION_IDS.has(name)) return "attribution"
  return has(SIGNATURE_CLASSES) || SIGNATURE_IDS.has(name) ? "signature" : null
}
