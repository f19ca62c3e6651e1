import type { PastCase } from "#cases"
import type { Incoming, PastMessage } from "#conversations"
import { DAY } from "#platform"
import type { ArchiveSettings } from "../settings.ts"
import type { ReadStaged } from "./file-threads.ts"
import { type Around, messageOf } from "./message-of-mail.ts"
import type { Ours } from "./ours.ts"

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
