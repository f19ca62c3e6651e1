import assert from "node:assert/strict"
import { randomUUID } from "node:crypto"
import { test } from "node:test"
import { sql } from "kysely"
import { testDatabase } from "../../../test/support/database.ts"
import { type FiledCase, fileCase } from "../../../test/support/filed.ts"
import type { PersonActor } from "#people"
import { HOUR } from "#platform"
import { listCases } from "./list-cases.ts"

const CARE = randomUUID()
const LEA: PersonActor = {
  kind: "agent",
  id: randomUUID(),
  ref: "agent:lea",
  role: "lead",
  name: "Léa Moreau",
  language: "fr",
  timeZone: "Europe/Paris",
  teams: [],
  inboxes: "every",
}

test("by risk: what went wrong weighs as days of silence, a deadline counts before it passes, and a word kept after all weighs nothing", async () => {
  const house = await testDatabase()
  const hoursAgo = (hours: number) => new Date(house.clock.now().getTime() - hours * HOUR)
  const names = new Map<string, string>()
  const file = async (name: string, given: Partial<FiledCase> = {}, change = sql`subject = subject`) => {
    const id = await house.db.transact((tx) => fileCase(tx, { inboxes: [CARE], at: hoursAgo(1), ...given }))
    await sql`update cases set ${change} where id = ${id}`.execute(house.db.read.sql)
    names.set(id, name)
    return id
  }
  const promise = randomUUID()
  await file("nobody waits")
  await file("resolved", { category: "resolved" }, sql`contradiction = 'delivered-denied'`)
  await file("waits 2 h, low", { waitingSince: hoursAgo(2) }, sql`priority = 'low'`)
  await file("waits 10 h", { waitingSince: hoursAgo(10) })
  await file("due in 1 h", {}, sql`next_due = ${hoursAgo(-1)}`)
  await file("waits 5 h, urgent", { waitingSince: hoursAgo(5) }, sql`priority = 'urgent'`)
  await file("contradiction", {}, sql`contradiction = 'delivered-denied'`)
  const broken = await file("broken promise", { waitingSince: hoursAgo(3) })
  await sql`insert into promises (id, case_id, text, due_at, made_by, made_at, broken_at)
    values (${promise}, ${broken}, 'Demain', ${hoursAgo(1)}, 'agent:lea', ${hoursAgo(9)}, ${hoursAgo(1)})`.execute(house.db.read.sql)

  const shown = async () => (await listCases(LEA, house.db.read, { sort: "risk" }, { limit: 50 })).ids.map((id) => names.get(id))
  const rest = ["waits 5 h, urgent", "due in 1 h", "waits 10 h"]
  const least = ["waits 2 h, low"]
  assert.deepEqual((await shown()).slice(0, -2), ["contradiction", "broken promise", ...rest, ...least])
  assert.deepEqual(new Set((await shown()).slice(-2)), new Set(["nobody waits", "resolved"]))

  await sql`update promises set broken_at = null, kept_at = ${hoursAgo(2)} where id = ${promise}`.execute(house.db.read.sql)
  assert.deepEqual((await shown()).slice(0, 5), ["contradiction", ...rest, "broken promise"])

  const first = await listCases(LEA, house.db.read, { sort: "risk" }, { limit: 2 })
  const second = await listCases(LEA, house.db.read, { sort: "risk" }, { limit: 2, cursor: first.next ?? "" })
  assert.deepEqual(
    [...first.ids, ...second.ids].map((id) => names.get(id)),
    (await shown()).slice(0, 4),
  )
})
