/** An element of a feed: its name by the usual prefix, its text and elements in order, and what it inherits. */
export interface XmlNode {
  name: string
  attributes: ReadonlyMap<string, string>
  content: (string | XmlNode)[]
  /** Against what its addresses are relative (`xml:base`), and in what language it is (`xml:lang`). */
  base: string | null
  language: string | null
}

/** The elements in it, of this name where one is given. */
export function children(node: XmlNode, name?: string): XmlNode[] {
  return node.content.filter((each): each is XmlNode => typeof each !== "string" && (name === undefined || each.name === name))
}

/** The first element in it that has one of these names: the first name that there is, not the first element. */
export function child(node: XmlNode, ...names: readonly string[]): XmlNode | null {
  for (const name of names) {
    for (const each of node.content) if (typeof each !== "string" && each.name === name) return each
  }
  return null
}

/** All the words in it, with those of its elements, without the blanks around. */
export function textOf(node: XmlNode | null): string {
  if (!node) return ""
  if (node.content.length === 1 && typeof node.content[0] === "string") return node.content[0].trim()
  const pieces: string[] = []
  const collect = (from: XmlNode) => {
    for (const each of from.content) {
      if (typeof each === "string") pieces.push(each)
      else collect(each)
    }
  }
  collect(node)
  return pieces.join("").trim()
}

/** The words that stand in it itself. */
export function ownText(node: XmlNode | null): string {
  return (
    node?.content
      .filter((each) => typeof each === "string")
      .join("")
      .trim() ?? ""
  )
}
