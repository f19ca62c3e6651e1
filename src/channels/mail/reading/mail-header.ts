import { hasBidi } from "#markup"
import { readAuthor } from "./identity.ts"
import { readAddresses, readAllAddresses } from "./mime/addresses.ts"
import { headerOf, headersOf, type HeaderField } from "./mime/header-block.ts"
import { unstructured } from "./mime/header-text.ts"
import { readMailDate } from "./mime/mail-date.ts"
import { messageIds, ownMessageId } from "./mime/message-ids.ts"
import type { ReadMail } from "./read-mail.types.ts"

/** What the header of a mail says, apart from its body. */
export type MailHeader = Pick<
  ReadMail,
  "messageId" | "date" | "subject" | "from" | "sender" | "replyTo" | "to" | "cc" | "inReplyTo" | "references" | "returnPath"
>

interface HeaderOptions {
  returnPath?: string
}

export function readMailHeader(fields: readonly HeaderField[], options: HeaderOptions, warn: (code: string) => void): MailHeader {
  const author = readAuthor(headersOf(fields, "from"))
  for (const warning of author.warnings) warn(warning)
  const date = readMailDate(headerOf(fields, "date"))
  if (!date) warn(headerOf(fields, "date") ? "date.unreadable" : "date.missing")
  const messageId = ownMessageId(headerOf(fields, "message-id"))
  if (!messageId) warn("message-id.missing")
  const subject = unstructured(headerOf(fields, "subject") ?? "")
  if (hasBidi(subject)) warn("subject.bidi")
  const addresses = (name: string) => readAllAddresses(headersOf(fields, name))
  return {
    messageId,
    date,
    subject,
    from: author.from,
    sender: readAddresses(headerOf(fields, "sender") ?? "").addresses[0] ?? null,
    replyTo: addresses("reply-to"),
    to: addresses("to"),
    cc: addresses("cc"),
    inReplyTo: messageIds(headerOf(fields, "in-reply-to") ?? "")[0] ?? null,
    references: headersOf(fields, "references").flatMap(messageIds),
    returnPath: readReturnPath(options.returnPath ?? headerOf(fields, "return-path")),
  }
}

function readReturnPath(body: string | null): string | null {
  return body === null ? null : body.replace(/[<>\s\u0000-\u001f]/g, "").slice(0, 500)
}
