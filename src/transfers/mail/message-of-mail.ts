import type { PastMessage } from "#conversations"
import type { ReadStaged } from "./file-threads.ts"
import { type Ours, writerOf } from "./ours.ts"

export interface Around {
  ours: Ours
  contactOf(address: string): string | null
  now: Date
}

/** A mail of the past as the message that it was, with whose it is on our side or theirs. */
export function messageOf({ mail, at, place }: ReadStaged, { ours, contactOf }: Around): PastMessage {
  const { side, agentId } = writerOf(mail, ours)
  const customers = side === "out" ? mail.to : mail.claimed && !agentId ? [mail.claimed] : []
  return {
    key: String(place),
    direction: side,
    at,
    writtenAt: mail.writtenAt,
    from: mail.claimed ?? { name: "", address: "" },
    to: mail.to,
    cc: mail.cc,
    replyTo: mail.replyTo,
    contactId: customers.map(({ address }) => contactOf(address)).find((id) => id !== null) ?? null,
    agentId,
    subject: mail.subject,
    text: mail.text,
    newText: mail.newText,
    quoted: mail.quoted,
    signature: mail.signature,
    html: mail.html,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    contentKey: mail.contentKey,
    identity: mail.identity,
    proof: mail.proof,
    warnings: mail.warnings,
    automatic: mail.automatic,
    bounce: mail.bounce,
    calendar: mail.calendar,
    original: mail.original,
    size: mail.size,
    files: mail.files,
  }
}
