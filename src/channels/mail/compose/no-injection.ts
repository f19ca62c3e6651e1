import { Invalid } from "#platform"
import type { Outgoing } from "#conversations"

const CONTROL = /\p{Cc}/u
/** An address that a header can't be broken out of. */
const ADDRESS = /^[^\s<>()[\],;:\\"\p{Cc}]{1,200}@[^\s<>()[\],;:\\"@\p{Cc}]{1,253}$/u
const MESSAGE_ID = /^<[^\s<>\p{Cc}]{1,990}>$/u

/**
 * Refuses what would become a header of its own, or a recipient that nobody saw: line breaks and controls in a subject, an address, a
 * file's name or a reference.
 * @throws Invalid naming the field.
 */
export function refuseInjection(outgoing: Outgoing): void {
  const { from, to, cc, replyTo, subject, messageId, inReplyTo, references, files } = outgoing
  const people = [...[from].map((p) => ["from", p] as const), ...to.map((p) => ["to", p] as const), ...cc.map((p) => ["cc", p] as const)]
  for (const [path, { name, address }] of people) {
    if (!ADDRESS.test(address)) refuse(path, "mail.compose.address", { address })
    if (CONTROL.test(name)) refuse(path, "mail.compose.control")
  }
  if (!ADDRESS.test(replyTo)) refuse("replyTo", "mail.compose.address", { address: replyTo })
  if (CONTROL.test(subject)) refuse("subject", "mail.compose.control")
  for (const id of [messageId, ...(inReplyTo ? [inReplyTo] : []), ...references])
    if (!MESSAGE_ID.test(id)) refuse("references", "mail.compose.control")
  for (const { name, type, contentId } of files)
    if ([name, type, contentId ?? ""].some((text) => CONTROL.test(text))) refuse("files", "mail.compose.control")
  if (to.length + cc.length === 0) refuse("to", "mail.compose.nobody")
}

function refuse(path: string, key: string, values: Record<string, string> = {}): never {
  throw new Invalid(key, values, [{ path, key, values }])
}
