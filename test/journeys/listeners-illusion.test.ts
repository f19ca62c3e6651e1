import assert from "node:assert/strict"
import { before, test } from "node:test"
import { sql } from "kysely"
import { DAY, HOUR } from "#platform"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, sitDown } from "../support/desk.ts"
import type { Json } from "../support/house.ts"
import { type InsideHouse, openInside } from "../support/inside.ts"

/* What is heard online is scraps, by a small part of the public. No share is shown without its interval, its number of distinct people, and what could not be read. */
let inside: InsideHouse
let token: string
let watch: string

before(async () => {
  inside = await openInside()
  token = await inside.token("admin")
})

async function must(path: string, body?: object): Promise<Json> {
  const answer = await inside.api(path, { token, ...(body ? { body } : {}) })
  assert.ok(answer.status < 300, `${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

const BAD = "Bouquet Lilas fané à l’arrivée, une honte, je veux être remboursé"
const GOOD = "Bouquet Lilas superbe, livreur vraiment aimable, merci"
const said = (key: string, who: string, text: string, hours: number) => ({
  key,
  text: `${text} (${key})`,
  author: { key: who, name: who },
  publishedAt: new Date(inside.clock.now().getTime() - hours * HOUR).toISOString(),
})
const tell = async (source: string, mentions: object[]): Promise<Json> => {
  const told = await must("/api/mentions", { source, mentions })
  await inside.house.settle()
  return told
}

test("one loud person is one person; under thirty no share is told, and every share has its interval", async () => {
  watch = (await must("/api/watches", { name: "Lilas", query: "lilas" })).id
  const other = (await must("/api/watches", { name: "Fleuria", query: "fleuria" })).id
  await tell("Forum", [
    ...Array.from({ length: 60 }, (_, n) => said(`loud ${n}`, "Zoé", BAD, 2 + n)),
    ...Array.from({ length: 20 }, (_, n) => said(`kind ${n}`, `Cliente ${n}`, GOOD, 3 + n)),
  ])
  const few = await must(`/api/watches/${watch}/told`)
  assert.deepEqual([few.tones.negative.people, few.tones.negative.posts], [1, 60], "sixty words of one person are one person")
  assert.equal(few.tones.negative.share, null, "21 people are too few for a share")
  assert.equal((await must(`/api/voices?watches=${watch},${other}`)).items[0].share, null)

  await tell("Gazette", [
    ...Array.from({ length: 14 }, (_, n) => said(`angry ${n}`, `Client ${n}`, BAD, 5 + n)),
    ...Array.from({ length: 5 }, (_, n) => said(`fleuria ${n}`, `Passant ${n}`, "Fleuria ouvre une boutique", 5 + n)),
  ])
  const { tones, read } = await must(`/api/watches/${watch}/told`)
  assert.deepEqual([read.people, tones.negative.people], [35, 15])
  const { value, low, high } = tones.negative.share
  // Wilson, 95 %: 15 of 35 is 0.280 to 0.591.
  assert.deepEqual([Math.round(value * 1000), Math.round(low * 1000), Math.round(high * 1000)], [429, 280, 591])
})

test("a source that stopped answering is said under every figure, and where it was silent the line breaks", async () => {
  const began = new Date(inside.clock.now().getTime() - 20 * DAY)
  const stopped = new Date(inside.clock.now().getTime() - 3 * DAY)
  await inside.db.transact(async (tx) => {
    await sql`update sources set kind = 'feed', state = 'failing', created_at = ${began} where name = 'Gazette'`.execute(tx.sql)
    await sql`
      insert into source_coverage (source_id, from_at, to_at) select id, ${began}, ${stopped} from sources where name = 'Gazette'
      on conflict do nothing`.execute(tx.sql)
  })
  const { items, changes } = await must(`/api/watches/${watch}/counts?step=day`)
  assert.equal(items.at(-1).complete, false)
  assert.ok(changes.some(({ name, what }: Json) => name === "Gazette" && what === "began"))
  const { items: sources } = await must(`/api/watches/${watch}/coverage`)
  const gazette = sources.find(({ name }: Json) => name === "Gazette")
  assert.deepEqual([gazette.gaps.length, gazette.gaps[0].from, gazette.posts], [1, stopped.toISOString(), 14])
  const voices = await must(`/api/voices?watches=${watch}`)
  assert.deepEqual([voices.complete, voices.people, voices.sources], [false, 35, 2])
})

test(
  "on the page no percent stands without its interval and its people, nor without what could not be read",
  { skip: lackingChromium },
  async () => {
    const { http, smtp } = inside.house.ports
    const page = await sitDown({ api: inside.api, token, url: `http://127.0.0.1:${http}`, smtpPort: smtp }, { name: "Léa Moreau" })
    await page.clock.install({ time: inside.clock.now() })
    await page.goto(`/listening/${watch}`)
    await page.getByRole("heading", { name: "In what tone" }).waitFor()
    await page.getByRole("heading", { name: "Share of voice" }).waitFor()
    await page.locator(".share-value").nth(4).waitFor()
    const shares = await page.locator(".share:has(.share-value)").allTextContents()
    assert.ok(shares.length >= 5, shares.join("\n"))
    for (const share of shares) assert.match(share, /\d+% between \d+% and \d+%: \d+ of \d+ people/)
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll(".listening-page :is(p, dd, li)")]
        .filter((one) => one.querySelector("p, li, dd") === null && /\d\s?%/.test(one.textContent))
        .map((one) => one.textContent)
        .filter((words) => !/between|too few|100 %/.test(words)),
    )
    assert.deepEqual(bare, [], "no share without its interval")
    const frames = await page
      .getByText(/Of 94 mentions by 35 people, from 2 sources, .* Not all sources were read throughout\..*Nobody could read Reddit/)
      .count()
    assert.equal(frames, 1, "tone")
    await page
      .getByText(/Of 99 mentions by 40 people, from 2 sources, .* Not all sources were read throughout\..*Nobody could read Reddit/)
      .waitFor()
    await page.getByRole("button", { name: "By source" }).first().click()
    await page
      .getByRole("list", { name: "By source" })
      .getByText(/Gazette/)
      .waitFor()
    await page.getByText(/not read once:/).waitFor()
    assert.deepEqual(await amiss(page), [])
    assert.deepEqual(page.complaints, [])
  },
)
