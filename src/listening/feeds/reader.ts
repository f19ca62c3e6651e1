import { plainText } from "#markup"
import { resolveAddress } from "./addresses.ts"
import type { Words } from "./feed.ts"
import { feedSanitiser, type Unsaid, type WordsGround, wordsOf } from "./words.ts"
import { child, textOf, type XmlNode } from "./xml/node.ts"
import { readDate } from "./read-date.ts"

/** What reading one feed needs at every turn, and what it notes of the way. */
export class Reader {
  readonly warnings = new Set<string>()
  readonly warn = (code: string): void => void this.warnings.add(code)
  readonly #toHtml = feedSanitiser()
  readonly #words: WordsGround

  constructor({ unwraps = false, keepsHtml }: { unwraps?: boolean; keepsHtml: boolean }) {
    this.#words = { toHtml: this.#toHtml, warn: this.warn, unwraps, keepsHtml }
  }

  /** The words of the first element of these names. */
  words(node: XmlNode, unsaid: Unsaid, ...names: readonly string[]): Words | null {
    for (const name of names) {
      const words = this.wordsOf(child(node, name), unsaid)
      if (words) return words
    }
    return null
  }

  wordsOf(node: XmlNode | null, unsaid: Unsaid): Words | null {
    return wordsOf(node, unsaid, this.#words)
  }

  plain(html: string): string {
    return plainText(html)
  }

  html(written: string, base: string | null): string | null {
    if (!this.#words.keepsHtml) return null
    return this.#toHtml(written, base).html
  }

  /** The first of these names that tells a date. */
  date(node: XmlNode, ...names: readonly string[]): Date | null {
    for (const name of names) {
      const found = child(node, name)
      const written = found ? textOf(found) : ""
      const date = written ? readDate(written) : null
      if (date) return date
      if (written) this.warn("date.unreadable")
    }
    return null
  }

  /** An address that is the text of the first element of these names. */
  address(node: XmlNode, ...names: readonly string[]): string | null {
    const found = child(node, ...names)
    return found ? resolveAddress(textOf(found), found.base) : null
  }
}
