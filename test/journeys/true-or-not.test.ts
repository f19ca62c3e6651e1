import assert from "node:assert/strict"
import { before, test } from "node:test"
import { HOUR, MINUTE } from "#platform"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, sitDown } from "../support/desk.ts"
import type { Json } from "../support/house.ts"
import { type InsideHouse, openInside } from "../support/inside.ts"

/* A rumour runs: one site quotes another, nobody denies. What is claimed has a state, a trail of sources, and the answer that was given. */
let inside: InsideHouse
let lea: string
before(async () => {
  inside = await openInside()
  lea = await inside.token("agent")
})

const ask = (path: string, method = "GET", body?: object) => inside.api(path, { token: lea, method, ...(body ? { body } : {}) })
async function must(path: string, method = "GET", body?: object): Promise<Json> {
  const answer = await ask(path, method, body)
  assert.ok(answer.status < 300, `${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

const FLASH = "https://info-flash.example/alerte/du-verre-dans-des-bouteilles-brasserie-lupin-99120"
const NORD = "https://nord.example/societe/brasserie-lupin-bouteilles-contenant-verre-33120"

/** One thing said, and half an hour goes by; the id of the mention. */
async function heard(source: string, mention: Json): Promise<string> {
  const told = await must("/api/mentions", "POST", { source, mentions: [{ publishedAt: inside.clock.now().toISOString(), ...mention }] })
  await inside.house.settle()
  inside.clock.advance(30 * MINUTE)
  return told.items[0].id
}

test("a rumour is one story: its trail leads to one place, its claim is denied, the answer is kept, and it can be taken apart", async () => {
  const watch = await must("/api/watches", "POST", { name: "Lupin", query: "Lupin" })
  const rumour = await heard("Forum", {
    key: "v1",
    text: "Il paraît qu’on a trouvé des morceaux de verre dans les bouteilles de la Brasserie Lupin, faites attention !!",
    author: { key: "z", handle: "@zoe", followers: 12 },
  })
  const flash = await heard("Info-Flash", {
    kind: "article",
    key: "a",
    url: FLASH,
    title: "Du verre dans des bouteilles de la Brasserie Lupin ?",
    text: "Des morceaux de verre dans les bouteilles de la Brasserie Lupin ? Un client de Lille aurait été blessé.",
  })
  const nord = await heard("Nord", {
    kind: "article",
    key: "b",
    url: NORD,
    title: "Brasserie Lupin : des bouteilles contenant du verre",
    text: `Selon Info-Flash, un client aurait trouvé du verre dans une bouteille. ${FLASH}?utm_source=nord L’entreprise n’a pas répondu.`,
  })
  const copy = await heard("Forum", {
    key: "v2",
    text: "Il paraît qu’on a trouvé des morceaux de verre dans les bouteilles de la Brasserie Lupin, faites attention",
  })
  await heard("Forum", { key: "x", text: "Bu une Lupin ambrée hier soir en terrasse, toujours aussi bonne" })

  const { items } = await must(`/api/stories?watch=${watch.id}`)
  assert.equal(items.length, 1, "what one person says of another thing is no story of many")
  const [story] = items
  assert.deepEqual([story.id, story.mentions, story.people, story.press, story.copies], [rumour, 4, 4, 2, 1])
  assert.equal(story.title, "Du verre dans des bouteilles de la Brasserie Lupin ?")
  const danger = story.signs.find(({ kind }: Json) => kind === "danger")
  assert.ok(danger.words.includes("morceaux de verre"), JSON.stringify(story.signs))

  const { trail, origins } = await must(`/api/stories/${story.id}`)
  assert.deepEqual(
    trail.map(({ mentionId, how, of }: Json) => [mentionId, how, of]),
    [
      [rumour, "first", null],
      [flash, "own-words", null],
      [nord, "quotes", flash],
      [copy, "copies", rumour],
    ],
  )
  assert.equal(origins, 2, "one site quotes another: of four who say it, two name nobody")

  const claim = await must(`/api/stories/${story.id}/claims`, "POST", { claim: "Il y a du verre dans les bouteilles." })
  assert.equal(claim.state, "unverified")
  const lab = "https://lupin.example/communique"
  await must(`/api/story-claims/${claim.id}/state`, "POST", { state: "denied", reason: "Contrôles de Lille négatifs.", url: lab })
  await must(`/api/story-claims/${claim.id}/answers`, "POST", { answer: "Aucune bouteille contenant du verre n’a été trouvée.", url: lab })
  const { claims } = await must(`/api/stories/${story.id}`)
  assert.deepEqual(
    claims[0].states.map(({ state, reason }: Json) => [state, reason]),
    [
      ["unverified", null],
      ["denied", "Contrôles de Lille négatifs."],
    ],
  )
  const [answer] = claims[0].answers
  assert.equal(answer.url, lab)
  assert.ok(answer.by.startsWith("token:") && answer.at === inside.clock.now().toISOString(), "who answered, and when")

  const split = await must(`/api/stories/${story.id}/split`, "POST", { mentions: [nord] })
  assert.equal((await must(`/api/stories/${split.to}`)).title, "Brasserie Lupin : des bouteilles contenant du verre")
  assert.equal((await must(`/api/stories/${story.id}`)).mentions, 3)
  await must(`/api/story-moves/${split.id}/undo`, "POST", {})
  assert.equal((await must(`/api/stories/${story.id}`)).mentions, 4)
  assert.equal((await must(`/api/stories/${split.to}`)).id, story.id, "the address of what was split leads to the story again")
  assert.equal((await ask(`/api/story-moves/${split.id}/undo`, "POST", {})).status, 409)

  const later = await heard("Nord", {
    kind: "article",
    key: "c",
    url: "https://nord.example/societe/brasserie-lupin-dement-porte-plainte-33400",
    title: "Verre dans les bouteilles : la Brasserie Lupin dément et porte plainte",
    text: "Aucune bouteille contenant du verre n’a été trouvée par la Brasserie Lupin, qui porte plainte contre Info-Flash.",
  })
  const placed = await must(`/api/stories/${story.id}/mentions`)
  assert.equal(placed.items[0].mention.id, later, "after a hand moved something what comes finds its story")
  assert.ok(placed.items[0].shared.includes("lupin"), "and says by which words")
})

test(
  "its page, in French: what is claimed, that it is denied and why, what was answered, and who has it from whom",
  { skip: lackingChromium },
  async () => {
    const { http, smtp } = inside.house.ports
    const desk = { api: inside.api, token: await inside.token("admin"), url: `http://127.0.0.1:${http}`, smtpPort: smtp }
    const page = await sitDown(desk, { name: "Inès Fabre", language: "fr" })
    await page.clock.install({ time: inside.clock.now() })
    const [story] = (await must("/api/stories")).items
    await page.goto(`/listening/stories/${story.id}`)
    await page.getByRole("heading", { name: story.title }).waitFor()
    const claims = page.getByRole("region", { name: "Ce qu’elle affirme" })
    const claim = claims.getByRole("listitem").filter({ hasText: "Il y a du verre dans les bouteilles." }).first()
    await claim.getByText("démentie").first().waitFor()
    await claim.getByText("Contrôles de Lille négatifs.").first().waitFor()
    await claim.getByText("Aucune bouteille contenant du verre n’a été trouvée.").waitFor()
    await page.getByText("info-flash.example").first().waitFor()
    assert.deepEqual(await amiss(page), [])
    assert.deepEqual(page.complaints, [])
  },
)

test("two stories brought together by hand stay so, with their claims; taken back, each is as it was", async () => {
  const [a, b] = [
    await heard("Forum", { key: "g1", text: "Grève des contrôleurs chez Railo jeudi, un train sur trois" }),
    await heard("Forum", { key: "g2", text: "Quelqu’un sait pourquoi la gare de Gien est fermée ce jour-là" }),
  ]
  await must(`/api/stories/${b}/claims`, "POST", { claim: "La gare ferme." })
  const merge = await must(`/api/stories/${b}/merge`, "POST", { into: a })
  const one = await must(`/api/stories/${b}`)
  assert.deepEqual([one.id, one.mentions, one.claims.length, one.moves[0].id], [a, 2, 1, merge.id])
  assert.equal((await ask(`/api/stories/${b}/merge`, "POST", { into: a })).status, 422)
  const { to } = await must(`/api/stories/${a}/split`, "POST", { mentions: [b] })
  assert.equal((await must(`/api/stories/${to}`)).mentions, 1)
  assert.equal((await ask(`/api/stories/${a}/split`, "POST", { mentions: [a] })).status, 422, "a story isn’t emptied")
})

test("what the machine brought together a person takes apart again, and it stays apart", async () => {
  const a = await heard("Forum", {
    key: "f1",
    text: "Incendie au central Colibrix de Villeurbanne, les pompiers du Rhône sur place avec quarante véhicules",
  })
  const b = await heard("Forum", {
    key: "f2",
    text: "Ni téléphone ni fibre à Décines et Bron depuis midi, 180 000 abonnés Colibrix coupés",
  })
  const both =
    "Incendie du central de Villeurbanne : les pompiers du Rhône sur place, 180 000 abonnés Colibrix sans fibre à Décines et Bron"
  await heard("Forum", { key: "f3", text: both })
  const one = await must(`/api/stories/${b}`)
  assert.deepEqual([one.id, one.mentions, one.moves[0].by], [a, 3, "system:gatherer"])
  await must(`/api/story-moves/${one.moves[0].id}/undo`, "POST", {})
  await heard("Forum", { key: "f4", text: `${both}, dit le maire de Villeurbanne aux pompiers` })
  assert.equal((await must(`/api/stories/${b}`)).id, b)
  assert.equal((await must(`/api/mentions/${b}`)).storyId, b)
})

test("a tone is corrected by a click, and how often it is right is told with its interval", async () => {
  const ids: string[] = []
  for (let n = 0; n < 12; n++)
    ids.push(await heard("Avis", { key: `t${n}`, text: `Service ${n}${n} très rapide et livreur vraiment aimable, merci` }))
  for (const id of ids) await must(`/api/mentions/${id}/corrections`, "POST", { about: "tone", said: "positive" })
  const { tone, signs, corrections } = await must(`/api/mentions/${ids[0]}/corrections`, "POST", { about: "tone", said: "mixed" })
  assert.equal(tone, "positive", "what was read stands beside what a person says")
  assert.ok(signs.some(({ words }: Json) => words === "aimable"))
  assert.deepEqual([corrections[0].said, corrections[0].was], ["mixed", "positive"])
  const { items } = await must("/api/tone/accuracy")
  const { n, of, share } = items.find(({ about, language }: Json) => about === "tone" && language === "fr")
  assert.deepEqual([n, of], [11, 12])
  assert.ok(share.low > 0.6 && share.low < share.value && share.high < 1, JSON.stringify(share))
  assert.equal((await ask(`/api/mentions/${ids[0]}/corrections`, "POST", { about: "danger", said: "positive" })).status, 422)
})

test("what is deleted at its source leaves no words in its story", async () => {
  const gone = await heard("Blog", {
    kind: "article",
    key: "d",
    title: "Fleuria, la catastrophe des pivoines",
    text: "Une catastrophe, des pivoines fanées.",
  })
  await must("/api/mentions", "POST", { source: "Blog", mentions: [], gone: ["d"] })
  inside.clock.advance(HOUR)
  const story = await must(`/api/stories/${gone}`)
  assert.deepEqual([story.title, story.headlines, story.trail, story.signs, story.people], [null, [], [], [], 0])
  assert.equal((await ask(`/api/mentions/${gone}/reading`)).status, 404)
})
