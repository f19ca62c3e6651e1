import type { Text } from "../text/text.ts"

/** Draws the same numbers for the same seed (mulberry32). */
export class Draw {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  below(n: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n)
  }

  of<T>(things: readonly T[]): T {
    return things[this.below(things.length)]!
  }

  some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: 1 + this.below(most) }, make)
  }
}

const WORDS =
  "acme Acmé zenith l'eau l’été panne Pannes retard retards service client SNCF S.N.C.F. R&D C++ canal+ canal #acme #Boycott @acme @zen 👍 👍🏽 👩‍💻 🇫🇷 3,5 3.5 porte-monnaie cœur coeur le la de un un un日本 東京 https://acme.example/aide www.zenith.example a b".split(
    " ",
  )
const BETWEEN = [" ", " ", " ", " ", ", ", ". ", " - ", "! ", "\n", " (", ") ", "’"]
const WILD = ["ac*", "*me", "pann?", "*et*", "re*ds", "?cme", "#a*", "@*n", "s*", "*3*"]
const FIELDS = [
  "author:camille",
  'author:"c* durand"',
  "site:acme.example",
  "site:*.example",
  "url:aide",
  "url:acme",
  "title:panne",
  'title:"le retard"',
  "title:#acme",
  "title:re*",
  "lang:fr",
  "lang:fr-ca",
  "source:press",
  "country:fr",
  "rating:<=2",
  "rating:3..4",
  "followers:>100",
  "has:image",
]

export function randomText(draw: Draw): Text {
  const sentence = (most: number) => draw.some(most, () => draw.of(WORDS) + draw.of(BETWEEN)).join("")
  const text: Text = { text: draw.below(30) === 0 ? "" : sentence(14) }
  if (draw.below(3) === 0) text.title = sentence(5)
  if (draw.below(3) === 0) text.author = draw.of(["Camille Durand", "@camille", "Céline durand", "acme.example"])
  if (draw.below(3) === 0) text.site = draw.of(["acme.example", "shop.acme.example", "zenith.example"])
  if (draw.below(4) === 0) text.url = draw.of(["https://www.acme.example/aide/panne", "https://zenith.example/x"])
  if (draw.below(2) === 0) text.lang = draw.of(["fr", "en", "fr-CA"])
  if (draw.below(4) === 0) text.source = draw.of(["press", "Bluesky"])
  if (draw.below(4) === 0) text.country = draw.of(["FR", "be"])
  if (draw.below(3) === 0) text.rating = draw.below(6)
  if (draw.below(3) === 0) text.followers = draw.below(300)
  if (draw.below(4) === 0) text.has = [draw.of(["image", "video"])]
  return text
}

/** A query as somebody might write it, and worse; some only exclude, and are refused. */
export function randomQuery(draw: Draw, depth = 3): string {
  const inner = () => randomQuery(draw, depth - 1)
  const kind = depth === 0 ? draw.below(6) : draw.below(14)
  if (kind < 3) return draw.of(WORDS)
  if (kind === 3) return draw.of(WILD)
  if (kind === 4)
    return draw.below(2) === 0
      ? `"${draw.some(3, () => draw.of([...WORDS, "*", "re*", "un"])).join(" ")}"`
      : `raw:"${draw.some(2, () => draw.of(WORDS)).join(" ")}"`
  if (kind === 5) return draw.of(FIELDS)
  if (kind < 8) return draw.some(4, inner).join(" OR ")
  if (kind < 10) return draw.some(3, inner).join(draw.of([" AND ", " "]))
  if (kind === 10) return `${inner()} NOT ${operand(draw)}`
  if (kind === 11) return `(${inner()})`
  return `${operand(draw)} ${draw.of(["NEAR", "ONEAR"])}/${draw.below(5)} ${operand(draw)}`
}

function operand(draw: Draw): string {
  const kind = draw.below(6)
  if (kind < 3) return draw.of(WORDS.filter((word) => !/^(https|www)/.test(word)))
  if (kind === 3) return draw.of(["ac*", "*et*", '"un *"', '"le retard"', "title:panne", "title:re*", 'raw:"SNCF"'])
  if (kind === 4) return `(${operand(draw)} OR ${operand(draw)})`
  return `(${operand(draw)} NEAR/${draw.below(4)} ${operand(draw)})`
}
