import { randomUUID } from "node:crypto"
import type { Inbox } from "#conversations"
import { say, type Language } from "#words"

interface Writer {
  name: string
  address: string
}

/** A mail as somebody's mail program would write it, so that the first case comes in by the same door as all others. */
export function firstMail(from: Writer, to: Pick<Inbox, "address">, language: Language, at: Date): Buffer {
  const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`
  const text = say(language, "house.firstMail.text", { name: from.name })
  const body = Buffer.from(text.replaceAll("\n", "\r\n")).toString("base64")
  const lines = body.match(/.{1,76}/g) ?? []
  const head = [
    `From: ${word(from.name)} <${from.address}>`,
    `To: <${to.address}>`,
    `Subject: ${word(say(language, "house.firstMail.subject"))}`,
    `Date: ${at.toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${randomUUID()}@first.vigie.invalid>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
  ]
  return Buffer.from([...head, "", ...lines, ""].join("\r\n"))
}
