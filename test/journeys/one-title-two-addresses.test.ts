import assert from "node:assert/strict"
import { before, test } from "node:test"
import { HOUR } from "#platform"
import type { Json } from "../support/house.ts"
import { type InsideHouse, openInside } from "../support/inside.ts"

/* A news article is published under one title and an address that says another. Every version that was seen is kept, with when and where. */
let inside: InsideHouse
let token: string
before(async () => {
  inside = await openInside()
  token = await inside.token("agent")
})

async function must(path: string, body?: object): Promise<Json> {
  const answer = await inside.api(path, { token, ...(body ? { body } : {}) })
  assert.ok(answer.status < 300, `${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
async function published(source: string, mention: Json): Promise<string> {
  const told = await must("/api/mentions", { source, mentions: [{ kind: "article", publishedAt: "2026-11-16T07:00:00Z", ...mention }] })
  await inside.house.settle()
  inside.clock.advance(HOUR)
  return told.items[0].id
}

const TEXT =
  "La direction de Fleuria a annoncé mardi la fermeture de son entrepôt de Rungis. Trois cents salariés sont concernés, selon les syndicats, qui appellent à un rassemblement jeudi devant le siège."
const ADDRESS = "https://gazette.example/economie/fleuria-licencie-300-salaries-de-son-entrepot-48213.html"

test("the headline, what the address says, the edited headline and the one elsewhere are all kept, each with its time and place", async () => {
  const began = inside.clock.now()
  const first = await published("Gazette", { key: "g", url: ADDRESS, title: "Fleuria réorganise sa logistique", text: TEXT })
  await published("Gazette", { key: "g", url: ADDRESS, title: "Fleuria ferme Rungis et supprime des postes", text: TEXT })
  const elsewhere = await published("Ouest", {
    key: "o",
    url: "https://ouest.example/fleuria-ferme-son-entrepot-rungis-20931?utm_source=rss",
    title: "Fleuria ferme son entrepôt de Rungis",
    text: TEXT,
  })
  const story = await must(`/api/stories/${first}`)
  assert.deepEqual(
    story.headlines.map(({ headline, seenAs, site, mentionId }: Json) => [headline, seenAs, site, mentionId]),
    [
      ["Fleuria réorganise sa logistique", "title", "gazette.example", first],
      ["fleuria licencie 300 salaries de son entrepot", "address", "gazette.example", first],
      ["Fleuria ferme Rungis et supprime des postes", "title", "gazette.example", first],
      ["Fleuria ferme son entrepôt de Rungis", "title", "ouest.example", elsewhere],
    ],
  )
  const [original] = story.headlines
  assert.equal(original.firstSeenAt, began.toISOString())
  const edited = story.headlines.find(({ headline }: Json) => headline.includes("supprime"))
  assert.equal(edited.firstSeenAt, new Date(began.getTime() + HOUR).toISOString())
  assert.equal(story.trail[1].how, "copies", "the same text under another headline is a copy")

  const titled = async (words: string) => (await must(`/api/stories?words=${encodeURIComponent(words)}`)).items.map(({ id }: Json) => id)
  for (const words of ["RÉORGANISE", "licencie 300", "supprime", "t de R", "é"])
    assert.deepEqual(await titled(words), [first], `found by “${words}”: what any of its headlines says`)
  for (const words of ["Orléans", "%", "fleuria_licencie"]) assert.deepEqual(await titled(words), [], `not by “${words}”`)
})

test("one page under two addresses is one story; a name that a person gave it stays", async () => {
  const url = "https://gazette.example/conso/colibrix-perd-un-camion-de-colis-48300.html"
  const first = await published("Gazette", {
    key: "c",
    url,
    title: "Colibrix perd un camion",
    text: "Un camion de Colibrix a disparu près d’Orléans.",
  })
  const shared = await published("Forum", {
    key: "p",
    kind: "post",
    text: "Incroyable http://m.gazette.example/conso/colibrix-perd-un-camion-de-colis-48300.html?fbclid=a#top",
  })
  const { items } = await must(`/api/stories/${first}/mentions`)
  assert.deepEqual(Object.fromEntries(items.map(({ mention, reason }: Json) => [mention.id, reason])), {
    [first]: "first",
    [shared]: "address",
  })
  const named = await inside.api(`/api/stories/${first}`, { token, method: "PATCH", body: { title: "Le camion d’Orléans" } })
  assert.deepEqual([named.body.title, named.body.titleFrom], ["Le camion d’Orléans", "person"])
  await published("Gazette", {
    key: "c",
    url,
    title: "Colibrix retrouve son camion",
    text: "Un camion de Colibrix a été retrouvé près d’Orléans.",
  })
  assert.equal((await must(`/api/stories/${first}`)).title, "Le camion d’Orléans")
})
