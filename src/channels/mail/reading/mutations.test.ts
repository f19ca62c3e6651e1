import assert from "node:assert/strict"
import { readFileSync, readdirSync } from "node:fs"
import { test } from "node:test"
import { UnreadableMail } from "./mime/limits.ts"
import { readMail } from "./read-mail.ts"

const folder = new URL("../../../../test/captures/mail/", import.meta.url)
const mails = readdirSync(folder)
  .filter((name) => name.endsWith(".eml"))
  .map((name) => readFileSync(new URL(name, folder)))

/** The same numbers each time, so that a mail that breaks the reader can be made again. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % below
  }
}

function mutated(mail: Buffer, next: (below: number) => number): Buffer {
  const at = next(mail.length)
  switch (next(4)) {
    case 0:
      return Buffer.concat([mail.subarray(0, at), Buffer.from([next(256)]), mail.subarray(at + 1)])
    case 1:
      return Buffer.concat([mail.subarray(0, at), mail.subarray(at + next(200))])
    case 2:
      return Buffer.concat([mail.subarray(0, at), mail.subarray(next(mail.length))])
    default:
      return Buffer.concat([mail.subarray(0, at), mails[next(mails.length)]!.subarray(at)])
  }
}

test("two thousand broken mails are read: none throws, none gives a text that can't be stored", async () => {
  const next = numbers(20_261_122)
  for (let round = 0; round < 2_000; round++) {
    let raw: Buffer = mails[next(mails.length)]!
    for (let times = next(6); times >= 0 && raw.length > 1; times--) raw = mutated(raw, next)
    const mail = await readMail(raw).catch((error: unknown) => {
      assert.ok(error instanceof UnreadableMail, `round ${round}: ${String(error)}`)
      return null
    })
    const texts = mail
      ? [mail.subject, mail.text, mail.html ?? "", mail.from?.name ?? "", ...mail.attachments.map((file) => file.name)]
      : []
    assert.ok(
      texts.every((text) => text.isWellFormed() && !text.includes("\u0000")),
      `round ${round}`,
    )
  }
})
