import assert from "node:assert/strict"
import { test } from "node:test"
import { addInbox } from "#conversations"
import { systemActor } from "#people"
import { testDatabase } from "../../../../test/support/database.ts"
import { KnownDomains } from "./known-domains.ts"

const camille = { name: "", address: "camille@sh0p.example" }
const mail = { from: { ...camille, headers: 1, addresses: 1 }, warnings: [] as string[] }

test("the domains are read once for mails that come together, again after a change meanwhile, and again after a failure", async () => {
  const { db } = await testDatabase()
  let [readings, away] = [0, true]
  const known = new KnownDomains({
    get read() {
      readings++
      if (away) throw new Error("away")
      return db.read
    },
  })
  await assert.rejects(known.warn(mail), /away/)
  away = false
  assert.deepEqual((await known.warn(mail)).warnings, [])
  assert.equal(readings, 2)
  known.changed()
  await Promise.all([known.warn(mail), known.warn(mail)])
  assert.equal(readings, 3, "one reading for both")
  known.changed()
  const under = known.warn(mail)
  await db.transact((tx) => addInbox(systemActor("test"), tx, { address: "care@shop.example", name: "Care" }))
  known.changed()
  await under
  assert.deepEqual((await known.warn(mail)).warnings, ["from.confusable-domain"])
})
