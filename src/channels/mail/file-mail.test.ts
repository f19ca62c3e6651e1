import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { test } from "node:test"
import { sql } from "kysely"
import { closeAfterwards, testDatabase } from "../../../test/support/database.ts"
import { addInbox } from "#conversations"
import { systemActor } from "#people"
import { type Failpoint, TornSpool } from "#platform"
import { fileMail } from "./file-mail.ts"
import { envelopeTo, filingHouse, type FilingHouse, mailOf } from "./filing/filing.fixture.ts"
import { writeFile } from "node:fs/promises"

interface Filed {
  subject: string
  original: string
  identity: string
  automatic: string | null
  warnings: string[]
}

async function filed({ db }: FilingHouse): Promise<Filed[]> {
  return (
    await sql<Filed>`select subject, original, identity, automatic, warnings from messages order by received_at, id`.execute(db.read.sql)
  ).rows
}

async function deliveries({ db }: FilingHouse): Promise<number> {
  return (await sql<{ n: number }>`select count(*) n from deliveries`.execute(db.read.sql)).rows[0]!.n
}

test("a spooled mail becomes a message with its original byte for byte, and leaves the spool", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  const bytes = mailOf("Where is my order")
  const id = await house.spool.accept(envelopeTo("care@shop.example"), bytes)
  const { created } = await fileMail(house, id)
  assert.equal(created, true)
  const [message] = await filed(house)
  assert.equal(message!.subject, "Where is my order")
  assert.equal(message!.identity, "unverified")
  assert.deepEqual(await house.blobs.read(message!.original), bytes)
  assert.deepEqual(await house.spool.waiting(), [])
})

test("a mail to two inboxes is one message with two deliveries; sent again by a hesitant server, still one", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  await house.db.transact((tx) => addInbox(systemActor("test"), tx, { address: "sales@shop.example" }))
  const bytes = mailOf("Two addresses")
  await fileMail(house, await house.spool.accept(envelopeTo("care@shop.example", "sales+x@shop.example"), bytes))
  assert.equal(await deliveries(house), 2)
  const received = Buffer.concat([Buffer.from("Received: by relay.example; Mon, 2 Nov 2026 09:00:01 +0100\r\n"), bytes])
  const again = await fileMail(house, await house.spool.accept(envelopeTo("care@shop.example"), received))
  assert.equal(again.created, false)
  assert.equal((await filed(house)).length, 1)
  assert.equal(await deliveries(house), 3)
})

test("a copied Message-ID doesn't make another mail disappear, and mails without one that differ are two", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  const file = async (bytes: Buffer) => fileMail(house, await house.spool.accept(envelopeTo("care@shop.example"), bytes))
  await file(mailOf("One", "Where is my order?", "<same@rousseau.example>"))
  assert.equal((await file(mailOf("One", "Other words", "<same@rousseau.example>"))).created, true)
  await file(mailOf("None", "first", null))
  const none = mailOf("None", "first", null)
  assert.equal((await file(none)).created, false, "the same bytes with the same date")
  const byAnotherWay = Buffer.concat([
    Buffer.from("Delivered-To: care@shop.example\r\nReceived: from relay.example; Mon, 2 Nov 2026 09:00:01 +0100\r\n"),
    none,
  ])
  assert.equal((await file(byAnotherWay)).created, false, "the same mail, fetched from another mailbox")
  for (const other of ["Reply-To: amadou@diallo.example", "Cc: ines@okafor.example"])
    assert.equal((await file(Buffer.concat([Buffer.from(`${other}\r\n`), none]))).created, true, `a form writes for many: ${other}`)
  const undated = Buffer.from(none.toString().replace(/^Date:.*\r\n/m, ""))
  assert.equal((await file(undated)).created, true)
  assert.equal((await file(undated)).created, true, "without a date nothing says that the second is the first")
  assert.equal((await file(mailOf("None", "second", null))).created, true)
  const dateless = Buffer.from("From: form@shop.example\r\nSubject: help\r\n\r\nhelp\r\n")
  await file(dateless)
  assert.equal((await file(dateless)).created, true, "nothing says that the second is the first")
})

test("what can't be read is filed all the same", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  for (const bytes of [Buffer.alloc(0), Buffer.from([0, 255, 13, 10]), Buffer.from("no header at all")]) {
    await fileMail(house, await house.spool.accept(envelopeTo("care@shop.example"), bytes))
  }
  assert.equal((await filed(house)).length, 3)
})

test("a mail for an inbox that was closed meanwhile goes to one that is open", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  await fileMail(house, await house.spool.accept(envelopeTo("gone@shop.example"), mailOf("Late")))
  assert.equal((await filed(house)).length, 1)
})

test("a torn file is not taken for a mail", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  const id = await house.spool.accept(envelopeTo("care@shop.example"), mailOf("Torn"))
  await writeFile(house.spool.path(id), mailOf("Torn"))
  await assert.rejects(fileMail(house, id), TornSpool)
})

test("killed between any two steps, it is filed once", async (t) => {
  const points: Failpoint[] = ["after-blob", "in-transaction", "before-commit", "after-commit", "before-spool-done"]
  for (const point of points) {
    await t.test(point, async () => {
      const house = await filingHouse({ database: testDatabase, closeAfterwards })
      const bytes = mailOf(`Killed ${point}`)
      const id = await house.spool.accept(envelopeTo("care@shop.example"), bytes)
      const args = [`${import.meta.dirname}/filing/file-one.fixture.ts`, house.folder, JSON.stringify(house.address), id]
      const child = spawn(process.execPath, args, {
        env: { ...process.env, VIGIE_TEST_FAILPOINT: point },
        stdio: ["ignore", "inherit", "inherit"],
      })
      const [, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null]
      assert.equal(signal, "SIGKILL", "the place was reached")
      assert.deepEqual(await house.spool.waiting(), [id], "it still waits")
      await fileMail(house, id)
      const messages = await filed(house)
      assert.equal(messages.length, 1)
      assert.deepEqual(await house.blobs.read(messages[0]!.original), bytes)
      assert.equal(await deliveries(house), 1)
      assert.deepEqual(await house.spool.waiting(), [])
    })
  }
})
