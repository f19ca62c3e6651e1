import assert from "node:assert/strict"
import { test } from "node:test"
import type { Item, Placement } from "./item.ts"
import { StoryGrouper } from "./story-grouper.ts"
import { TOLD_BY_HAND } from "../../../test/support/told-by-hand.ts"

const HOUR = 3_600_000
const items = TOLD_BY_HAND.map(({ item }) => item)
const place = (grouper: StoryGrouper, list: readonly Item[]) => list.map((item) => grouper.place(item))
const said = (id: string, hour: number, text: string, more: Partial<Item> = {}): Item => ({ id, at: hour * HOUR, text, ...more })

/** Of the pairs that were put together how many belong together, and of those that belong how many were. */
function pairs(placed: readonly Placement[]): { precision: number; recall: number } {
  let [together, belong, both] = [0, 0, 0]
  for (let a = 0; a < placed.length; a++)
    for (let b = 0; b < a; b++) {
      const [isPut, isTrue] = [placed[a]!.story === placed[b]!.story, TOLD_BY_HAND[a]!.event === TOLD_BY_HAND[b]!.event]
      if (isPut) together++
      if (isTrue) belong++
      if (isPut && isTrue) both++
    }
  return { precision: both / together, recall: both / belong }
}

test("four days of a few companies gather as a person gathered them, French and English together", () => {
  const placed = place(new StoryGrouper(), items)
  const { precision, recall } = pairs(placed)
  assert.ok(precision > 0.85, `of the pairs put together ${precision} belong together`)
  assert.ok(recall > 0.75, `of the pairs that belong together ${recall} were put together`)
  const storyOf = (id: string) => placed[items.findIndex((item) => item.id === id)]!.story
  assert.equal(storyOf("p4"), "p1", "the recall in English is in the story of the recall in French")
  assert.notEqual(storyOf("t1"), storyOf("o4"), "two events of one company in one day are two stories")
})

test("a copy is told from words of one’s own, whatever headline stands above it", () => {
  const placed = place(new StoryGrouper(), items)
  for (const [n, { copyOf, item }] of TOLD_BY_HAND.entries())
    assert.equal(placed[n]!.copyOf !== null || placed[n]!.reason === "repost", copyOf !== null, `${item.id}: ${placed[n]!.copyOf}`)
})

test("an address is one page, whatever campaign or phone it came through; a help page gathers nobody", () => {
  const grouper = new StoryGrouper()
  const article = "https://www.gazette.example/conso/fleuria-fiasco-bouquets-48350.html"
  const [first, second, third, fourth] = place(grouper, [
    said("a", 1, "Un article", { url: article }),
    said("b", 2, "Lisez ça http://m.gazette.example/conso/fleuria-fiasco-bouquets-48350.html?utm_source=x#haut"),
    said("c", 3, "Voyez https://fleuria.example/contact"),
    said("d", 4, "Rien compris https://fleuria.example/contact"),
  ])
  assert.deepEqual([first!.story, second!.story, second!.reason], ["a", "a", "address"])
  assert.notEqual(third!.story, fourth!.story)
})

test("the same items in the same order make the same stories", () => {
  assert.deepEqual(place(new StoryGrouper(), items), place(new StoryGrouper(), items))
})

test("after a restart the stories that were live take what is theirs", () => {
  const whole = place(new StoryGrouper(), items)
  const again = new StoryGrouper()
  for (const [n, item] of items.slice(0, 60).entries()) again.learn(item, whole[n]!.story)
  assert.deepEqual(
    place(again, items.slice(60)).map(({ story, copyOf }) => [story, copyOf]),
    whole.slice(60).map(({ story, copyOf }) => [story, copyOf]),
  )
})

test("what was placed by hand draws those like it", () => {
  const grouper = new StoryGrouper()
  grouper.learn(said("a", 1, "Collision entre un train Railo et un camion à Montargis, quatorze blessés"), "by-hand")
  const placed = grouper.place(said("b", 2, "Montargis : quatorze blessés dans la collision du train Railo avec un camion"))
  assert.equal(placed.story, "by-hand")
  assert.ok(placed.shared.includes("montargis"), `says by which words: ${placed.shared.join()}`)
})

const FRAGMENTS = [
  said("a", 1, "Incendie au central Colibrix de Villeurbanne, les pompiers du Rhône sur place avec quarante véhicules"),
  said("b", 1, "Ni téléphone ni fibre à Décines et Bron depuis midi, 180 000 abonnés Colibrix coupés"),
]
const BOTH = "Incendie du central de Villeurbanne : les pompiers du Rhône sur place, 180 000 abonnés Colibrix sans fibre à Décines et Bron"

test("two stories that turn out to be one become one, unless a person took them apart", () => {
  const grouper = new StoryGrouper()
  assert.deepEqual(
    place(grouper, FRAGMENTS).map(({ story }) => story),
    ["a", "b"],
  )
  const { story, absorbed } = grouper.place(said("c", 2, BOTH))
  assert.deepEqual([story, absorbed], ["a", "b"])
  assert.equal(grouper.place(said("d", 3, "Décines et Bron toujours sans fibre ni téléphone, 180 000 abonnés")).story, "a")
  const apart = new StoryGrouper()
  place(apart, FRAGMENTS)
  apart.keepApart("b", "a")
  assert.equal(apart.place(said("c", 2, BOTH)).absorbed, null)
})

test("nothing takes more room than it was given: the longest silent make place, those of one item first", () => {
  const grouper = new StoryGrouper({ live: 64 })
  const event = (id: string, hour: number) => said(id, hour, `Incendie du central Voltéa de Villeurbanne, ${id} abonnés sans fibre`)
  place(grouper, [event("180000", 1), event("210000", 1)])
  for (let n = 0; n < 500; n++) grouper.place(said(`c${n}`, 2, `rien${n} ${n * 7}xyz autre${n} chose${n * 3}`))
  assert.deepEqual(grouper.live, { stories: 64, gathered: 1 })
  assert.equal(grouper.place(event("230000", 3)).story, "180000")
})

test("a story silent for a week takes nothing by its words", () => {
  const grouper = new StoryGrouper()
  const text = "Panne géante Voltéa à Villeurbanne après l’incendie du central"
  assert.equal(grouper.place(said("a", 0, text)).story, "a")
  assert.equal(grouper.place(said("b", 24 * 8, "Encore une panne Voltéa à Villeurbanne, un incendie au central ?")).story, "b")
})

test("the index finds the stories that looking at all of them finds", () => {
  const isExhaustive = true
  assert.deepEqual(
    place(new StoryGrouper({ isExhaustive }), items).map(({ story }) => story),
    place(new StoryGrouper(), items).map(({ story }) => story),
  )
})

test("texts made to hurt cost no more than others", () => {
  const grouper = new StoryGrouper()
  const began = process.cpuUsage()
  place(grouper, [
    said("a", 1, "a".repeat(1_000_000)),
    said("b", 1, "x ".repeat(500_000)),
    said("c", 1, "#".repeat(100_000), { url: "http://%" }),
  ])
  place(grouper, [said("d", Number.NaN, ""), said("e", 1, "https://x.example/%E0%A4%A", { title: "", repostOf: "", replyTo: "e" })])
  assert.ok(process.cpuUsage(began).user < 3_000_000)
})
