import assert from "node:assert/strict"
import { test } from "node:test"
import { silentLog } from "#platform"
import { closeAfterwards, testDatabase } from "../../../test/support/database.ts"
import { said } from "../fair.fixture.ts"
import { Gatherer } from "./gatherer.ts"
import { openFair } from "./gathering.fixture.ts"
import { listStories, mentionsOfStory } from "./list-stories.ts"

const TEXT = "La direction de Fleuria a annoncé la fermeture de son entrepôt de Rungis, trois cents salariés sont concernés."
const copy = (key: string) => said(key, TEXT)

test("a story counts and shows what is still there, to its end, and again what comes back; with nothing left it isn't listed", async () => {
  const { db, clock, hear, tell } = await openFair(await testDatabase(), closeAfterwards)
  const gatherer = new Gatherer(db, silentLog)
  closeAfterwards(() => gatherer.close())
  for (const key of ["a", "b", "c", "d"]) {
    clock.advance(1000)
    await hear(copy(key))
  }
  await gatherer.settled()
  const listed = async () => (await listStories(db.read, { least: 1 }, 10, null)).map(({ mentions }) => mentions)
  assert.deepEqual(await listed(), [4])
  const [story] = await listStories(db.read, { least: 1 }, 10, null)
  const keys = async () => (await mentionsOfStory(db.read, story!.id, 2, null)).map(({ mention }) => mention.key)

  await tell({ gone: ["c"] })
  assert.deepEqual([await listed(), await keys()], [[3], ["d", "b"]], "a page is as full as it can be")

  await tell({ accounts: [{ key: "nina-d", what: "hidden" }] })
  assert.deepEqual([await listed(), await keys()], [[2], ["b", "a"]])
  await tell({ accounts: [{ key: "nina-d", what: "back" }] })
  await gatherer.settled()
  assert.deepEqual([await listed(), await keys()], [[3], ["d", "b"]])

  await tell({ gone: ["a", "b", "d"] })
  assert.deepEqual(await listed(), [])
})
