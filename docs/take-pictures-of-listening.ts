import { fileURLToPath } from "node:url"
import { closeEverything } from "../test/support/database.ts"
import { customerWrites, type DeskHouse, sitDown, startDesk } from "../test/support/desk.ts"
import { type Json, until } from "../test/support/house.ts"
import { everydayTalk, lostVan, rider } from "./heard-examples.ts"

/** Takes the pictures of listening again. Run with: sh bin/with-node docs/take-pictures-of-listening.ts [folder, for all of them] */
const [folder] = process.argv.slice(2)
const FOLDER = folder ?? fileURLToPath(new URL("pictures/", import.meta.url))
const LOOKS = folder
  ? ([
      { language: "en", width: 1440, theme: "light" },
      { language: "fr", width: 1440, theme: "dark" },
      { language: "fr", width: 390, theme: "light" },
      { language: "en", width: 390, theme: "dark" },
    ] as const)
  : ([{ language: "en", width: 1280, theme: "light" }] as const)

/** In the documentation itself. */
const SHOWN: ReadonlySet<string> = new Set(["heard", "mention"])

const house = await startDesk()
try {
  const { places } = await hear(house)
  for (const { language, width, theme } of LOOKS) {
    const page = await sitDown(
      house,
      { name: folder ? `Ines ${language} ${width} ${theme}` : "Ines Okafor", role: "lead", language },
      { viewport: { width, height: width < 500 ? 844 : 1000 }, colorScheme: theme },
    )
    for (const [name, path, last] of folder ? places : places.filter(([shown]) => SHOWN.has(shown))) {
      await page.goto(path)
      await page.locator("h1").first().waitFor()
      await page.locator(last).first().waitFor()
      const shown = folder ? `${name}-${language}-${width}-${theme}` : name
      if (folder) {
        // The page scrolls inside: it is made as high as what it holds.
        const high = await page.evaluate(() =>
          Math.max(...[...document.querySelectorAll(".listening, .mention-body")].map((one) => one.scrollHeight), 0),
        )
        await page.setViewportSize({ width, height: Math.min(6000, high + 120) })
      }
      await page.screenshot({ path: `${FOLDER}/${shown}.png` })
      await page.setViewportSize({ width, height: width < 500 ? 844 : 1000 })
    }
    await page.context().close()
  }
} finally {
  await closeEverything()
}

/** A florist of whom much is said, with a case, a tie, a decision and a claim. */
async function hear({ api, token }: DeskHouse): Promise<{ places: [name: string, path: string, last: string][] }> {
  const must = async (path: string, body?: object): Promise<Json> => {
    const answer = await api(path, { token, ...(body ? { body } : {}) })
    if (answer.status >= 300) throw new Error(`${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const now = Date.now()
  const watch = await must("/api/watches", { name: "Lilas", query: "lilas NOT jardin" })
  await must("/api/watches", { name: "Fleuria", query: "fleuria" })
  const quiet = await must("/api/watches", { name: "Pivoines bleues", query: '"pivoine bleue"' })
  await customerWrites(house, {
    subject: "My brother, accident in Mongolia",
    from: "sally.marsh@post.example",
    name: "Sally Marsh",
    text: "My brother Theo Marsh has come off his motorbike near Tsetserleg. He is in a district clinic; a helicopter flies him over the steppe for a scan. I booked with Lilas, number GE-77120.",
  })
  const talk = everydayTalk(now, 640)
  for (let n = 0; n < talk.length; n += 200)
    await must("/api/mentions", { source: "Forum des fleuristes", place: "forum", mentions: talk.slice(n, n + 200) })
  const van = await must("/api/mentions", { source: "Presse", place: "press", mentions: lostVan(now) })
  const told = await must("/api/mentions", { source: "Mountains", mentions: [rider(now)] })
  const mention: string = told.items[0].id
  await until("a tie is proposed", async () => (await must(`/api/mentions/${mention}/ties`)).items[0], 60_000)
  const story: string = await until("the van is a story", async () => {
    const { story } = await must(`/api/mentions/${van.items[0].id}`)
    return story && story.mentions >= 4 ? story.id : null
  })
  const claim = await must(`/api/stories/${story}/claims`, { claim: "A van with all of Monday’s bouquets was lost." })
  await must(`/api/story-claims/${claim.id}/state`, { state: "denied", reason: "The van stands in Orléans with a broken axle." })
  await must(`/api/story-claims/${claim.id}/answers`, {
    answer: "Our van broke down in Orléans. Monday’s bouquets are delivered again on Tuesday, at our expense.",
    url: "https://lilas.example/news",
  })
  await must(`/api/stories/${story}/decisions`, {
    way: "public",
    reason: "Two papers have it, and it is wrong.",
    aim: "Say where the van is, and what those get who waited",
    tone: "Sober",
    lookAgainAt: new Date(now + 24 * 3_600_000).toISOString(),
  })
  for (const [n, one] of van.items.entries())
    await must(`/api/mentions/${one.id}/corrections`, { about: "tone", said: n % 3 === 0 ? "neutral" : "negative" }).catch(() => {})
  await must(`/api/mentions/${mention}/decisions`, { way: "watch", reason: "He is in surgery: no medical word in public.", tone: "Warm" })
  return {
    places: [
      ["heard", `/listening/${watch.id}`, ".places"],
      ["heard-week", `/listening/${watch.id}?range=week`, ".places"],
      ["heard-nothing", `/listening/${quiet.id}`, ".figure"],
      ["mention", `/listening/mentions/${mention}`, ".tie-card"],
      ["mention-article", `/listening/mentions/${van.items[1].id}`, ".tone-choice"],
      ["story", `/listening/stories/${story}`, ".placed"],
      ["watches", "/listening", ".spark-line"],
    ],
  }
}
