import assert from "node:assert/strict"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { dkimVerify } from "mailauth/lib/dkim/verify.js"
import type { Outgoing } from "#conversations"
import { FileBlobs, Invalid, Keys } from "#platform"
import { closeAfterwards } from "../../../../test/support/database.ts"
import { DkimKeys } from "../dkim/dkim-keys.ts"
import { readMail } from "../reading/read-mail.ts"
import { composeMail } from "./compose.ts"

const folder = await mkdtemp(join(tmpdir(), "vigie-compose-"))
closeAfterwards(() => rm(folder, { recursive: true, force: true }))
const blobs = new FileBlobs(join(folder, "blobs"))
const keys = new Keys(Buffer.alloc(32, 3))
const at = new Date("2026-11-02T08:00:00Z")

function outgoing(more: Partial<Outgoing> = {}): Outgoing {
  return {
    messageId: "<v1.1.abc.def@shop.example>",
    from: { name: "Shop care", address: "care@shop.example" },
    replyTo: "care+r0123@shop.example",
    to: [{ name: "Camille Rousseau", address: "camille@rousseau.example" }],
    cc: [],
    subject: "Re: Où est ma commande ?",
    text: "Bonjour,\n\nVotre colis arrive lundi.\n.un point\nFrom ici.",
    html: null,
    signature: "Amadou Diallo\nShop",
    quote: null,
    inReplyTo: "<q1@rousseau.example>",
    references: ["<q0@rousseau.example>", "<q1@rousseau.example>"],
    files: [],
    language: "fr",
    date: at,
    automatic: false,
    ...more,
  }
}

const compose = async (more: Partial<Outgoing> = {}, dkim: DkimKeys | null = null) => composeMail({ blobs, dkim }, outgoing(more))
const headOf = (bytes: Buffer) =>
  bytes
    .toString("latin1")
    .split("\r\n\r\n")[0]!
    .replace(/\r\n[ \t]+/g, " ")

test("an answer is a mail that any program reads: text and HTML, threaded, keyed", async () => {
  const { bytes, mailFrom, recipients } = await compose()
  assert.deepEqual([mailFrom, recipients], ["care+r0123@shop.example", ["camille@rousseau.example"]])
  const head = headOf(bytes)
  for (const line of [
    "From: Shop care <care@shop.example>",
    "To: Camille Rousseau <camille@rousseau.example>",
    "Reply-To: Shop care <care+r0123@shop.example>",
    "Message-ID: <v1.1.abc.def@shop.example>",
    "In-Reply-To: <q1@rousseau.example>",
    "References: <q0@rousseau.example> <q1@rousseau.example>",
    "Date: Mon, 02 Nov 2026 08:00:00 +0000",
  ]) {
    assert.ok(head.split("\r\n").includes(line), `${line}\nis missing in\n${head}`)
  }
  const read = await readMail(bytes)
  assert.equal(read.subject, "Re: Où est ma commande ?")
  assert.equal(read.text.trimEnd(), "Bonjour,\n\nVotre colis arrive lundi.\n.un point\nFrom ici.\n\n-- \nAmadou Diallo\nShop")
  assert.match(read.html ?? "", /Votre colis arrive lundi\.<br/)
})

test("every line ends with CRLF and none is longer than 998 bytes", async () => {
  const { bytes } = await compose({ text: `${"é".repeat(5000)}\r\n\rone\n${"word ".repeat(3000)}`, subject: "é".repeat(500) })
  const text = bytes.toString("latin1")
  assert.equal(/(^|[^\r])\n|\r([^\n]|$)/.test(text), false)
  assert.ok(text.split("\r\n").every((line) => line.length <= 998))
})

test("history is quoted when it is wanted, with a line that says whose words they are", async () => {
  const quote = {
    at,
    from: { name: "Camille Rousseau", address: "camille@rousseau.example" },
    text: "Bonjour\n> déjà cité\n\nOù est ma commande ?",
  }
  const { text } = await readMail((await compose({ quote })).bytes)
  assert.match(text, /\n\nLe 2 novembre 2026, Camille Rousseau a écrit\u00a0:\n> Bonjour\n>> déjà cité\n>\n> Où est ma commande \?/)
  assert.match((await readMail((await compose({ quote, language: "en" })).bytes)).text, /On 2 November 2026, Camille Rousseau wrote:/)
})

test("an acknowledgement says that it is automatic, has no envelope sender, and quotes nothing", async () => {
  const quote = { at, from: { name: "Mallory", address: "m@elsewhere.example" }, text: "cheap watches" }
  const { bytes, mailFrom } = await compose({ automatic: true, quote })
  assert.equal(mailFrom, "")
  assert.match(headOf(bytes), /^Auto-Submitted: auto-replied$/m)
  assert.equal(bytes.includes("watches"), false)
})

test("files go along, named as they were", async () => {
  const sha256 = await blobs.keep(Buffer.from("a picture"))
  const { bytes } = await compose({
    files: [{ name: 'Reçu n° 7 "copie".png', type: "image/png", size: 9, sha256, contentId: null, inline: false }],
  })
  const [file] = (await readMail(bytes)).attachments
  assert.deepEqual(
    [file?.name, file?.type, Buffer.from(file?.content ?? []).toString()],
    ['Reçu n° 7 "copie".png', "image/png", "a picture"],
  )
})

test("names with commas, quotes and accents stay one name; IDN domains go in ASCII", async () => {
  const to = [{ name: 'Rousseau, "Cam" é <boss@bank.example>', address: "camille@café.example" }]
  const { bytes, recipients } = await compose({ to })
  assert.deepEqual(recipients, ["camille@xn--caf-dma.example"])
  assert.deepEqual((await readMail(bytes)).to, [{ name: to[0]!.name, address: "camille@xn--caf-dma.example" }])
})

test("what would break out of a header is refused", async () => {
  const bad: Partial<Outgoing>[] = [
    { subject: "Hello\r\nBcc: everyone@elsewhere.example" },
    { subject: "Hello\nX: y" },
    { to: [{ name: "A\r\nBcc: b@elsewhere.example", address: "a@b.example" }] },
    { to: [{ name: "", address: "a@b.example>\r\nRCPT TO:<c@d.example" }] },
    { to: [{ name: "", address: "a@b.example, c@d.example" }] },
    { cc: [{ name: "", address: "" }] },
    { replyTo: "x@y.example\r\nA: b" },
    { to: [{ name: "", address: '"a\r\nBcc: b"@c.example' }] },
    { to: [{ name: "", address: '"a"b"@c.example' }] },
    { to: [{ name: "", address: "a@[192.0.2.1]>\r\nRCPT TO:<c@d.example" }] },
    { to: [{ name: "", address: "a@[nowhere]" }] },
    { messageId: "<a@b>\r\nBcc: c@d.example" },
    { files: [{ name: "a\r\nb.txt", type: "text/plain", size: 0, sha256: "", contentId: null, inline: false }] },
    { to: [], cc: [] },
  ]
  for (const each of bad) await assert.rejects(compose(each), Invalid, JSON.stringify(each))
})

test("what a customer's mail refers to and can't stand in a header is left out, and the answer leaves", async () => {
  const references = ["<a b@c>", "<a\0@c>", "<ü@c>", "<a@b>\r\nBcc: c@d.example", "<q1@rousseau.example>"]
  const { bytes } = await compose({ inReplyTo: "<a@b>\r\nBcc: c@d.example", references })
  assert.match(headOf(bytes), /^References: <q1@rousseau\.example>$/m)
  assert.doesNotMatch(headOf(bytes), /Bcc|In-Reply-To/)
})

test("addresses in quotes and address literals are written to as they are; lost quotes are put back", async () => {
  const addresses = ['"john doe"@x.example', "user@[192.0.2.1]", "user@[IPv6:2001:db8::1]", '"a\\"b, c"@x.example', "jane doe@x.example"]
  const { bytes, recipients } = await compose({ to: addresses.map((address) => ({ name: "", address })) })
  const expected = [...addresses.slice(0, 4).map((address) => address.replace("IPv6", "ipv6")), '"jane doe"@x.example']
  assert.deepEqual(recipients, expected)
  const read = (await readMail(bytes)).to.map(({ address }) => address)
  assert.deepEqual(
    read.map((address) => address.replaceAll('"', "")),
    expected.map((address) => address.replaceAll('"', "")),
  )
})

test("signed with RSA and Ed25519, as others verify it; the keys lie sealed and are found again", async () => {
  const dkim = new DkimKeys(join(folder, "dkim"), keys)
  await dkim.open()
  await dkim.make("shop.example", at, { ed25519: true })
  const again = new DkimKeys(join(folder, "dkim"), keys)
  await again.open()
  const records = again.records("SHOP.example")
  assert.deepEqual(
    records.map(({ name }) => name),
    ["vigie20261102r._domainkey.shop.example", "vigie20261102e._domainkey.shop.example"],
  )
  assert.equal((await readFile(join(folder, "dkim", "shop.example.json"), "utf8")).includes("PRIVATE KEY"), false)
  const resolver = async (name: string) => records.filter((record) => record.name === name).map(({ value }) => [value])
  const cases: Partial<Outgoing>[] = [
    {},
    { text: "" },
    { subject: "é".repeat(300), text: "trailing  \n\n\n" },
    { automatic: true },
    { references: Array.from({ length: 60 }, (_, i) => `<${i}@a.example>`) },
  ]
  for (const more of cases) {
    const { bytes } = await compose(more, again)
    const { results } = await dkimVerify(bytes, { resolver })
    assert.deepEqual(
      results.map(({ status, signingDomain }) => [status.result, signingDomain]),
      [
        ["pass", "shop.example"],
        ["pass", "shop.example"],
      ],
      JSON.stringify(more),
    )
    assert.ok(
      bytes
        .toString("latin1")
        .split("\r\n")
        .every((line) => line.length <= 998),
    )
    const changed = Buffer.concat([Buffer.from("Subject: another\r\n"), bytes])
    assert.ok(
      (await dkimVerify(changed, { resolver })).results.every(({ status }) => status.result === "fail"),
      "a second subject breaks it",
    )
  }
  assert.equal(headOf((await compose({ from: { name: "", address: "a@other.example" } }, again)).bytes).includes("DKIM"), false)
})
