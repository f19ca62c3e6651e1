import assert from "node:assert/strict"
import { once } from "node:events"
import { test } from "node:test"
import { closeAfterwards } from "../../../test/support/database.ts"
import { cloneUrl, type Json, newHome, type RunningHouse, startHouse, tokenFor, until } from "../../../test/support/house.ts"
import { blueskyStage, mastodonStage } from "../sources/stages/followed.fixture.ts"
import { POST } from "./networks.fixture.ts"
import { discourseAnswers } from "./stages/forums.fixture.ts"

const THERE = "https://elsewhere.example/@maya/112233"

test("killed between any two steps, and again while it recovers, an answer stands there once", async () => {
  const [bluesky, mastodon] = await Promise.all([blueskyStage(new Date()), mastodonStage(new Date())])
  const forum = await discourseAnswers(new Date()).open()
  for (const stage of [bluesky, mastodon, forum]) closeAfterwards(() => stage.close())
  bluesky.pds.posts.set(POST, { cid: "bafymaya", record: {} })
  mastodon.instance.known.set(THERE, "4711")
  const home = await newHome()
  const env = { DATABASE_URL: await cloneUrl(), VIGIE_TEST_UNSAFE: "1", VIGIE_ALLOW_PRIVATE: "localhost", VIGIE_UNDO_SECONDS: "0" }
  const start = (failpoint: string | null) =>
    startHouse({ home, env: { ...env, ...(failpoint ? { VIGIE_TEST_FAILPOINT: failpoint } : {}) } })

  let house = await start("after-sending-marked")
  const token = await tokenFor(house, "lead")
  const must = async (path: string, body?: object): Promise<Json> => {
    const answer = await house.api(path, { token, ...(body ? { body } : {}) })
    assert.ok(answer.status < 300, `${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const { pds, instance } = { pds: bluesky.pds, instance: mastodon.instance }
  const accounts = [
    await must("/api/social-accounts", {
      kind: "bluesky",
      settings: { pds: bluesky.url, handle: pds.handle },
      secret: { appPassword: pds.password },
    }),
    await must("/api/social-accounts", { kind: "mastodon", settings: { url: mastodon.url }, secret: { token: instance.token } }),
    await must("/api/social-accounts", forum.account),
  ]
  const mentions = [
    { key: POST, text: "Where is it?" },
    { key: "112233", url: THERE, text: "Where is it?" },
    { key: "812", url: `${forum.served.url}/t/parcels/44/2`, text: "Where is it?" },
  ]
  const { items } = await must("/api/mentions", { source: "Networks", mentions })
  const drafts = await Promise.all(
    items.map(({ id }: Json, n: number) => must(`/api/mentions/${id}/answers`, { accountId: accounts[n].id, text: "On its way." })),
  )
  // It may be dead before it answers.
  const submit = (n: number) =>
    house.api(`/api/public-answers/${drafts[n].id}/submit`, { token, body: { revision: drafts[n].revision } }).catch(() => null)
  const dies = async (running: RunningHouse): Promise<void> => {
    if (running.child.signalCode === null) await once(running.child, "exit")
  }
  const stands = (n: number) =>
    until(`answer ${n} stands`, async () => {
      const { state } = await must(`/api/public-answers/${drafts[n].id}`)
      return state === "sent"
    })

  const gone = dies(house)
  await submit(0)
  await gone
  assert.equal(pds.records.size, 0, "it died before it was said")
  await start("before-sent-marked").then(dies, () => {}) // it may die before it is open
  assert.equal(pds.records.size, 1, "it was said, and died before that was written down")
  house = await start("before-sent-marked")
  await stands(0)
  const goneAgain = dies(house)
  await submit(1)
  await goneAgain
  assert.equal(instance.statuses.length, 1)
  house = await start("before-sent-marked")
  await stands(1)
  const goneLast = dies(house)
  await submit(2)
  await goneLast
  assert.equal(forum.writes, 1, "a place that takes no key of ours has it already")
  house = await start(null)
  await stands(2)
  assert.deepEqual([forum.writes, forum.played.standing()], [1, ["On its way."]])
  assert.deepEqual([pds.records.size, instance.statuses.length], [1, 1])
})
