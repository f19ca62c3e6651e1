import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { explainMail } from "./explain.ts"
import { fallbackMail } from "./fallback.ts"

const raw = readFileSync(new URL("../../../../test/captures/mail/outlook-fr-reply.eml", import.meta.url))

/** The outside contract, `explain mail`: these keys, at least. */
const keys = "messageId date subject from replyTo to cc text newText quoted signature attachments automatic bounce warnings".split(" ")

test("explaining a mail prints what the contract names, and no file's bytes", async () => {
  const printed: unknown = JSON.parse(JSON.stringify(await explainMail(raw)))
  assert.ok(printed && typeof printed === "object")
  assert.deepEqual(
    keys.filter((key) => !(key in printed)),
    [],
  )
  const { from, attachments } = await explainMail(raw)
  assert.deepEqual(from, {
    name: "Claire Durand (Épicerie)",
    address: "claire.durand@example.com",
    headers: 1,
    addresses: 1,
    identity: "unverified",
    reasons: ["not-checked"],
    warnings: [],
  })
  assert.deepEqual(
    attachments.map((file) => Object.keys(file).toSorted()),
    [["cid", "inline", "name", "sha256", "size", "type"]],
  )
})

test("a mail without an author has one that is nobody, unverified", async () => {
  const { from } = await explainMail(Buffer.from("Subject: x\n\ny"))
  assert.deepEqual([from.name, from.address, from.identity, from.warnings], ["", "", "unverified", ["from.missing"]])
})

test("a mail past its limits is explained by its header", async () => {
  const mail = await explainMail(
    Buffer.from(`From: Ann <ann@example.com>\nSubject: Bomb\nAuto-Submitted: auto-replied\nX: ${"x".repeat(300_000)}\n\nbody`),
  )
  assert.deepEqual([mail.subject, mail.from.address, mail.text, mail.automatic.is], ["Bomb", "ann@example.com", "", true])
  assert.ok(mail.warnings.includes("unreadable.headers-too-large"), mail.warnings.join())
})

test("what is kept of an unreadable mail is small, whatever its header holds", () => {
  const addresses = `To: ${"a@b.example, ".repeat(50_000)}c@d.example\n`
  const mail = fallbackMail(Buffer.from(`From: a@b.example\n${addresses}References: ${"<a@b> ".repeat(50_000)}\n\nx`), "timeout")
  assert.ok(JSON.stringify(mail).length < 100_000)
})
