import { type BounceReport, type Incoming, inboxForAddress, type MessageFile, type Proof, splitPlus } from "#conversations"
import type { Blobs } from "#platform"
import type { MailEnvelope } from "../envelope.ts"
import type { MailAuthentication } from "../reading/authenticate.types.ts"
import type { Bounce, MailAttachment, ReadMail } from "../reading/read-mail.types.ts"
import { acceptedAt } from "./accepted-at.ts"
import { contentKey } from "./content-key.ts"

/** What a mail says: the bytes of its files are kept elsewhere, and no longer in memory. */
export type MailWords = Omit<ReadMail, "attachments">

/** A mail with everything that was found out about it, before it is known which inboxes it is for. */
export interface Understood {
  /** The spool's. */
  id: string
  /** Of the original, in bytes. */
  size: number
  envelope: MailEnvelope
  original: string
  mail: MailWords
  proof: MailAuthentication
  files: MessageFile[]
}

/** Keeps a mail's files by their hash. */
export async function keepFiles(blobs: Blobs, attachments: readonly MailAttachment[]): Promise<MessageFile[]> {
  const files: MessageFile[] = []
  for (const { name, type, size, content, cid, inline } of attachments) {
    files.push({ name, type, size, sha256: await blobs.keep(content), contentId: cid, inline })
  }
  return files
}

/** The shape that conversations take. `inboxes`: the open addresses and their ids. Null when it is for none of them. */
export function incomingOf(
  { id, size, envelope, original, mail, proof, files }: Understood,
  inboxes: ReadonlyMap<string, string>,
): Incoming | null {
  const inboxIds = inboxesOf(envelope, mail, inboxes)
  if (inboxIds.length === 0) return null
  const oneAuthor = mail.from?.headers === 1 && mail.from.addresses === 1
  return {
    channel: "mail",
    sourceKey: envelope.source ?? id,
    via: envelope.via,
    inboxIds,
    tokens: tokensOf(envelope, mail),
    envelope: {
      from: envelope.from,
      to: [...envelope.to],
      ...(envelope.ip ? { ip: envelope.ip } : {}),
      ...(envelope.helo ? { helo: envelope.helo } : {}),
    },
    original,
    size,
    contentKey: contentKey(mail, files, original),
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    from: mail.from && oneAuthor ? { name: mail.from.name, address: mail.from.address } : null,
    claimed: mail.from && { name: mail.from.name, address: mail.from.address },
    replyTo: mail.replyTo,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    text: mail.text,
    newText: mail.newText,
    quoted: mail.quoted,
    signature: mail.signature,
    html: mail.html,
    identity: proof.identity,
    proof: proofOf(proof),
    warnings: mail.warnings,
    automatic: mail.automatic.is ? (mail.automatic.why ?? "automatic") : null,
    bounce: bounceOf(mail.bounce),
    calendar: mail.events,
    files,
    writtenAt: mail.date ? new Date(mail.date) : null,
    receivedAt: Number.isNaN(Date.parse(envelope.at)) ? acceptedAt(id) : new Date(envelope.at),
  }
}

/** The recipients the envelope names; a mailbox read by IMAP has none, and says its inbox. */
function inboxesOf(envelope: MailEnvelope, mail: MailWords, inboxes: ReadonlyMap<string, string>): string[] {
  if (envelope.inbox) return [envelope.inbox]
  const named = envelope.to.length > 0 ? envelope.to : [...mail.to, ...mail.cc].map(({ address }) => address)
  const found = named.map((address) => inboxForAddress(inboxes, address)?.inboxId).filter((id) => id !== undefined)
  // An inbox closed between the 250 and now: the mail was taken, so it goes to one that is open.
  return [...new Set(found.length > 0 ? found : [...inboxes.values()].slice(0, 1))]
}

/** The plus-details of the addresses it was sent to; what they prove is for conversations to find. */
function tokensOf(envelope: MailEnvelope, mail: MailWords): string[] {
  const sentTo = envelope.via === "smtp" ? envelope.to : [...mail.to, ...mail.cc].map(({ address }) => address)
  return [...new Set(sentTo.map((address) => splitPlus(address).detail).filter((detail) => detail !== null))]
}

function proofOf({ spf, dkim, dmarc, arc, reasons }: MailAuthentication): Proof {
  return { spf, dkim: dkim.map(({ result, domain }) => `${result} ${domain}`), dmarc: dmarc.result, arc, reasons }
}

function bounceOf({ kind, recipients }: Bounce): BounceReport | null {
  return kind === "none" ? null : { kind, recipients }
}
