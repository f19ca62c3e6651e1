const ENTITY = /<!ENTITY\s+([A-Za-z_][\w.-]{0,60})\s+(?:"([^"]{0,2000})"|'([^']{0,2000})')\s*>/g
const REFERENCE = /&([A-Za-z_][\w.-]{0,60});/g
const MOST_ENTITIES = 300
const DEEPEST = 5
/** Characters that entities of the document's own may become, all together: a thousand laughs, not a billion. */
const MOST_CHARACTERS = 100_000

/** The entities that a document type declares; what others refer to outside of the document is never fetched. */
export class OwnEntities {
  readonly #declared = new Map<string, string>()
  #left = MOST_CHARACTERS

  declare(doctype: string): void {
    for (const [, name = "", double, single] of doctype.matchAll(ENTITY)) {
      if (this.#declared.size >= MOST_ENTITIES) return
      if (!this.#declared.has(name)) this.#declared.set(name, double ?? single ?? "")
    }
  }

  /** What an entity stands for; null where the document doesn't say. Nothing, once they have become too much. */
  readonly valueOf = (name: string): string | null => (this.#declared.size ? this.#expand(name, DEEPEST) : null)

  #expand(name: string, depth: number): string | null {
    const value = this.#declared.get(name)
    if (value === undefined) return null
    if (depth === 0 || this.#left <= 0) return ""
    this.#left -= value.length + 1
    return value.replace(REFERENCE, (whole, inner: string) => this.#expand(inner, depth - 1) ?? whole)
  }
}
