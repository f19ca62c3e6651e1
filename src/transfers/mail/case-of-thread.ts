import type { PastCase } from "#cases"
import type { Incoming, PastMessage } from "#conversations"
import { DAY } from "#platform"
import type { ArchiveSettings } from "../settings.ts"
import type { ReadStaged } from "./file-threads.ts"
import { type Ours, writerOf } from "./ours.ts"

interface Around {
  ours: Ours
  contactOf(address: string): string | null
  now: Date
}

/** A thread of an archive as a case: one conversation, its customer, and the state that was chosen for what comes in. */
export function caseOfThread(thread: string, mails: readonly ReadStaged[], settings: ArchiveSettings, around: Around): PastCase {
  const messages = mails.map((one) => messageOf(one, around))
  const first = mails[0]!.mail
  const customer =
    messages.find(({ direction, contactId }) => direction === "in" && contactId) ?? messages.find(({ contactId }) => contactId)
  const inboxes = [...new Set(mails.flatMap(({ mail }) => inboxesOf(mail, around.ours)))]
  const subject = first.subject || mails.find(({ mail }) => mail.subject)?.mail.subject || ""
  const at = mails.at(-1)!.at
  const closed = settings.finish === "resolved" || (settings.finish === "recent" && isOver(messages, at, around.now))
  return {
    key: thread,
    subject,
    contactId: customer?.contactId ?? null,
    changes: closed ? [{ at, to: "resolved", by: "system:import" }] : [],
    conversations: [{ key: "mail", inboxIds: inboxes.length ? inboxes : [settings.inboxId], subject, messages }],
  }
}

/** Nobody waits any more: it is long ago, or the last word was ours. */
function isOver(messages: readonly PastMessage[], at: Date, now: Date): boolean {
  const last = messages.findLast(({ automatic }) => !automatic)
  return now.getTime() - at.getTime() > 30 * DAY || last?.direction !== "in"
}

function inboxesOf(mail: Incoming, ours: Ours): string[] {
  return [...mail.to, ...mail.cc, ...(mail.claimed ? [mail.claimed] : [])].flatMap(({ address }) => ours.inboxOf(address) ?? [])
}

function messageOf({ mail, at, place }: ReadStaged, { ours, contactOf }: Around): PastMessage {
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
