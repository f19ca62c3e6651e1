import { fit } from "./fuzzy.ts"
import { type Offer, type Section, SECTIONS } from "./offer.ts"
import type { Recent } from "./recent.ts"

export interface Arranged {
  section: Section
  offers: readonly Offer[]
}

const MOST = 7

/** What to show for what is typed: the sections in their order, in each the best first; nothing typed: what was done last, then the rest. */
export function arrange(typed: string, offers: readonly Offer[], recent: readonly Recent[]): readonly Arranged[] {
  const order = new Map(recent.map(({ id }, index) => [id, index]))
  const place = (offer: Offer): number => order.get(offer.id) ?? recent.length
  const scored = offers
    .map((offer) => ({ offer, score: offer.found ? 1 : Math.max(fit(typed, offer.words), 0.5 * fit(typed, offer.also ?? "\0")) }))
    .filter(({ score }) => score > 0)
  const best = new Map<Section, number>()
  for (const { offer, score } of scored) best.set(offer.section, Math.max(best.get(offer.section) ?? 0, offer.found ? 0.7 : score))
  const sections = typed.trim() ? SECTIONS.toSorted((a, b) => (best.get(b) ?? 0) - (best.get(a) ?? 0)) : SECTIONS
  return sections.flatMap((section) => {
    const within = scored
      .filter(({ offer }) => offer.section === section)
      .toSorted((a, b) => b.score - a.score || (typed.trim() ? place(a.offer) - place(b.offer) : 0))
      .map(({ offer }) => offer)
    const shown = typed.trim() || section !== "people" ? within.slice(0, section === "actions" && !typed.trim() ? 20 : MOST) : []
    return shown.length > 0 ? [{ section, offers: shown }] : []
  })
}
