import { attributeOf, decodeEntities, htmlTokens, LineText } from "#markup"
import { limits } from "../mime/limits.ts"
import type { TextLine } from "../quotes/text-line.ts"

const BLOCKS = new Set(
  "address article aside blockquote body center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header html li main nav ol p pre section table tr ul caption".split(
    " ",
  ),
)
const SPACED = new Set("p h1 h2 h3 h4 h5 h6 ul ol dl pre table".split(" "))
const SKIPPED = new Set("script style title noscript template svg math textarea".split(" "))
const RULE = "________________________________"

/** Turns HTML into lines of text, as a person reads it: one pass, no recursion. Quoted blocks are marked, and drawn with `>`. */
export function htmlLines(html: string): TextLine[] {
  return new LineWriter().write(html)
}

interface OpenElement {
  name: string
  mark: string | null
  link: string | null
  linkFrom: number
}

class LineWriter {
  private readonly lines: TextLine[] = []
  private readonly line = new LineText()
  private readonly open: OpenElement[] = []
  /** How many of each element and of each mark are open. */
  private readonly count = new Map<string, number>()
  private skipping = ""

  write(html: string): TextLine[] {
    for (const token of htmlTokens(html)) {
      if (this.skipping) {
        if (token.kind === "close" && token.name === this.skipping) this.skipping = ""
      } else if (token.kind === "text") this.addText(token.text)
      else if (token.kind === "open") this.openTag(token.name, token.attributes)
      else this.closeTag(token.name)
    }
    this.endLine()
    return this.lines
  }

  private addText(raw: string): void {
    if (!this.isIn("pre")) return this.line.flow(raw)
    const [first, ...rest] = decodeEntities(raw).split("\n")
    this.line.add(first!)
    for (const line of rest) {
      this.endLine(true)
      this.line.add(line)
    }
  }

  private openTag(name: string, attributes: string): void {
    if (SKIPPED.has(name)) this.skipping = name
    else if (name === "br") this.endLine(true)
    else if (name === "td" || name === "th") this.line.space()
    else if (name === "img") this.showImage(attributes)
    else if (name === "hr") {
      this.endLine()
      this.push(RULE)
    } else if (BLOCKS.has(name) || name === "a" || attributes.includes("data-mail")) this.openElement(name, attributes)
  }

  private openElement(name: string, attributes: string): void {
    if (BLOCKS.has(name)) this.endLine()
    if (SPACED.has(name)) this.blankLine()
    const mark = attributeOf(attributes, "data-mail")
    this.open.push({ name, mark, link: name === "a" ? attributeOf(attributes, "href") : null, linkFrom: this.line.position })
    this.change(name, 1)
    if (mark) this.change(`mark:${mark}`, 1)
    if (name === "li") this.line.add("- ")
  }

  private closeTag(name: string): void {
    while (this.isIn(name)) {
      const last = this.open.pop()!
      this.leave(last)
      if (last.name === name) return
    }
  }

  private leave({ name, mark, link, linkFrom }: OpenElement): void {
    if (link) this.showLink(decodeEntities(link), this.line.since(linkFrom))
    if (BLOCKS.has(name)) this.endLine()
    this.change(name, -1)
    if (mark) this.change(`mark:${mark}`, -1)
    if (SPACED.has(name)) this.blankLine()
  }

  /** A link says where it leads when its text doesn't. */
  private showLink(href: string, text: string): void {
    const bare = href.replace(/^(?:mailto:|tel:|https?:\/\/)/i, "").replace(/\/$/, "")
    if (text.trim() && !text.toLowerCase().includes(bare.toLowerCase())) this.line.add(` <${href}>`)
  }

  private showImage(attributes: string): void {
    const alternative = attributeOf(attributes, "alt")?.trim()
    if (alternative) this.line.add(`[${decodeEntities(alternative)}]`)
  }

  private endLine(evenEmpty = false): void {
    const text = this.line.take()
    if (text || evenEmpty) this.push(text)
  }

  private blankLine(): void {
    const last = this.lines.at(-1)
    if (last && last.text.replace(/^[> ]+/, "")) this.push("")
  }

  private push(text: string): void {
    if (this.lines.length >= limits.textLines) return
    const depth = Math.min(this.count.get("blockquote") ?? 0, 50)
    const role = this.isIn("mark:quote")
      ? "quote"
      : this.isIn("mark:attribution")
        ? "attribution"
        : this.isIn("mark:signature")
          ? "signature"
          : "own"
    this.lines.push({ text: depth ? `${">".repeat(depth)} ${text}`.trimEnd() : text, role })
  }

  private isIn(name: string): boolean {
    return (this.count.get(name) ?? 0) > 0
  }

  private change(name: string, by: number): void {
    this.count.set(name, (this.count.get(name) ?? 0) + by)
  }
}
