import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { Metrics, silentLog, Spool, systemClock } from "#platform"
import { closeAfterwards } from "../../../../test/support/database.ts"
import { selfSigned } from "../../../../test/support/certificate.ts"
import { SmtpClient } from "../../../../test/support/smtp-client.ts"
import { createIntake, type Intake, type IntakeOptions } from "./intake.ts"

const CARE = "care@shop.example"
const HELLO = "From: Camille Rousseau <camille@rousseau.example>\r\nSubject: Hello\r\n\r\nWhere is my order?\r\n"

interface House {
  spool: Spool
  intake: Intake
  client: (greeting?: boolean) => Promise<SmtpClient>
}

async function house(options: Partial<IntakeOptions> = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), "vigie-intake-"))
  const spool = new Spool(folder, systemClock)
  await spool.open()
  const intake = await createIntake({
    listen: { host: "127.0.0.1", port: 0 },
    tls: null,
    spool,
    resolveRecipient: (address) => (address === CARE ? "inbox" : "unknown"),
    minFreeBytes: 0,
    now: () => new Date("2026-11-02T08:00:00Z"),
    log: silentLog,
    metrics: new Metrics(),
    ...options,
  })
  closeAfterwards(async () => {
    await intake.stop(0)
    await spool.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { spool, intake, client: (greeting = true) => SmtpClient.open(intake.port, { greeting }) }
}

async function kept(spool: Spool): Promise<string[]> {
  const ids = await spool.waiting()
  return Promise.all(ids.map(async (id) => (await spool.read(id)).content.toString("latin1")))
}

test("a mail answered with 250 lies in the spool, byte for byte, with its envelope beside it", async () => {
  const { spool, client } = await house()
  const smtp = await client()
  const bytes = "Subject: bare\r\n\r\na bare LF \n and CR \r here\r\n.dot\r\n..two\r\n\u00e9\u0000\r\n"
  assert.equal((await smtp.mail("camille@rousseau.example", [CARE], bytes)).text, "250 2.0.0 Taken")
  const [id] = await spool.waiting()
  const { content, envelope } = await spool.read(id!)
  assert.deepEqual(content, Buffer.from(bytes, "latin1"))
  assert.deepEqual(envelope, {
    via: "smtp",
    from: "camille@rousseau.example",
    to: [CARE],
    inbox: null,
    source: null,
    ip: "127.0.0.1",
    helo: "client.example",
    tls: null,
    at: "2026-11-02T08:00:00.000Z",
  })
})

test("a mail larger than memory allows for goes to the disk whole", async () => {
  const { spool, client } = await house()
  const bytes = Buffer.from(`Subject: large\r\n\r\n${"0123456789abcdef.\r\n.line\r\n".repeat(200_000)}`)
  assert.equal((await (await client()).mail("", [CARE], bytes)).code, 250)
  const [id] = await spool.waiting()
  const { content } = await spool.read(id!)
  assert.equal(createHash("sha256").update(content).digest("hex"), createHash("sha256").update(bytes).digest("hex"))
})

test("an address that is no inbox is refused at RCPT for good; one that can't be looked up, for now", async () => {
  const answers = { "care@shop.example": "inbox", "other@shop.example": "unknown", "away@shop.example": "unavailable" } as const
  const { client } = await house({
    resolveRecipient: async (address) => {
      if (address === "broken@shop.example") throw new Error("the database is away")
      return answers[address as keyof typeof answers]
    },
  })
  const smtp = await client()
  await smtp.say("EHLO client.example")
  await smtp.say("MAIL FROM:<>")
  assert.match((await smtp.say("RCPT TO:<other@shop.example>")).text, /^550 5\.1\.1 /)
  assert.match((await smtp.say("RCPT TO:<away@shop.example>")).text, /^451 4\.3\.0 /)
  assert.match((await smtp.say("RCPT TO:<broken@shop.example>")).text, /^451 4\.3\.0 /)
  assert.match((await smtp.say("DATA")).text, /^503 /)
  assert.match((await smtp.say("RCPT TO:<care@shop.example>")).text, /^250 /)
})

test("the size limit is stated, and kept before and after the data", async () => {
  const { spool, client } = await house({ maxBytes: 1000 })
  const smtp = await client()
  assert.ok((await smtp.say("EHLO client.example")).lines.includes("SIZE 1000"))
  assert.match((await smtp.say("MAIL FROM:<a@b.example> SIZE=1001")).text, /^552 5\.3\.4 /)
  assert.match((await smtp.mail("a@b.example", [CARE], "x".repeat(1001), false)).text, /^552 5\.3\.4 /)
  assert.equal((await smtp.mail("a@b.example", [CARE], HELLO, false)).code, 250, "the session goes on")
  assert.deepEqual(await kept(spool), [HELLO])
})

test("low disk and spool trouble are our fault: 4xx, and the mail is not promised", async () => {
  let free = 10_000
  let trouble: NodeJS.ErrnoException | null = null
  const { client, spool } = await house({ minFreeBytes: 5000 })
  const broken = {
    freeBytes: async () => free,
    begin: (envelope: Parameters<Spool["begin"]>[0]) => spool.begin(envelope),
    accept: async () => {
      throw trouble ?? new Error("no trouble yet")
    },
  }
  const other = await house({ minFreeBytes: 5000, spool: broken })
  const smtp = await other.client()
  await smtp.say("EHLO client.example")
  assert.match((await smtp.say("MAIL FROM:<a@b.example> SIZE=6000")).text, /^452 4\.3\.1 /)
  trouble = Object.assign(new Error("EIO"), { code: "EIO" })
  assert.match((await smtp.mail("a@b.example", [CARE], HELLO, false)).text, /^451 4\.3\.0 /)
  trouble = Object.assign(new Error("ENOSPC"), { code: "ENOSPC" })
  assert.match((await smtp.mail("a@b.example", [CARE], HELLO, false)).text, /^452 4\.3\.1 /)
  free = 0
  const late = await house({ minFreeBytes: 5000, spool: broken })
  assert.match((await (await late.client()).mail("a@b.example", [CARE], HELLO)).text, /^452 4\.3\.1 /)
  assert.equal((await (await client()).mail("a@b.example", [CARE], HELLO)).code, 250)
})

test("too many sessions are answered 421, in all and from one address", async () => {
  const { client } = await house({ limits: { perAddress: 2 } })
  const first = await client()
  await client()
  const third = await client(false)
  assert.match((await third.answer())!.text, /^421 4\.3\.2 /)
  assert.equal(await third.answer(), null, "and closed")
  await first.say("QUIT")
  assert.equal(await first.answer(), null)
  first.end()
  assert.equal((await (await client()).say("NOOP")).code, 250, "a place is free again")
})

test("nothing but CRLF.CRLF ends a mail: no smuggled second one", async (t) => {
  const endings = [
    "\n.\n",
    "\n.\r\n",
    "\r.\r",
    "\r.\r\n",
    "\r\n.\n",
    "\r\n.\r",
    "\r\n\0.\r\n",
    "\r\n.\0\r\n",
    "\n\n.\r\n",
    "\r\r\n.\r\r\n",
    "\n.\r\r\n",
  ]
  for (const ending of endings) {
    await t.test(JSON.stringify(ending), async () => {
      const { spool, client } = await house()
      const smtp = await client()
      const smuggled = `MAIL FROM:<boss@shop.example>\r\nRCPT TO:<${CARE}>\r\nDATA\r\nSubject: smuggled\r\n\r\nPay this`
      smtp.write(
        `EHLO a\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<${CARE}>\r\nDATA\r\nSubject: outer\r\n\r\ntext${ending}${smuggled}\r\n.\r\nQUIT\r\n`,
      )
      const codes = []
      for (let answer = await smtp.answer(); answer; answer = await smtp.answer()) codes.push(answer.code)
      assert.deepEqual(codes, [250, 250, 250, 354, 250, 221])
      const mails = await kept(spool)
      assert.equal(mails.length, 1)
      assert.ok(mails[0]!.startsWith("Subject: outer\r\n") && mails[0]!.includes("Subject: smuggled"))
    })
  }
})

test("a sender that closes its side after QUIT still hears its answers; one that leaves mid-mail leaves nothing", async () => {
  const { spool, client } = await house()
  const hasty = await client()
  hasty.write(`EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<${CARE}>\r\nDATA\r\n${HELLO}.\r\nQUIT\r\n`)
  hasty.end()
  const codes = []
  for (let answer = await hasty.answer(); answer; answer = await hasty.answer()) codes.push(answer.code)
  assert.deepEqual(codes, [250, 250, 250, 354, 250, 221])
  const gone = await client()
  gone.write(`EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<${CARE}>\r\nDATA\r\n${"half a mail\r\n".repeat(30_000)}`)
  for (let i = 0; i < 4; i++) await gone.answer()
  gone.end()
  assert.equal(await gone.answer(), null)
  assert.deepEqual(await kept(spool), [HELLO])
})

test("several mails in one session, pipelined", async () => {
  const { spool, client } = await house()
  const smtp = await client()
  const one = (n: number) => `MAIL FROM:<a@b.example>\r\nRCPT TO:<${CARE}>\r\nDATA\r\nSubject: ${n}\r\n\r\n${n}\r\n.\r\n`
  smtp.write(`EHLO a\r\n${one(1)}${one(2)}${one(3)}QUIT\r\n`)
  const codes = []
  for (let answer = await smtp.answer(); answer; answer = await smtp.answer()) codes.push(answer.code)
  assert.deepEqual(codes, [250, 250, 250, 354, 250, 250, 250, 354, 250, 250, 250, 354, 250, 221])
  assert.deepEqual((await kept(spool)).map((mail) => mail.slice(9, 10)).sort(), ["1", "2", "3"])
})

test("says what it offers, and nothing of who lives here", async () => {
  const { client } = await house()
  const smtp = await client()
  assert.deepEqual((await smtp.say("EHLO client.example")).lines.slice(1), [
    "PIPELINING",
    "8BITMIME",
    "SMTPUTF8",
    "ENHANCEDSTATUSCODES",
    "SIZE 50000000",
  ])
  assert.equal((await smtp.say(`VRFY ${CARE}`)).text, (await smtp.say("VRFY nobody@shop.example")).text)
  for (const command of [`EXPN ${CARE}`, "BDAT 10 LAST", "AUTH PLAIN AAAA", "STARTTLS", "HELP", "WIZ x"]) {
    assert.equal((await smtp.say(command)).code, 500, command)
  }
})

test("addresses and names beyond ASCII are taken", async () => {
  const { spool, client } = await house({ resolveRecipient: () => "inbox" })
  const smtp = await client()
  await smtp.say("EHLO client.example")
  const utf8 = (text: string) => Buffer.from(text, "utf8").toString("latin1")
  assert.equal((await smtp.say(utf8("MAIL FROM:<zoé@boutique.example> SMTPUTF8 BODY=8BITMIME"))).code, 250)
  assert.equal((await smtp.say(utf8("RCPT TO:<accueil@café.example>"))).code, 250)
  await smtp.say("DATA")
  assert.equal((await smtp.say(`${HELLO}.`)).code, 250)
  const { envelope } = await spool.read((await spool.waiting())[0]!)
  assert.deepEqual([envelope["from"], envelope["to"]], ["zoé@boutique.example", ["accueil@café.example"]])
})

test("STARTTLS is offered with a certificate, and what was sent in clear behind it is thrown away", async () => {
  const { spool, client } = await house({ tls: await selfSigned("mail.shop.example") })
  const smtp = await client()
  assert.ok((await smtp.say("EHLO client.example")).lines.includes("STARTTLS"))
  await smtp.startTls(`MAIL FROM:<mallory@elsewhere.example>\r\nRCPT TO:<${CARE}>\r\n`)
  assert.match((await smtp.say("DATA")).text, /^503 /)
  assert.ok(!(await smtp.say("EHLO client.example")).lines.includes("STARTTLS"))
  assert.equal((await smtp.mail("a@b.example", [CARE], HELLO, false)).code, 250)
  const { envelope } = await spool.read((await spool.waiting())[0]!)
  assert.match(String(envelope["tls"]), /^TLSv1\.3 /)
})

test("stopping: the idle hear 421, a mail that is coming in is finished first", async () => {
  const { spool, intake, client } = await house()
  const idle = await client()
  const busy = await client()
  await busy.say("EHLO a")
  await busy.say("MAIL FROM:<>")
  await busy.say(`RCPT TO:<${CARE}>`)
  await busy.say("DATA")
  const stopped = intake.stop(10_000)
  assert.match((await idle.answer())!.text, /^421 4\.3\.2 /)
  idle.end()
  assert.equal((await busy.say(`${HELLO}.`)).code, 250)
  assert.match((await busy.answer())!.text, /^421 4\.3\.2 /)
  busy.end()
  await stopped
  assert.deepEqual(await kept(spool), [HELLO])
})
