// Over 12 kB because all of it meets one Dovecot, which takes longer to start than most of these tests to run.
import assert from "node:assert/strict"
import { after, test } from "node:test"
import { sql } from "kysely"
import { systemActor } from "#people"
import { Keys, privateRanges, silentLog, type Spool } from "#platform"
import { Dovecot, dovecotInstalled } from "../../../../test/support/dovecot.ts"
import { closeAfterwards, testDatabase } from "../../../../test/support/database.ts"
import { FilingLoop } from "../filing/filing-loop.ts"
import { type FilingHouse, filingHouse, mailOf } from "../filing/filing.fixture.ts"
import { openMailbox } from "./connect.ts"
import { MailboxReader, type ReaderParts } from "./mailbox-reader.ts"
import { accessMailbox, addMailbox, changeMailbox, type MailboxSettings, type NewMailbox } from "./mailboxes.ts"
import { type PassStep, readFolder } from "./pass.ts"
import { explain, sayProblem } from "./problem.ts"
import type { Mailbox } from "./tables.ts"

const ADMIN = { ...systemActor("test"), role: "system" } as const
const skip = (await dovecotInstalled()) ? false : "Debian's dovecot-imapd is not installed"
const server = skip ? null : await Dovecot.open()
after(() => server?.close())

interface ImapHouse extends FilingHouse {
  loop: FilingLoop
  parts: ReaderParts
  mailbox: Mailbox
  user: string
}

let users = 0

async function imapHouse(settings: Partial<NewMailbox> = {}): Promise<ImapHouse> {
  const house = await filingHouse({ database: testDatabase, closeAfterwards })
  const user = `user${++users}`
  const loop = new FilingLoop(house)
  closeAfterwards(() => loop.close())
  const parts: ReaderParts = {
    db: house.db,
    spool: house.spool,
    keys: house.keys,
    now: () => new Date(),
    accepted: (id) => loop.add(id),
    allowed: privateRanges(["127.0.0.0/8"]),
    log: silentLog,
    retryMs: 10,
  }
  const where: NewMailbox = {
    inboxId: house.inboxId,
    host: "127.0.0.1",
    port: server!.port,
    security: "none",
    username: user,
    password: "secret",
  }
  const mailbox = await house.db.transact((tx) => addMailbox(ADMIN, tx, house.keys, { ...where, ...settings }))
  return { ...house, loop, parts, mailbox, user }
}

/** One look with a connection of its own. */
async function look({ parts, mailbox, loop }: ImapHouse, step?: (name: PassStep) => void) {
  const client = await openMailbox(parts, mailbox)
  try {
    return await readFolder(client, step ? { ...parts, step } : parts, mailbox)
  } finally {
    client.close()
    await loop.settled()
  }
}

async function subjects({ db }: ImapHouse): Promise<string[]> {
  return (await sql<{ subject: string }>`select subject from messages order by subject`.execute(db.read.sql)).rows.map(
    ({ subject }) => subject,
  )
}

async function mailboxNow({ db, mailbox }: ImapHouse): Promise<Mailbox> {
  return accessMailbox(ADMIN, db.read, mailbox.id)
}

test("takes everything that is there, once, and marks nothing", { skip }, async () => {
  const house = await imapHouse()
  const automatic = Buffer.from(
    "From: robot@shop.example\r\nAuto-Submitted: auto-generated\r\nSubject: Robot\r\nDate: Mon, 2 Nov 2026 09:00:00 +0100\r\n\r\nbeep\r\n",
  )
  await server!.deliver(house.user, [mailOf("One"), mailOf("Two", "no id", null), automatic])
  const other = await server!.client(house.user)
  await other.mailboxOpen("INBOX")
  await other.messageFlagsAdd("1", ["\\Seen"])
  assert.deepEqual(await look(house), { onServer: 3, held: 3, missing: 0, taken: 3 })
  assert.deepEqual(await look(house), { onServer: 3, held: 3, missing: 0, taken: 0 })
  assert.deepEqual(await subjects(house), ["One", "Robot", "Two"])
  const flags = await other.fetchAll("1:*", { flags: true })
  assert.deepEqual(
    flags.map((mail) => mail.flags?.has("\\Seen")),
    [true, false, false],
  )
  await other.logout()
  const { rows } = await sql<{ at: Date; source_key: string }>`select at, source_key from deliveries order by source_key`.execute(
    house.db.read.sql,
  )
  assert.equal(rows[0]!.at.toISOString(), "2026-10-12T07:00:00.000Z", "it waits since it came to that server")
  assert.match(rows[0]!.source_key, new RegExp(`^imap:${house.mailbox.id}/\\d+/1#`))
})

test("after weeks of outage a hundred and fifty mails wait, and all come in", { skip, timeout: 120_000 }, async () => {
  const house = await imapHouse()
  await server!.deliver(
    house.user,
    Array.from({ length: 150 }, (_, n) => mailOf(`Waiting ${String(n).padStart(3, "0")}`)),
  )
  assert.deepEqual(await look(house), { onServer: 150, held: 150, missing: 0, taken: 150 })
  assert.equal(new Set(await subjects(house)).size, 150)
})

test("a new UIDVALIDITY: all is read again, nothing is filed twice", { skip }, async () => {
  const house = await imapHouse()
  const dateless = Buffer.from("From: form@shop.example\r\nSubject: Dateless\r\n\r\nhelp\r\n")
  await server!.deliver(house.user, [mailOf("One"), dateless])
  await look(house)
  await server!.renumber(house.user)
  await server!.deliver(house.user, [mailOf("Three")])
  assert.deepEqual(await look(house), { onServer: 3, held: 3, missing: 0, taken: 3 })
  assert.deepEqual(await subjects(house), ["Dateless", "One", "Three"])
})

test("two readers at once take each mail once", { skip }, async () => {
  const house = await imapHouse()
  await server!.deliver(
    house.user,
    Array.from({ length: 30 }, (_, n) => mailOf(`Shared ${n}`)),
  )
  const both = await Promise.all([look(house), look(house)])
  assert.ok(both.every(({ missing }) => missing === 0))
  assert.equal((await subjects(house)).length, 30)
})

test("somebody else deletes a mail while it is being read: the rest is taken", { skip }, async () => {
  const house = await imapHouse()
  await server!.deliver(house.user, [mailOf("Stays"), mailOf("Vanishes"), mailOf("Last")])
  const other = await server!.client(house.user)
  await other.mailboxOpen("INBOX")
  let deleted: Promise<unknown> | null = null
  const real = house.parts.spool.accept.bind(house.parts.spool)
  const spool = {
    accept: async (...args: Parameters<Spool["accept"]>) => {
      await (deleted ??= other.messageDelete("2"))
      return real(...args)
    },
  }
  const client = await openMailbox(house.parts, house.mailbox)
  const found = await readFolder(client, { ...house.parts, spool }, house.mailbox)
  client.close()
  await other.logout()
  await house.loop.settled()
  assert.deepEqual([found.missing, await subjects(house)], [0, ["Last", "Stays"]])
})

test("stopped between any two steps, every mail comes in once", { skip }, async (t) => {
  const steps: PassStep[] = ["opened", "spooled", "recorded", "announced", "settled-there"]
  for (const name of steps) {
    await t.test(name, async () => {
      const house = await imapHouse({ afterReading: "mark-seen" })
      await server!.deliver(house.user, [mailOf("One"), mailOf("Two")])
      let nth = 0
      const stopping = look(house, (step) => {
        if (step === name && ++nth === 1) throw new Error("stopped here")
      })
      await assert.rejects(stopping, /stopped here/)
      // As after a restart: what is in the spool is filed whether it was announced or not.
      for (const id of await house.spool.waiting()) house.loop.add(id)
      assert.equal((await look(house)).missing, 0)
      assert.deepEqual(await subjects(house), ["One", "Two"])
      const { rows } = await sql<{ n: number }>`select count(*) n from deliveries`.execute(house.db.read.sql)
      assert.equal(rows[0]!.n, 2)
      const other = await server!.client(house.user)
      await other.mailboxOpen("INBOX")
      assert.deepEqual(await other.search({ seen: true }), [1, 2])
      await other.logout()
    })
  }
})

test("marks, moves or deletes only when the operator says so, and only what it took since", { skip }, async () => {
  const house = await imapHouse()
  await server!.deliver(house.user, [mailOf("Before")])
  await look(house)
  const change = async (settings: MailboxSettings) => {
    house.mailbox = await house.db.transact((tx) => changeMailbox(ADMIN, tx, house.keys, house.mailbox.id, settings))
  }
  await change({ afterReading: "move", moveTo: "Read" })
  const other = await server!.client(house.user)
  await other.mailboxCreate("Read")
  await server!.deliver(house.user, [mailOf("Moved")])
  assert.deepEqual(await look(house), { onServer: 2, held: 2, missing: 0, taken: 1 })
  assert.equal(((await other.status("Read", { messages: true })) as { messages: number }).messages, 1)
  await change({ afterReading: "delete" })
  await server!.deliver(house.user, [mailOf("Deleted")])
  await look(house)
  await other.mailboxOpen("INBOX")
  assert.equal(((await other.search({ all: true })) as number[]).length, 1, "the one from before is still there")
  await other.logout()
  assert.deepEqual(await subjects(house), ["Before", "Deleted", "Moved"])
})

test("a mail that can't be fetched holds nobody up", { skip }, async () => {
  const house = await imapHouse()
  await server!.deliver(house.user, [mailOf("Broken"), mailOf("Whole")])
  const troubles = new Map<number, number>()
  const pass = async () => {
    const client = await openMailbox(house.parts, house.mailbox)
    const fetchOne = client.fetchOne.bind(client)
    client.fetchOne = (uid, ...query) => (uid === "1" ? Promise.reject(new Error("it breaks the connection")) : fetchOne(uid, ...query))
    return readFolder(client, house.parts, house.mailbox, troubles).finally(() => client.close())
  }
  for (let n = 0; n < 3; n++) await assert.rejects(pass(), /breaks the connection/)
  assert.deepEqual(await pass(), { onServer: 2, held: 1, missing: 1, taken: 0 })
  await house.loop.settled()
  assert.deepEqual(await subjects(house), ["Whole"])
})

test("listens: a mail that comes is taken at once, and a server that goes away is found again", { skip, timeout: 60_000 }, async () => {
  const house = await imapHouse()
  const arrived = async (count: number) => {
    while ((await subjects(house)).length < count) await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const reader = new MailboxReader(house.parts, house.mailbox.id)
  closeAfterwards(() => reader.stop())
  reader.start()
  await reader.look()
  assert.deepEqual([(await mailboxNow(house)).state, (await mailboxNow(house)).on_server], ["idle", 0])
  await server!.deliver(house.user, [mailOf("Live")])
  await arrived(1)
  await server!.stop()
  while ((await mailboxNow(house)).state !== "failing") await new Promise((resolve) => setTimeout(resolve, 10))
  assert.match(sayProblem((await mailboxNow(house)).problem, "en") ?? "", /127\.0\.0\.1/)
  await server!.start()
  await server!.deliver(house.user, [mailOf("Back")])
  await arrived(2)
  await reader.look()
  const { state, problem, on_server, held, missing } = await mailboxNow(house)
  assert.deepEqual([state, problem, on_server, held, missing], ["idle", null, 2, 2, 0])
})

test("what goes wrong is explained", { skip }, async (t) => {
  const failure = async (settings: Partial<NewMailbox>, more: Partial<ReaderParts> = {}) => {
    const house = await imapHouse(settings)
    const parts = { ...house.parts, timeoutMs: 1500, ...more }
    const outcome = (async () => {
      const client = await openMailbox(parts, house.mailbox)
      await readFolder(client, parts, house.mailbox).finally(() => client.close())
    })()
    const error = await outcome.then(
      () => null,
      (caught: unknown) => caught,
    )
    return error === null ? null : explain(error, house.mailbox)
  }
  const { tlsPort, port, certificate } = server!
  const found = async (settings: Partial<NewMailbox>, more?: Partial<ReaderParts>) => (await failure(settings, more))?.code ?? null
  await t.test("wrong password", async () => assert.equal(await found({ password: "guess" }), "password"))
  await t.test("wrong folder", async () => assert.deepEqual((await failure({ folder: "Nowhere" }))?.values["folders"], "INBOX"))
  await t.test("wrong port", async () => assert.equal(await found({ port: 1 }), "refused"))
  await t.test("wrong host", async () => assert.equal(await found({ host: "no-such-host.invalid" }), "host"))
  await t.test("private address", async () => assert.equal(await found({}, { allowed: privateRanges([]) }), "address"))
  await t.test("clear text where TLS is spoken", async () => assert.equal(await found({ port: tlsPort, security: "none" }), "tls"))
  await t.test("TLS where clear text is spoken", async () => assert.equal(await found({ port, security: "tls" }), "tls"))
  await t.test("unknown certificate", async () => assert.equal(await found({ port: tlsPort, security: "tls" }), "certificate"))
  await t.test("TLS", async () => assert.equal(await found({ port: tlsPort, security: "tls" }, { tls: { ca: certificate } }), null))
  await t.test("STARTTLS", async () => assert.equal(await found({ port, security: "starttls" }, { tls: { ca: certificate } }), null))
  await t.test("another installation's key", async () => assert.equal(await found({}, { keys: new Keys(Buffer.alloc(32, 9)) }), "secret"))
})
