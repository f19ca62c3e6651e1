import { decodeReferences } from "#markup"
import { attributesOf } from "./attributes.ts"
import { OwnEntities } from "./doctype.ts"
import { Names } from "./namespaces.ts"
import type { XmlNode } from "./node.ts"
import { scanXml, type XmlEvents } from "./scan-xml.ts"

const DEEPEST = 100
const MOST_ELEMENTS = 400_000
const NOTHING: ReadonlyMap<string, string> = new Map()

export interface XmlRead {
  root: XmlNode
  /** What of it was beyond what is read: `xml.too-deep`, `xml.too-many-elements`. */
  warnings: string[]
}

/** Reads XML into a tree, whatever it is worth: what is never closed ends with what holds it, what is never opened is passed over. */
export function readXml(xml: string, base: string | null, language: string | null): XmlRead {
  const builder = new TreeBuilder(base, language)
  scanXml(xml, builder)
  return { root: builder.root, warnings: [...builder.warnings] }
}

interface Open {
  node: XmlNode
  written: string
  names: Names
}

class TreeBuilder implements XmlEvents {
  readonly root: XmlNode
  readonly warnings = new Set<string>()
  readonly #open: Open[]
  readonly #entities = new OwnEntities()
  #top: Open
  #elements = 0
  /** Open elements below the deepest that is read. */
  #below = 0

  constructor(base: string | null, language: string | null) {
    this.root = { name: "", attributes: NOTHING, content: [], base, language }
    this.#top = { node: this.root, written: "", names: new Names() }
    this.#open = [this.#top]
  }

  isDone(): boolean {
    return this.#elements > MOST_ELEMENTS
  }

  open(written: string, tag: string, isEmpty: boolean): void {
    if (this.#below > 0 || this.#open.length > DEEPEST) {
      this.warnings.add("xml.too-deep")
      if (!isEmpty) this.#below++
      return
    }
    if (++this.#elements > MOST_ELEMENTS) this.warnings.add("xml.too-many-elements")
    const { node: parent, names: around } = this.#top
    const node: XmlNode = { name: "", attributes: NOTHING, content: [], base: parent.base, language: parent.language }
    const names = tag.trim() === "" ? around : this.#readAttributes(node, tag, around)
    node.name = names.resolve(written)
    parent.content.push(node)
    if (!isEmpty) this.#open.push((this.#top = { node, written, names }))
  }

  close(written: string): void {
    if (this.#below > 0) {
      this.#below--
      return
    }
    const at = this.#top.written === written ? this.#open.length - 1 : this.#opened(written)
    if (at < 1) return
    this.#open.length = at
    this.#top = this.#open[at - 1]!
  }

  /** Where the element stands that this closes; some close in other letters than they open. */
  #opened(written: string): number {
    const at = this.#open.findLastIndex((each) => each.written === written)
    return at >= 0 ? at : this.#open.findLastIndex((each) => each.written.toLowerCase() === written.toLowerCase())
  }

  text(text: string): void {
    if (this.#below === 0) this.#top.node.content.push(decodeReferences(text, this.#entities.valueOf))
  }

  data(text: string): void {
    if (this.#below === 0) this.#top.node.content.push(text)
  }

  doctype(declaration: string): void {
    if (this.#elements === 0) this.#entities.declare(declaration)
  }

  /** Gives a node its attributes, and what it changes for itself and all below it; gives the names that hold there. */
  #readAttributes(node: XmlNode, tag: string, around: Names): Names {
    const attributes = new Map<string, string>()
    const declared = new Map<string, string>()
    for (const [name, raw] of attributesOf(tag)) {
      const value = decodeReferences(raw, this.#entities.valueOf)
      if (name === "xmlns") declared.set("", value)
      else if (name.startsWith("xmlns:")) declared.set(name.slice(6), value)
      else if (!attributes.has(name)) attributes.set(name, value)
    }
    const names = declared.size ? around.with(declared) : around
    if (declared.has("") && this.#open.length === 1) attributes.set("xmlns", declared.get("")!)
    if (attributes.size === 0) return names
    node.attributes = attributes
    const base = attributes.get("xml:base")?.trim()
    if (base && !/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(base)) node.base = URL.parse(base, node.base ?? undefined)?.href ?? node.base
    const language = attributes.get("xml:lang")
    if (language !== undefined) node.language = language.trim().replace("_", "-") || null
    return names
  }
}
