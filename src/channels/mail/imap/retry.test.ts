import assert from "node:assert/strict"
import { once } from "node:events"
import { connect, createServer } from "node:net"
import { test } from "node:test"
import { systemActor } from "#people"
import { HOUR, privateRanges, silentLog } from "#platform"
import { closeAfterwards, testDatabase } from "../../../../test/support/database.ts"
import { filingHouse } from "../filing/filing.fixture.ts"
import { MailboxReaders } from "./mailbox-readers.ts"
import { addMailbox } from "./mailboxes.ts"

const ADMIN = { ...systemActor("test"), role: "system" } as const

test("a server that turns us away is asked once for each look, and then left alone until the pause is over", async () => {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  let asked = 0
  const server = createServer((socket) => {
    asked++
    socket.on("error", () => {}).end("* BYE closed for the night\r\n")
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const allowed = privateRanges(["127.0.0.0/8"])
  const readers = new MailboxReaders({ ...house, now: () => new Date(), accepted: () => {}, allowed, log: silentLog, retryMs: HOUR })
  closeAfterwards(async () => {
    await readers.close()
    server.close()
  })
  const { id } = await house.db.transact((tx) =>
    addMailbox(ADMIN, tx, house.keys, {
      inboxId: house.inboxId,
      host: "127.0.0.1",
      port,
      security: "none",
      username: "care",
      password: "secret",
    }),
  )
  await readers.changed(id)
  await readers.look(id)
  // As long as a hundred others take to be turned away: a reader without patience would come again meanwhile.
  for (let n = 0; n < 100; n++) await once(connect(port, "127.0.0.1").resume(), "close")
  assert.equal(asked, 102)
})
