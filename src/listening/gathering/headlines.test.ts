import assert from "node:assert/strict"
import { test } from "node:test"
import { silentLog } from "#platform"
import { closeAfterwards, testDatabase } from "../../../test/support/database.ts"
import { said } from "../fair.fixture.ts"
import { Gatherer } from "./gatherer.ts"
import { openFair } from "./gathering.fixture.ts"
import { listStories } from "./list-stories.ts"
import { storyDetail } from "./story-detail.ts"

const TEXT =
  "Un camion de Lilas chargé des bouquets du lundi a disparu près d’Orléans. À Lille, personne n’est livré, et rien n’est expliqué."

test("of headlines that were seen in one look, the one that was published first is the earlier, and the story's", async () => {
  const { db, clock, hear } = await openFair(await testDatabase(), closeAfterwards)
  const gatherer = new Gatherer(db, silentLog)
  closeAfterwards(() => gatherer.close())
  const article = (hoursAgo: number) =>
    said(`${hoursAgo}`, TEXT, {
      kind: "article",
      title: `Camion perdu, il y a ${hoursAgo} h`,
      publishedAt: new Date(clock.now().getTime() - hoursAgo * 3_600_000),
    })
  await hear(...[3, 7, 1, 9, 5, 2, 8, 4, 6].map(article))
  await gatherer.settled()
  const [story] = await listStories(db.read, { least: 1 }, 10, null)
  const { title, headlines } = await storyDetail(db.read, story!)
  const titles = headlines.filter(({ seenAs }) => seenAs === "title").map(({ headline }) => headline)
  assert.deepEqual(
    titles,
    [9, 8, 7, 6, 5, 4, 3, 2, 1].map((hours) => `Camion perdu, il y a ${hours} h`),
  )
  assert.equal(title, titles[0])
})
