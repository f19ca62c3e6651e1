import assert from "node:assert/strict"
import { test } from "node:test"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import { addInbox } from "#conversations"
import { type PeopleEnv, type PersonActor, type Role, systemActor } from "#people"
import { Keys, newRouter, Problem, problemResponse } from "#platform"
import { say } from "#words"
import { closeAfterwards, testDatabase } from "../../../../test/support/database.ts"
import { DkimKeys } from "../dkim/dkim-keys.ts"
import { signingRoutes } from "../dkim/routes.ts"
import { noteProblem, noteReconciliation } from "./mailbox-state.ts"
import { accessMailbox } from "./mailboxes.ts"
import { mailboxRoutes } from "./routes.ts"

function actor(role: Role): PersonActor {
  return {
    kind: "agent",
    id: "1",
    ref: "agent:1",
    role,
    name: "Amadou Diallo",
    language: "fr",
    timeZone: "Europe/Paris",
    inboxes: "every",
    teams: [],
  }
}

async function desk() {
  const { db } = await testDatabase()
  const keys = new Keys(Buffer.alloc(32, 1))
  const folder = await mkdtemp(join(tmpdir(), "vigie-dkim-"))
  closeAfterwards(() => rm(folder, { recursive: true }))
  const dkim = new DkimKeys(folder, keys)
  await dkim.open()
  const looked: string[] = []
  const readers = {
    changed: async (id: string) => void looked.push(`changed ${id}`),
    look: async (id: string) => void looked.push(`look ${id}`),
  }
  const inbox = await db.transact((tx) => addInbox(systemActor("test"), tx, { address: "care@shop.example" }))
  const ask = async (method: string, path: string, body?: object, role: Role = "admin") => {
    const app = newRouter<PeopleEnv>()
    app.use(async (c, next) => {
      c.set("actor", actor(role))
      c.set("language", "fr")
      await next()
    })
    app.route("/", mailboxRoutes({ db, keys, readers })).route("/", signingRoutes({ db, dkim }))
    app.onError((error) => {
      if (error instanceof Problem) return problemResponse(error, (key, values) => say("fr", key, values))
      throw error
    })
    const answer = await app.request(path, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}),
    })
    const text = await answer.text()
    return { status: answer.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} }
  }
  return {
    db,
    keys,
    ask,
    looked,
    inboxId: inbox.id,
    settings: { inboxId: inbox.id, host: "imap.shop.example", username: "care", password: "très secret" },
  }
}

test("a mailbox is added, looked at, changed, checked and removed; its password is sealed and never shown", async () => {
  const { db, ask, looked, settings } = await desk()
  const added = await ask("POST", "/api/mailboxes", settings)
  assert.equal(added.status, 201)
  const { id } = added.body as { id: string }
  assert.deepEqual(
    [added.body["port"], added.body["security"], added.body["folder"], added.body["afterReading"], added.body["state"]],
    [993, "tls", "INBOX", "nothing", "new"],
  )
  assert.equal(JSON.stringify((await ask("GET", "/api/mailboxes")).body).includes("secret"), false)
  const { rows } = await sql<{ sealed: Buffer }>`select sealed_secret sealed from mailboxes`.execute(db.read.sql)
  assert.equal(rows[0]!.sealed.includes("secret"), false)
  assert.equal((await ask("PATCH", `/api/mailboxes/${id}`, { folder: "Clients", paused: true })).body["folder"], "Clients")
  assert.equal((await ask("POST", `/api/mailboxes/${id}/check`)).status, 200)
  assert.deepEqual(looked, [`changed ${id}`, `changed ${id}`, `look ${id}`])
  assert.equal((await ask("DELETE", `/api/mailboxes/${id}`)).status, 204)
  assert.equal((await ask("GET", `/api/mailboxes/${id}`)).status, 404)
  assert.equal((await ask("GET", "/api/mailboxes/not-an-id")).status, 404)
})

test("what was found is said: a problem in the reader's language, or the count", async () => {
  const { db, ask, settings } = await desk()
  const { id } = (await ask("POST", "/api/mailboxes", settings)).body as { id: string }
  const mailbox = await accessMailbox(systemActor("test"), db.read, id).catch(() => null)
  assert.ok(mailbox)
  await noteProblem(db, mailbox, { code: "folder", values: { folder: "INBOX", folders: "Boîte, Archive" } })
  const failing = (await ask("GET", `/api/mailboxes/${id}`)).body
  assert.deepEqual(
    [failing["state"], failing["problem"]],
    ["failing", "La boîte aux lettres n’a pas de dossier INBOX. Elle contient\u00a0: Boîte, Archive."],
  )
  await noteReconciliation(db, mailbox, { onServer: 7, held: 7, missing: 0, taken: 7 })
  const fine = (await ask("GET", `/api/mailboxes/${id}`)).body
  assert.deepEqual([fine["state"], fine["problem"], fine["onServer"], fine["held"], fine["missing"]], ["idle", null, 7, 7, 0])
})

test("only admins; no folder twice; moving needs a place to move to", async () => {
  const { ask, settings } = await desk()
  for (const role of ["lead", "agent", "observer"] as const) {
    assert.equal((await ask("GET", "/api/mailboxes", undefined, role)).status, 403)
    assert.equal((await ask("POST", "/api/mailboxes", settings, role)).status, 403)
    assert.equal((await ask("GET", "/api/dkim", undefined, role)).status, 403)
    assert.equal((await ask("POST", "/api/dkim", { domain: "shop.example" }, role)).status, 403)
  }
  assert.equal((await ask("POST", "/api/mailboxes", settings)).status, 201)
  assert.equal((await ask("POST", "/api/mailboxes", settings)).status, 409)
  assert.equal((await ask("POST", "/api/mailboxes", { ...settings, folder: "Other", afterReading: "move" })).status, 422)
  assert.equal((await ask("POST", "/api/mailboxes", { ...settings, host: "a\r\nb" })).status, 422)
  assert.equal(
    (await ask("POST", "/api/mailboxes", { ...settings, folder: "X", inboxId: "01890000-0000-7000-8000-000000000000" })).status,
    404,
  )
})

test("signing begins with keys for an inbox's domain, and shows what belongs into the DNS", async () => {
  const { ask } = await desk()
  assert.deepEqual((await ask("GET", "/api/dkim")).body["items"], [{ domain: "shop.example", signs: false, records: [] }])
  assert.equal((await ask("POST", "/api/dkim", { domain: "elsewhere.example" })).status, 422)
  assert.equal((await ask("POST", "/api/dkim", { domain: "../shop" })).status, 422)
  const made = await ask("POST", "/api/dkim", { domain: "Shop.example", ed25519: true })
  const records = made.body["records"] as { name: string; value: string }[]
  assert.equal(made.body["signs"], true)
  assert.match(records[0]!.value, /^v=DKIM1; k=rsa; p=MII/)
  assert.match(records[1]!.value, /^v=DKIM1; k=ed25519; p=[\w+/]{43}=$/)
  assert.equal((await ask("DELETE", "/api/dkim/shop.example")).status, 204)
  assert.deepEqual((await ask("GET", "/api/dkim")).body["items"], [{ domain: "shop.example", signs: false, records: [] }])
})
