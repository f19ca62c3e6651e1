import { AddressBook } from "./address-book.ts"
import { Candidates } from "./candidates.ts"
import { Frequency, JOINS, OPENS } from "./frequency.ts"
import type { Item, Placement, Reason } from "./item.ts"
import { ItemReader } from "./item-reader.ts"
import { LiveStories } from "./live-stories.ts"
import { Rings } from "./rings.ts"
import { isSameStory } from "./same-story.ts"
import { STORIES } from "./settings.ts"
import { Texts } from "./texts.ts"

const DAY = 86_400_000
const NONE = -1

/**
 * Gathers what is said into stories as it comes: each item is placed once, from what came before it alone. It joins the story of what it
 * repeats, answers or links to; of the text it copies, whole or in part; or of those that speak of the same by telling words. Otherwise it
 * begins one.
 *
 * Bounded: about 40 MB for 32,768 live stories, however long the stream. The same items in the same order make the same stories, and after
 * a restart the latest of them, learnt again in order, make the same live stories. Nothing here knows a database, a clock or a platform.
 */
export class StoryGrouper {
  readonly #frequency = new Frequency()
  readonly #item = new ItemReader(this.#frequency)
  readonly #stories: LiveStories
  readonly #texts: Texts
  readonly #terms: Rings
  readonly #book = new AddressBook()
  readonly #candidates: Candidates
  readonly #apart = new Set<string>()
  #second = NONE
  readonly #isExhaustive: boolean

  /** `isExhaustive`: every live story and text is looked at instead of those the index gives; the reference. */
  constructor({ live = STORIES.live, isExhaustive = false }: { live?: number; isExhaustive?: boolean } = {}) {
    this.#stories = new LiveStories(live)
    this.#texts = new Texts(Math.max(64, Math.round((live * STORIES.texts) / STORIES.live)))
    this.#terms = new Rings(1 << Math.ceil(Math.log2(live * 2)), STORIES.ring)
    this.#candidates = new Candidates(live)
    this.#isExhaustive = isExhaustive
  }

  get live(): { stories: number; gathered: number } {
    return { stories: this.#stories.size, gathered: this.#stories.gathered }
  }

  place(item: Item): Placement {
    this.#item.read(item)
    const copy = this.#copied()
    const copyOf = copy < 0 ? null : this.#texts.items[copy]!
    const named = this.#named()
    if (named) return this.#join(item, named.slot, named.reason, copyOf, 1)
    if (copy >= 0) {
      const { alike, within } = this.#texts.found
      return this.#join(item, this.#stories.homeOf(this.#texts.story[copy]!), "copy", copyOf, Math.max(alike, within))
    }
    const [slot, likeness] = this.#alike(item.at)
    if (slot >= 0) return this.#merged(this.#join(item, slot, "words", null, likeness), slot)
    return this.#join(item, this.#stories.open(item.id, item.at), "first", null, 0)
  }

  /** Takes an item whose story is known, because it was placed before or by hand; what comes like it will be placed there. */
  learn(item: Item, story: string): void {
    this.#item.read(item)
    const copy = this.#copied()
    const known = this.#stories.slotOf(story)
    if (known < 0) this.#join(item, this.#stories.open(story, item.at), "first", null, 0)
    else this.#join(item, known, this.#named()?.reason ?? "words", copy < 0 ? null : this.#texts.items[copy]!, 0)
  }

  /** These two are not one, whatever they come to share: a person says so. */
  keepApart(a: string, b: string): void {
    this.#apart.add(pairOf(a, b))
  }

  /** The story of what this item says it repeats or answers, or of an address that both name. */
  #named(): { slot: number; reason: Reason } | null {
    const { repeats, answers, own, links } = this.#item
    for (const [reason, addresses] of [
      ["repost", repeats],
      ["reply", answers],
      ["address", own],
      ["address", links],
    ] as const)
      for (const address of addresses) {
        const found = this.#book.slotOf(address, this.#isLive)
        const slot = found < 0 ? NONE : this.#stories.homeOf(found)
        if (slot >= 0) return { slot, reason }
      }
    return null
  }

  readonly #isLive = (slot: number, serial: number): boolean => this.#stories.isLive(slot, serial)
  readonly #isLiveText = (text: number): boolean => {
    const slot = this.#texts.story[text]!
    return this.#stories.isLive(slot, this.#texts.serial[text]!) && this.#stories.homeOf(slot) >= 0
  }

  #copied(): number {
    const { sketch, telling } = this.#item
    if (sketch.size < STORIES.copy.least || telling.information < STORIES.copy.bits) return NONE
    return this.#isExhaustive ? this.#texts.copyOfBrute(sketch, this.#isLiveText) : this.#texts.copyOf(sketch, this.#isLiveText)
  }

  /** The story that speaks of the same, if one does so clearly, and how alike they are; another that does, too, is kept for `#merged`. */
  #alike(at: number): [slot: number, likeness: number] {
    const { join, silence } = STORIES
    this.#candidates.read(this.#item.telling)
    const among = this.#isExhaustive ? this.#candidates.all(this.#stories) : this.#candidates.of(this.#terms, this.#stories)
    let [best, bestOver, bestLikeness] = [NONE, 0, 0]
    this.#second = NONE
    for (let n = 0; n < among; n++) {
      const slot = this.#candidates.slots[n]!
      const gap = Math.abs(at - this.#stories.last[slot]!)
      if (gap > silence) continue
      const likeness = this.#candidates.likeness(this.#stories, slot)
      const over = this.#candidates.bits - join.bits - (join.eachDay * gap) / DAY
      if (over <= 0 || likeness < join.alike) continue
      if (over <= bestOver) {
        if (this.#second === NONE) this.#second = slot
        continue
      }
      this.#second = best
      ;[best, bestOver, bestLikeness] = [slot, over, likeness]
    }
    return [best, bestLikeness]
  }

  /** Where an item fits two stories that by now speak of the same, the younger becomes part of the older. */
  #merged(placement: Placement, slot: number): Placement {
    const other = this.#second
    if (other === NONE || !isSameStory(this.#stories, slot, other, this.#frequency)) return placement
    if (this.#apart.has(pairOf(this.#stories.names[slot]!, this.#stories.names[other]!))) return placement
    const [older, younger] = this.#stories.serials[slot]! < this.#stories.serials[other]! ? [slot, other] : [other, slot]
    this.#stories.merge(younger, older)
    return { ...placement, story: this.#stories.names[older]!, absorbed: this.#stories.names[younger]! }
  }

  #join(item: Item, slot: number, reason: Reason, copyOf: string | null, likeness: number): Placement {
    const shared = reason === "first" ? [] : this.#candidates.sharedWords(this.#stories, slot, this.#item.telling)
    const serial = this.#stories.serials[slot]!
    const isNew = copyOf === null && reason !== "repost"
    this.#stories.add(slot, this.#item.telling, item.at, isNew, this.#lay)
    if (isNew && this.#item.sketch.size >= STORIES.copy.least) this.#texts.add(this.#item.sketch, item.id, slot, serial)
    for (const address of this.#item.own) this.#book.set(address, slot, serial)
    for (const address of this.#item.links) this.#book.set(address, slot, serial)
    if (isNew) this.#item.telling.learn(reason === "first" ? OPENS : JOINS)
    return { story: this.#stories.names[slot]!, absorbed: null, reason, copyOf, likeness: Math.min(1, likeness), shared }
  }

  readonly #lay = (term: number, slot: number): void => this.#terms.add(term, slot)
}

const pairOf = (a: string, b: string): string => [a, b].toSorted().join(" ")
