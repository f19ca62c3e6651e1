import type { XmlNode } from "./node.ts"

/** Elements that HTML closes by itself: what XML put into them comes after them. */
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "))
const MARK = /[&<>"]/g
const WRITTEN: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** What stands in an element, as HTML: for words that come as elements of the feed itself. */
export function innerHtml(node: XmlNode): string {
  const pieces: string[] = []
  for (const each of node.content) write(each, pieces)
  return pieces.join("").trim()
}

function write(each: string | XmlNode, pieces: string[]): void {
  if (typeof each === "string") {
    pieces.push(escape(each))
    return
  }
  const name = each.name.slice(each.name.indexOf(":") + 1)
  pieces.push("<", name)
  for (const [attribute, value] of each.attributes) pieces.push(" ", attribute, '="', escape(value), '"')
  pieces.push(">")
  for (const inner of each.content) write(inner, pieces)
  if (!VOID.has(name)) pieces.push("</", name, ">")
}

function escape(text: string): string {
  return text.replace(MARK, (mark) => WRITTEN[mark]!)
}
