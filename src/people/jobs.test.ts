import assert from "node:assert/strict"
import { test } from "node:test"
import { forgetSpentProofs } from "#people"
import { DAY, HOUR } from "#platform"
import { testDesk } from "../../test/support/people-desk.ts"

test("the sweep forgets what proves nothing any more, and only that", async () => {
  const desk = await testDesk({ url: "https://desk.maison-rousseau.example" })
  const browser = await desk.signedIn("Ines Okafor")
  await desk.link(browser.agentId)
  await desk.browser().post("/api/sign-in/passkey/options")
  await desk.browser().post("/api/sign-in/password", { email: "nobody@maison-rousseau.example", password: "mauvais mot" })
  const counts = async () => {
    await forgetSpentProofs(desk.db).run({})
    const { rows } = await desk.db.pool.query<{
      n: number
    }>(`select count(*) n from sessions union all select count(*) from sign_in_links where used_at is null
      union all select count(*) from sign_in_challenges union all select count(*) from proof_failures`)
    return rows.map(({ n }) => n)
  }
  assert.deepEqual(await counts(), [1, 1, 1, 3])
  desk.clock.advance(HOUR)
  assert.deepEqual(await counts(), [1, 1, 0, 3])
  desk.clock.advance(2 * DAY + HOUR)
  assert.deepEqual(await counts(), [1, 0, 0, 0])
  desk.clock.advance(12 * DAY)
  assert.deepEqual(await counts(), [0, 0, 0, 0])
})
