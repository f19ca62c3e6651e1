import { Invalid } from "#platform"
import { type Outgoing, writtenAddress } from "#conversations"

const CONTROL = /\p{Cc}/u
/** As any server takes it (RFC 5322 §3.6.4): what others wrote may hold anything. */
const MESSAGE_ID = /^<[!-;=?-~]{1,990}>$/

/**
 * Refuses what would become a header of its own, or a recipient that nobody saw: line breaks and controls in a subject, an address or
 * a file's name.
 * @throws Invalid naming the field.
 */
export function refuseInjection(outgoing: Outgoing): void {
  const { from, to, cc, replyTo, subject, messageId, files } = outgoing
  const people = [...[from].map((p) => ["from", p] as const), ...to.map((p) => ["to", p] as const), ...cc.map((p) => ["cc", p] as const)]
  for (const [path, { name, address }] of people) {
    if (writtenAddress(address) === null) refuse(path, "mail.compose.address", { address })
    if (CONTROL.test(name)) refuse(path, "mail.compose.control")
  }
  if (writtenAddress(replyTo) === null) refuse("replyTo", "mail.compose.address", { address: replyTo })
  if (CONTROL.test(subject)) refuse("subject", "mail.compose.control")
  if (!MESSAGE_ID.test(messageId)) refuse("messageId", "mail.compose.control")
  for (const { name, type, contentId } of files)
    if ([name, type, contentId ?? ""].some((text) => CONTROL.test(text))) refuse("files", "mail.compose.control")
  if (to.length + cc.length === 0) refuse("to", "mail.compose.nobody")
}

/** What an answer refers to, without what can't stand in a header: the mail answered came with it, and is to be answered all the same. */
export function fitReferences({ inReplyTo, references }: Outgoing): { inReplyTo: string | null; references: string[] } {
  return {
    inReplyTo: inReplyTo && MESSAGE_ID.test(inReplyTo) ? inReplyTo : null,
    references: references.filter((id) => MESSAGE_ID.test(id)),
  }
}

function refuse(path: string, key: string, values: Record<string, string> = {}): never {
  throw new Invalid(key, values, [{ path, key, values }])
}
