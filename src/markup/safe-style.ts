const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([0-9., %]{5,40}\))$/
const LENGTH = /^-?[0-9]{1,3}(?:\.[0-9]{1,3})?(?:px|pt|em|rem|ex|%)?$/
const PADDING = /^(?:[0-9]{1,2}(?:\.[0-9]{1,2})?(?:px|pt|em|ex)?(?: |$)){1,4}$/
const BORDER = /^(?:none|[0-9.]{1,4}(?:px|pt)? (?:solid|dashed|dotted|double) (?:#[0-9a-f]{3,8}|[a-z]{3,20}))$/

/** What a mail may say about its looks: nothing that moves, covers, hides or fetches. */
const ALLOWED = new Map<string, RegExp>([
  ["color", COLOUR],
  ["background-color", COLOUR],
  ["font-weight", /^(?:normal|bold|bolder|lighter|[1-9]00)$/],
  ["font-style", /^(?:normal|italic|oblique)$/],
  [
    "font-size",
    /^(?:(?:[89]|[1-3][0-9])(?:\.[0-9]{1,2})?(?:px|pt)|[01](?:\.[0-9]{1,2})?r?em|(?:xx?-)?small|medium|(?:xx?-)?large|smaller|larger)$/,
  ],
  ["text-align", /^(?:left|right|center|justify|start|end)$/],
  ["text-decoration", /^(?:none|underline|line-through|overline)$/],
  ["vertical-align", /^(?:top|middle|bottom|baseline|sub|super)$/],
  ["white-space", /^(?:normal|nowrap|pre|pre-wrap|pre-line)$/],
  ["direction", /^(?:ltr|rtl)$/],
  ["text-indent", LENGTH],
  ["line-height", /^(?:normal|[1-3](?:\.[0-9]{1,3})?|1[0-9]{2}%)$/],
  ["padding", PADDING],
  ["padding-left", PADDING],
  ["padding-right", PADDING],
  ["margin-left", PADDING],
  ["border", BORDER],
  ["border-left", BORDER],
  ["border-top", BORDER],
  ["border-bottom", BORDER],
  ["border-collapse", /^(?:collapse|separate)$/],
  ["list-style-type", /^[a-z-]{3,20}$/],
])

/** The declarations of a `style` attribute that are on the list, with a value in the list's own grammar; the rest is dropped. */
export function safeStyle(style: string): string {
  const kept: string[] = []
  for (const declaration of style.slice(0, 2_000).toLowerCase().split(";")) {
    const colon = declaration.indexOf(":")
    const property = declaration.slice(0, colon).trim()
    const value = declaration.slice(colon + 1).trim()
    if (colon > 0 && ALLOWED.get(property)?.test(value)) kept.push(`${property}:${value}`)
  }
  return kept.join(";")
}
