/** What is met in an XML text, in order. Texts come as written; `data` is what stands in CDATA, where nothing is a reference. */
export interface XmlEvents {
  open(name: string, attributes: string, isEmpty: boolean): void
  close(name: string): void
  text(text: string): void
  data(text: string): void
  /** The document type, from its name to its end. */
  doctype(declaration: string): void
  /** Whether enough was read. */
  isDone(): boolean
}

const NAME = /[A-Za-z_:\u0080-\uffff][^\s<>/="'!?]*/y
/** A tag is no longer: a quote that was never closed would swallow what comes after it. */
const LONGEST_TAG = 200_000

/** Goes through an XML text once, from `<` to `<`, however broken it is: what isn't markup is text. */
export function scanXml(xml: string, events: XmlEvents): void {
  let at = 0
  let isBefore = true // the first element: a document type stands there, once, or nowhere
  while (at < xml.length && !events.isDone()) {
    const open = xml.indexOf("<", at)
    if (open < 0) break
    const after = xml.charCodeAt(open + 1)
    const isClose = after === 47
    NAME.lastIndex = open + (isClose ? 2 : 1)
    const name = NAME.exec(xml)?.[0]
    const isMarkup = name !== undefined || isClose || after === 33 || after === 63
    if (open > at || !isMarkup) events.text(xml.slice(at, isMarkup ? open : open + 1))
    if (!isMarkup) at = open + 1
    else if (name === undefined) {
      at = isClose ? pastThe(xml, ">", open) : scanDeclaration(xml, open, events, isBefore)
      if (xml[open + 2] === "D" || xml[open + 2] === "d") isBefore = false
    } else {
      isBefore = false
      const from = NAME.lastIndex
      const end = endOfTag(xml, from)
      const isEmpty = xml.charCodeAt(end - 1) === 47 && end > from
      if (isClose) events.close(name)
      else events.open(name, xml.slice(from, isEmpty ? end - 1 : end), isEmpty)
      at = end + 1
    }
  }
  if (at < xml.length && !events.isDone()) events.text(xml.slice(at))
}

/** What begins with `<!` or `<?`; one that never ends takes the rest. */
function scanDeclaration(xml: string, open: number, events: XmlEvents, isFirst: boolean): number {
  if (xml.startsWith("<!--", open)) return pastThe(xml, "-->", open + 4)
  if (xml.startsWith("<![CDATA[", open)) {
    const end = xml.indexOf("]]>", open)
    events.data(xml.slice(open + 9, end < 0 ? xml.length : end))
    return end < 0 ? xml.length : end + 3
  }
  const end = pastThe(xml, ">", open)
  if (!isFirst || !/^<!doctype/i.test(xml.slice(open, open + 9))) return end
  const subset = xml.slice(open, end).indexOf("[")
  const whole = subset < 0 ? end : pastThe(xml, ">", Math.max(open, xml.indexOf("]", open + subset)))
  events.doctype(xml.slice(open, whole))
  return whole
}

function pastThe(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? xml.length : at + mark.length
}

/** The `>` that ends a tag: one in a quoted value doesn't. */
function endOfTag(xml: string, from: number): number {
  const most = Math.min(xml.length, from + LONGEST_TAG)
  let quote = 0
  for (let at = from; at < most; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === 62) return at
    else if ((code === 34 || code === 39) && isAfterEquals(xml, at, from)) quote = code
  }
  const first = xml.indexOf(">", from)
  return first < 0 ? xml.length : first
}

function isAfterEquals(xml: string, at: number, from: number): boolean {
  for (let before = at - 1; before >= from; before--) {
    const code = xml.charCodeAt(before)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code === 61
  }
  return false
}
