import assert from "node:assert/strict"
import { test } from "node:test"
import { closeAfterwards } from "../../../../test/support/database.ts"
import { selfSigned } from "../../../../test/support/certificate.ts"
import { type RelayScript, TestRelay } from "../../../../test/support/relay.ts"
import { createIntake } from "../intake/intake.ts"
import { Relay } from "./relay.ts"
import { readRelay } from "./relay-address.ts"
import { Metrics, silentLog } from "#platform"

const MAIL = {
  mailFrom: "care+r1@shop.example",
  recipients: ["camille@rousseau.example"],
  bytes: Buffer.from("Subject: Hello\r\n\r\n.dot\r\nhello\r\n"),
}
const QUICK = { connect: 300, command: 300, data: 300, end: 300 }
const NEVER = new AbortController().signal

async function relayOf(script: RelayScript = {}): Promise<{ server: TestRelay; relay: Relay }> {
  const server = await TestRelay.open(script)
  const relay = new Relay(readRelay(server.url), "vigie.example", QUICK)
  closeAfterwards(async () => {
    relay.close()
    await server.close()
  })
  return { server, relay }
}

test("a mail arrives byte for byte, with its envelope, and the relay's words are kept", async () => {
  const { server, relay } = await relayOf()
  assert.deepEqual(await relay.send(MAIL, NEVER), { kind: "sent", answer: "250 2.0.0 queued as 4711", refused: [] })
  assert.deepEqual(server.mails, [{ from: MAIL.mailFrom, to: MAIL.recipients, bytes: MAIL.bytes.toString() }])
})

test("a session is used again, and one that the relay closed meanwhile costs nothing", async () => {
  let closing = false
  const { server, relay } = await relayOf({ command: (line) => (closing && line.startsWith("MAIL") ? "drop" : null) })
  await relay.send(MAIL, NEVER)
  await relay.send(MAIL, NEVER)
  assert.equal(server.connections, 1)
  closing = true
  const outcome = relay.send(MAIL, NEVER)
  // The kept session breaks at MAIL; the fresh one breaks as well, as long as it is told to.
  assert.equal((await outcome).kind, "deferred")
  closing = false
  assert.equal((await relay.send(MAIL, NEVER)).kind, "sent")
})

const replies: [string, RelayScript, string, RegExp][] = [
  [
    "refused at MAIL",
    { command: (line) => (line.startsWith("MAIL") ? "550 5.7.1 not from you" : null) },
    "refused",
    /^550 5\.7\.1 not from you$/,
  ],
  ["deferred at MAIL", { command: (line) => (line.startsWith("MAIL") ? "451 4.7.1 later" : null) }, "deferred", /^451/],
  ["refused at RCPT", { command: (line) => (line.startsWith("RCPT") ? "550 5.1.1 no such user" : null) }, "refused", /^550 5\.1\.1/],
  ["deferred at RCPT", { command: (line) => (line.startsWith("RCPT") ? "450 4.2.0 greylisted" : null) }, "deferred", /greylisted/],
  ["refused at DATA", { command: (line) => (line === "DATA" ? "554 5.5.1 no" : null) }, "refused", /^554/],
  ["refused after the mail", { end: () => "550-5.7.1 spam\r\n550 5.7.1 really" }, "refused", /spam\n5\.7\.1 really/],
  ["deferred after the mail", { end: () => "452 4.3.1 disk full" }, "deferred", /^452/],
  ["service closing after the mail", { end: () => "drop-after:421 4.3.2 going down" }, "deferred", /^421/],
  ["gone before DATA", { command: (line) => (line === "DATA" ? "drop" : null) }, "deferred", /closed|reset/i],
  ["silent at RCPT", { command: (line) => (line.startsWith("RCPT") ? "" : null) }, "deferred", /no answer/],
  ["gone after the last byte", { end: () => "drop" }, "uncertain", /closed|reset/i],
  ["silent after the last byte", { end: () => "" }, "uncertain", /no answer/],
  ["says 250 and dies", { end: () => "drop-after:250 2.0.0 kept" }, "sent", /^250 2\.0\.0 kept/],
  ["greets with 554", { greeting: "554 5.3.2 no service" }, "unreachable", /^554/],
  ["doesn't greet", { greeting: null }, "unreachable", /no answer/],
  ["speaks something else", { greeting: "HTTP/1.1 400 Bad Request" }, "unreachable", /./],
]
for (const [name, script, kind, answer] of replies) {
  test(`a relay that is ${name}: ${kind}`, async () => {
    const { server, relay } = await relayOf(script)
    const outcome = await relay.send(MAIL, NEVER)
    assert.equal(outcome.kind, kind)
    assert.match(outcome.answer, answer)
    if (kind !== "sent") assert.equal(server.mails.length, 0)
  })
}

test("a large mail that breaks half way was not sent", async () => {
  const { relay } = await relayOf({ data: (bytes) => (bytes > 300_000 ? "drop" : null) })
  const bytes = Buffer.concat([Buffer.from("Subject: large\r\n\r\n"), Buffer.alloc(20_000_000, "0123456789\r\n")])
  assert.equal((await relay.send({ ...MAIL, bytes }, NEVER)).kind, "deferred")
})

test("nobody there: unreachable", async () => {
  const { server, relay } = await relayOf()
  await server.close()
  const outcome = await relay.send(MAIL, NEVER)
  assert.equal(outcome.kind, "unreachable")
  assert.match(outcome.answer, /ECONNREFUSED/)
})

test("with several recipients: refused ones are told, a hesitation holds all back", async () => {
  const answers: Record<string, string> = { bob: "550 5.1.1 unknown", later: "450 4.2.0 greylisted" }
  const { server, relay } = await relayOf({ command: (line) => answers[/^RCPT TO:<(\w+)@/.exec(line)?.[1] ?? ""] ?? null })
  const some = await relay.send({ ...MAIL, recipients: ["camille@rousseau.example", "bob@rousseau.example"] }, NEVER)
  assert.deepEqual(some, {
    kind: "sent",
    answer: "250 2.0.0 queued as 4711\nbob@rousseau.example: 550 5.1.1 unknown",
    refused: [{ address: "bob@rousseau.example", answer: "550 5.1.1 unknown" }],
  })
  const none = await relay.send({ ...MAIL, recipients: ["camille@rousseau.example", "later@rousseau.example"] }, NEVER)
  assert.deepEqual([none.kind, server.mails.length], ["deferred", 1])
})

test("an address beyond ASCII goes only to a relay that takes it", async () => {
  const mail = { ...MAIL, recipients: ["zoé@boutique.example"] }
  const plain = await relayOf()
  assert.equal((await plain.relay.send(mail, NEVER)).kind, "refused")
  const lines: string[] = []
  const able = await relayOf({ extensions: ["SMTPUTF8", "8BITMIME"], command: (line) => (lines.push(line), null) })
  assert.equal((await able.relay.send(mail, NEVER)).kind, "sent")
  assert.ok(lines.includes("MAIL FROM:<care+r1@shop.example> SMTPUTF8"), lines.join("\n"))
})

test("a password goes to a relay on this machine in clear, and to no other without TLS", async () => {
  const lines: string[] = []
  const { server } = await relayOf({
    extensions: ["AUTH PLAIN LOGIN"],
    command: (line) => (lines.push(line), line.startsWith("AUTH") ? "235 2.7.0 ok" : null),
  })
  const local = new URL(server.url)
  local.username = "vigie"
  local.password = "p%40ss"
  const relay = new Relay(readRelay(local), "vigie.example", QUICK)
  assert.equal((await relay.send(MAIL, NEVER)).kind, "sent")
  relay.close()
  assert.ok(lines.includes(`AUTH PLAIN ${Buffer.from("\0vigie\0p@ss").toString("base64")}`))
  const far = readRelay(new URL("smtp://vigie:secret@relay.example"))
  assert.deepEqual([far.port, far.requireTls, far.verify], [587, true, true])
  assert.deepEqual([readRelay(new URL("smtps://u:p@relay.example")).port, readRelay(new URL("smtp://relay.example")).port], [465, 25])
})

test("STARTTLS is taken where it is offered", async () => {
  const envelopes: unknown[] = []
  const spool = {
    freeBytes: async () => Number.POSITIVE_INFINITY,
    begin: () => Promise.reject(new Error("not for a small one")),
    accept: async (envelope: unknown) => (envelopes.push(envelope), "1"),
  }
  const options = {
    listen: { host: "127.0.0.1", port: 0 },
    spool,
    resolveRecipient: () => "inbox" as const,
    minFreeBytes: 0,
    now: () => new Date(),
  }
  const intake = await createIntake({ ...options, tls: await selfSigned("localhost"), log: silentLog, metrics: new Metrics() })
  const relay = new Relay(readRelay(new URL(`smtp://127.0.0.1:${intake.port}`)), "vigie.example", QUICK)
  closeAfterwards(async () => {
    relay.close()
    await intake.stop(1)
  })
  assert.equal((await relay.send(MAIL, NEVER)).kind, "sent")
  assert.match((envelopes[0] as { tls: string }).tls, /^TLSv1/)
})
