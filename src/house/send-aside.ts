import { randomUUID } from "node:crypto"
import { type Channel, domainOf, openAddresses, type Outcome, type Person } from "#conversations"
import type { Ground } from "./ground.ts"

/** A mail that belongs to no conversation. */
export interface Aside {
  to: Person
  subject: string
  text: string
  /** The same with links and headings; null: the text alone. */
  html?: string | null
  language: "en" | "fr"
  /** Written by a program of its own accord: no machine shall answer it. */
  automatic?: boolean
}

/** From an inbox that is open: even this mail can be answered. Without one it doesn't leave. */
export async function sendAside(ground: Ground, channel: Channel, mail: Aside): Promise<Outcome> {
  return (await writeAside(ground, channel, mail))()
}

/** Writes it; it leaves when what this gives is called. */
export async function writeAside(
  { clock, db, log }: Ground,
  channel: Channel,
  { to, subject, text, html = null, language, automatic = false }: Aside,
): Promise<() => Promise<Outcome>> {
  const address = (await openAddresses(db.read, channel.kind)).keys().next().value
  if (!address) {
    log.warn("mail.no-address-to-answer", {})
    return async () => ({ kind: "refused", answer: "No inbox is open: nobody could answer this mail." })
  }
  const messageId = `<${randomUUID()}@${domainOf(address)}>`
  const from = { name: "Vigie", address }
  const plain = { cc: [], html, signature: "", quote: null, inReplyTo: null, references: [], files: [], automatic }
  const composed = await channel.compose({
    ...plain,
    messageId,
    from,
    replyTo: address,
    to: [to],
    subject,
    text,
    language,
    date: clock.now(),
  })
  return () => channel.send({ ...composed, outboxId: messageId, messageId }, new AbortController().signal)
}
