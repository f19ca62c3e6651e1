import { DAY } from "#platform"
import type { Random } from "../random.ts"
import type { Tongue } from "../company/customer.ts"
import { moment } from "./moments.ts"
import { things } from "./things.ts"
import type { Gaps } from "./speak.ts"

/** Whose words they are, and when: for gaps that depend on it. */
export interface Speaker {
  tongue: Tongue
  at: number
  /** Feminine endings of who speaks and of who is spoken to, in French. */
  e: boolean
  ye: boolean
  /** The customer as a colleague names them, and the colleague's first name. */
  person: string
  agent: string
  ours: boolean
}

/** The particulars of one affair: drawn once each, the same in every message about it. */
export class Particulars {
  readonly #random: Random
  readonly #mark: string
  readonly #known = new Map<string, string>()

  /** `mark`: what its references begin with. */
  constructor(random: Random, mark: string) {
    this.#random = random
    this.#mark = mark
  }

  gaps(speaker: Speaker): Gaps {
    return (name) => this.#fill(name, speaker)
  }

  #fill(name: string, speaker: Speaker): string {
    if (name === "e") return speaker.e ? "e" : ""
    if (name === "ye") return speaker.ye ? "e" : ""
    if (name === "person") return speaker.person
    if (name === "agent") return speaker.agent
    const small = name[0]!.toLowerCase() + name.slice(1)
    let value = this.#known.get(small)
    if (value === undefined) this.#known.set(small, (value = this.#draw(small, speaker)))
    if (speaker.ours) value = value.replace(/^ma /, "votre ").replace(/^my /, "your ")
    return small === name ? value : value[0]!.toUpperCase() + value.slice(1)
  }

  #draw(name: string, { tongue, at }: Speaker): string {
    const random = this.#random
    switch (name) {
      case "ref":
        return `${this.#mark}-${random.between(10_000, 99_999)}`
      case "line":
        return `0${random.between(2, 5)} ${random.between(10, 99)} ${random.between(10, 99)} 00 ${random.between(10, 99)}`
      case "phone":
        return tongue === "fr" ? `06 39 98 ${random.between(10, 99)} ${random.between(10, 99)}` : `07700 900${random.between(100, 999)}`
      case "amount":
        return money(tongue, random.of([19.9, 29, 34.9, 39, 45, 49, 59, 62.5, 79, 84.9, 120, 189, 240, 415]))
      case "speed":
        return String(random.between(1, 38))
      case "hour":
        return tongue === "fr"
          ? `${random.between(9, 20)} h ${random.of(["", "15", "30", "40"])}`.trim()
          : `${random.between(9, 19)}.${random.of(["00", "15", "30", "40"])}`
      case "day":
        return moment(tongue, "weekday", at - random.between(1, 4) * DAY)
      case "date":
        return moment(tongue, "date", at + random.between(4, 24) * DAY)
      case "before":
        return moment(tongue, "date", at - random.between(3, 24) * DAY)
      case "month":
        return moment(tongue, "month", at - 31 * DAY)
      case "year":
        return String(new Date(at).getUTCFullYear() - 1)
      default:
        return random.of((things[tongue][name] ?? [`{${name}}`]).filter((thing) => inSeason(thing, at)))
    }
  }
}

function money(tongue: Tongue, amount: number): string {
  return tongue === "fr" ? `${amount.toFixed(2).replace(".00", "").replace(".", ",")} €` : `£${amount.toFixed(2).replace(".00", "")}`
}

/** Nobody orders for Christmas in May. */
function inSeason(thing: string, at: number): boolean {
  const month = new Date(at).getUTCMonth()
  if (/Noël|Christmas/.test(thing)) return month >= 10 || month === 0
  if (thing === "la fête des mères") return month === 4 || month === 5
  return thing !== "Mother's Day" || month === 1 || month === 2
}
