import { createHash } from "node:crypto"
import type { MessageFile } from "#conversations"
import type { MailWords } from "./incoming.ts"

/**
 * What the same mail has in common wherever and however often it was delivered: its Message-ID together with its words and files, for
 * a Message-ID alone can be copied to make somebody else's mail look like one that is known. Without a Message-ID whoever it names stands
 * for it, to the second of its date: a form writes for many people from one address, and they are told apart by Reply-To. Without a
 * date or an author as well, two alike are two: null.
 */
export function contentKey(mail: MailWords, kept: readonly MessageFile[], original: string): string | null {
  if (!mail.messageId && !(mail.date && mail.from?.address)) return null
  const words = mail.text.replace(/\s+/g, " ").trim()
  const files = kept.map(({ sha256 }) => sha256)
  const nothingRead = words === "" && files.length === 0
  return digest([
    ...(mail.messageId ? [mail.messageId] : ["no id", ...named(mail)]),
    mail.from?.address.toLowerCase() ?? "",
    mail.date,
    mail.subject,
    words,
    ...files,
    ...(nothingRead ? [original] : []),
  ])
}

function named({ sender, replyTo, to, cc }: MailWords): string[] {
  return [sender ? [sender] : [], replyTo, to, cc].map((people) => people.map(({ address }) => address.toLowerCase()).join(","))
}

function digest(parts: readonly (string | null)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex")
}
