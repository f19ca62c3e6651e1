import type { Item } from "#listening"
import { Ranks, type Random } from "./random.ts"
import { type Tongue, Vocabulary } from "./vocabulary.ts"

/** One thing said, with what is true of it: which event it is of (its own, if of none), and whose wording it repeats. */
export interface Told {
  item: Item
  event: string
  copyOf: string | null
}

interface Happening {
  id: string
  brand: string
  names: string[]
  number: string
  topic: Record<Tongue, string[]>
  tongue: Tongue
  /** Items still to come, and how eagerly they do. */
  left: number
  articles: { item: Item; origin: string }[]
  posts: { item: Item; origin: string }[]
  /** Headlines that somebody repeated: the next who does copies them. */
  repeated: Set<string>
}

const BRANDS = 40
const SITES = 120
/** As much as a large company is spoken of: 70,000 items a day. */
const STEP = 86_400_000 / 70_000
const OTHER: Readonly<Record<Tongue, Tongue>> = { fr: "en", en: "fr" }

/**
 * A stream in which events are told, in French and English: by agencies whose wording others take over, whole, shortened or edited; by
 * articles of their own; by people who pass on, link, or say it in their words; and around them, more than half of it, chatter of the same
 * brands with the same everyday words.
 */
export class ToldStream {
  readonly #random: Random
  readonly #tongues: Readonly<Record<Tongue, Vocabulary>>
  readonly #brands: readonly string[]
  readonly #brandRanks = new Ranks(BRANDS, 1)
  readonly #topicRanks = new Ranks(6000, 60)
  readonly #active: Happening[] = []
  readonly #letters: { item: Item; origin: string }[] = []
  #count = 0
  #at = Date.UTC(2026, 8, 1)

  constructor(random: Random) {
    this.#random = random
    this.#tongues = { fr: new Vocabulary("fr", random), en: new Vocabulary("en", random) }
    this.#brands = Array.from({ length: BRANDS }, () => this.#name())
    for (let n = 0; n < 40; n++) this.#happen()
  }

  next(): Told {
    this.#at += STEP * 2 * this.#random.next()
    if (this.#random.chance(0.0025)) this.#happen()
    const drawn = this.#random.next()
    if (drawn < 0.52 || this.#active.length === 0) return this.#chatter()
    return drawn < 0.55 ? this.#chainLetter() : this.#ofAnEvent()
  }

  #happen(): void {
    const r = this.#random
    const words = (tongue: Tongue) => Array.from({ length: 9 }, () => this.#tongues[tongue].words[120 + this.#topicRanks.draw(r)]!)
    this.#active.push({
      id: `event-${this.#count}-${this.#active.length}`,
      brand: this.#brand(),
      names: [this.#name(), this.#name(), this.#name()],
      number: String(100 + r.below(40) * 50),
      topic: { fr: words("fr"), en: words("en") },
      tongue: r.chance(0.6) ? "fr" : "en",
      left: Math.ceil(25 / (0.006 + r.next() ** 1.2)),
      articles: [],
      posts: [],
      repeated: new Set(),
    })
  }

  #ofAnEvent(): Told {
    const r = this.#random
    // Those that have much to tell tell it faster; what lasts becomes rarer.
    let which = r.below(this.#active.length)
    for (let turn = 0; turn < 2; turn++) {
      const other = r.below(this.#active.length)
      if (this.#active[other]!.left > this.#active[which]!.left) which = other
    }
    const event = this.#active[which]!
    if (--event.left <= 0) this.#active.splice(which, 1)
    const drawn = r.next()
    if (event.articles.length === 0 || drawn < 0.08) return this.#article(event)
    if (drawn < 0.26) return this.#taken(event)
    if (drawn < 0.44) return this.#passedOn(event)
    return drawn < 0.6 ? this.#linked(event) : this.#post(event)
  }

  /** An article of its own words. */
  #article(event: Happening): Told {
    const tongue = this.#tongueOf(event)
    const title = this.#headline(event, tongue)
    const item = this.#item({ title, text: this.#speak(event, tongue, 50 + this.#random.below(60), 0.16), url: this.#urlOf(title) })
    event.articles.push({ item, origin: item.id })
    return { item, event: event.id, copyOf: null }
  }

  /** Somebody else's article: as it is, shortened, edited; one in three under another headline. */
  #taken(event: Happening): Told {
    const r = this.#random
    const { item: original, origin } = r.of(event.articles)
    const words = original.text.split(" ")
    const kind = r.next()
    const text =
      kind < 0.5 ? original.text : kind < 0.75 ? words.slice(0, 25 + r.below(20)).join(" ") : this.#edited(words, 0.02 + r.next() * 0.06)
    const title = r.chance(0.35) ? this.#headline(event, event.tongue) : original.title!
    const again = kind >= 0.75 && r.chance(0.5)
    const item = this.#item({ title, text, url: again ? `${original.url}?utm_source=rss` : this.#urlOf(title) })
    return { item, event: event.id, copyOf: origin }
  }

  #passedOn(event: Happening): Told {
    const source = event.posts.length > 0 ? this.#random.of(event.posts) : event.articles[0]!
    const said = source.item.title ?? source.item.text
    const text = this.#random.chance(0.5) ? `RT @${this.#name()}: ${said}`.slice(0, 200) : said
    const isTold = this.#random.chance(0.6)
    const known = isTold ? { repostOf: source.item.key ?? null } : {}
    const isCopy = source.item.title === undefined || isTold || event.repeated.has(said)
    event.repeated.add(said)
    return { item: this.#item({ text, ...known }), event: event.id, copyOf: isCopy ? source.origin : null }
  }

  #linked(event: Happening): Told {
    const { item: article } = this.#random.of(event.articles)
    const comment = this.#random.chance(0.5) ? article.title! : this.#tongues[event.tongue].say(4 + this.#random.below(10))
    const isCopy = comment === article.title && event.repeated.has(comment)
    event.repeated.add(comment)
    return { item: this.#item({ text: `${comment} ${article.url}` }), event: event.id, copyOf: isCopy ? article.id : null }
  }

  #post(event: Happening): Told {
    const text = this.#speak(event, this.#tongueOf(event), 12 + this.#random.below(25), 0.22)
    const item = this.#item({ text: this.#random.chance(0.2) ? `${text} #${event.brand}` : text })
    event.posts.push({ item, origin: item.id })
    if (event.posts.length > 30) event.posts.shift()
    return { item, event: event.id, copyOf: null }
  }

  /** What people write of a brand on any day. */
  #chatter(): Told {
    const tongue = this.#random.chance(0.6) ? "fr" : "en"
    const text = `${this.#tongues[tongue].say(3 + this.#random.below(12))} ${this.#brand()} ${this.#tongues[tongue].say(5 + this.#random.below(22))}`
    const item = this.#item({ text: this.#random.chance(0.1) ? `${text} https://${this.#brand().toLowerCase()}.example/contact` : text })
    if (this.#random.chance(0.002)) this.#letters.push({ item, origin: item.id })
    if (this.#letters.length > 20) this.#letters.shift()
    return { item, event: item.id, copyOf: null }
  }

  /** The same words again and again, of no event. */
  #chainLetter(): Told {
    if (this.#letters.length === 0) return this.#chatter()
    const { item: letter, origin } = this.#random.of(this.#letters)
    return { item: this.#item({ text: letter.text }), event: origin, copyOf: origin }
  }

  #item(of: { title?: string; text: string; url?: string; repostOf?: string | null }): Item {
    const id = `i${this.#count++}`
    return { id, key: `at://${id}`, at: this.#at, ...of }
  }

  /** So many words, of which a share tells of the event and one is the brand. */
  #speak(event: Happening, tongue: Tongue, length: number, share: number): string {
    const words = this.#tongues[tongue].say(length).split(" ")
    const telling = [...event.names, ...event.topic[tongue], event.number]
    const places = Math.max(2, Math.round(length * share))
    for (let n = 0; n < places; n++) words[this.#random.below(words.length)] = this.#random.of(telling)
    words[this.#random.below(words.length)] = event.brand
    return words.join(" ")
  }

  #headline(event: Happening, tongue: Tongue): string {
    const words = event.topic[tongue]
    const of = () => this.#random.of(words)
    const small = tongue === "fr" ? "à" : "in"
    return `${event.brand} ${of()} ${event.number} ${of()} ${of()} ${small} ${event.names[0]!} ${of()} ${this.#random.of(event.names)}`
  }

  #urlOf(title: string): string {
    const slug = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")
    return `https://site${this.#random.below(SITES)}.example/news/${slug}-${10_000 + this.#count}.html`
  }

  #edited(words: readonly string[], share: number): string {
    return words.map((word) => (this.#random.chance(share) ? this.#tongues.fr.words[this.#random.below(500)]! : word)).join(" ")
  }

  #tongueOf(event: Happening): Tongue {
    return this.#random.chance(0.9) ? event.tongue : OTHER[event.tongue]
  }

  #brand(): string {
    return this.#brands[this.#brandRanks.draw(this.#random)]!
  }

  #name(): string {
    const word = this.#tongues[this.#random.chance(0.5) ? "fr" : "en"].words[3000 + this.#random.below(27_000)]!
    return word[0]!.toUpperCase() + word.slice(1)
  }
}
