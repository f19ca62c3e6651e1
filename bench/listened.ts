import type { Text } from "#listening"
import { Ranks, type Random } from "./random.ts"
import { type Tongue, Vocabulary } from "./vocabulary.ts"

const BRANDS = 60_000
const PARTS =
  "al an ar bel bri ca co cor da del do el en er fa fi gal go ha in jo ka kel la lin lo ma mel mi mon na nel no or pa pel po ra ren ri ro sa sel so ta tel ti to ul va vel vi vo xa zel zo".split(
    " ",
  )
const POST = 280

/** A world in which 60,000 names are spoken of, few often and most hardly ever: what is watched in it, and what is said in it. */
export class Listened {
  readonly #random: Random
  readonly #tongues: Readonly<Record<Tongue, Vocabulary>>
  readonly #brands: readonly string[]
  readonly #ranks = new Ranks(BRANDS, 30)
  readonly #topics = new Ranks(30_000, 40)

  constructor(random: Random) {
    this.#random = random
    this.#tongues = { fr: new Vocabulary("fr", random), en: new Vocabulary("en", random) }
    const made = new Set<string>()
    while (made.size < BRANDS) made.add(this.#name())
    this.#brands = [...made]
  }

  /** Of a hundred queries 70 ask for a brand under its names, 20 for a phrase or nearness, 10 with wildcards. */
  query(): string {
    const kind = this.#random.below(10)
    if (kind < 7) return this.#brandQuery()
    return kind < 9 ? this.#nearQuery() : this.#wildQuery()
  }

  /** A post of 280 characters, one in three about a brand. */
  post(): Text {
    const lang = this.#random.chance(0.6) ? "fr" : "en"
    let text = ""
    while (text.length < POST) {
      text += `${this.#tongues[lang].say(6 + this.#random.below(12))} `
      if (this.#random.chance(0.12)) text += `${this.#said(this.#brand())} `
      if (this.#random.chance(0.05)) text += this.#random.of(["😡 ", "👍🏽 ", "https://news.example/a/1234 ", "l’équipe ", "#colère "])
    }
    return { text: text.slice(0, POST), lang }
  }

  #name(): string {
    const word = () => {
      const letters = Array.from({ length: 2 + this.#random.below(3) }, () => this.#random.of(PARTS)).join("")
      return letters[0]!.toUpperCase() + letters.slice(1)
    }
    return this.#random.chance(0.15) ? `${word()} ${word()}` : word()
  }

  /** Drawn as it is spoken of; one in fifty is called like a thing (Orange, Free, Total). */
  #brand(): string {
    if (this.#random.chance(0.02)) return this.#tongues.fr.words[20 + this.#random.below(400)]!
    return this.#brands[this.#ranks.draw(this.#random)]!
  }

  #said(brand: string): string {
    const handle = brand.replaceAll(" ", "")
    return this.#random.of([brand, brand, brand.toUpperCase(), brand.toLowerCase(), `@${handle}`, `#${handle}`])
  }

  #topic(): string {
    return this.#tongues[this.#random.chance(0.6) ? "fr" : "en"].words[this.#topics.draw(this.#random)]!
  }

  #several(count: number): string {
    return Array.from({ length: count }, () => this.#topic()).join(" OR ")
  }

  #quoted(brand: string): string {
    return brand.includes(" ") ? `"${brand}"` : brand
  }

  /** Three names of a watched brand (any brand, often spoken of or not), about eight things, but not four others. */
  #brandQuery(): string {
    const brand = this.#random.chance(0.02) ? this.#brand() : this.#random.of(this.#brands)
    const handle = brand.replaceAll(" ", "")
    const names = `(${this.#quoted(brand)} OR @${handle} OR #${handle})`
    if (this.#random.chance(0.2)) return `${names} NOT (${this.#several(4)})`
    return `${names} AND (${this.#several(8)}) NOT (${this.#several(4)})${this.#random.chance(0.3) ? " lang:fr" : ""}`
  }

  #nearQuery(): string {
    const kind = this.#random.below(4)
    const brand = this.#quoted(this.#random.of(this.#brands))
    if (kind === 0) return `"${this.#topic()} ${this.#topic()}"`
    if (kind === 1) return `${this.#topic()} NEAR/4 (${this.#several(2)})`
    if (kind === 2) return `${brand} NEAR/6 (${this.#several(4)})`
    return `"${this.#topic()} ${brand.replaceAll('"', "")}" OR ${brand} ONEAR/3 ${this.#topic()}`
  }

  #wildQuery(): string {
    const stem = (word: string) => `${word.slice(0, Math.max(4, word.length - 2))}*`
    const kind = this.#random.below(4)
    const brand = this.#random.of(this.#brands).split(" ")[0]!
    if (kind === 0) return `${stem(brand)} AND (${this.#several(4)})`
    if (kind === 1) return `${stem(this.#topic())} NEAR/5 ${stem(this.#topic())}`
    if (kind === 2) return `*${brand.slice(-5).toLowerCase()} AND ${stem(this.#topic())}`
    return `(${brand.slice(0, 3)}?${brand.slice(4)} OR ${stem(brand)}) NOT ${stem(this.#topic())}`
  }
}
