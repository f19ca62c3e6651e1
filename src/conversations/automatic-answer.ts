import { wishesOf } from "#contacts"
import type { Actor } from "#people"
import { DAY, MINUTE, type Tx } from "#platform"
import type { Language } from "#words"
import type { Conversation, Message } from "./access.ts"
import { normalAddress } from "./address.ts"
import { inThread } from "./compose-reply.ts"
import { type Inbox, openAddresses } from "./inboxes.ts"
import { queueOutgoing } from "./queue-outgoing.ts"
import type { Sending } from "./queue-reply.ts"
import { splitPlus } from "./reply-token.ts"
import { room } from "./tables.ts"
import type { Leaving } from "./when.ts"

interface Automatic {
  /** What it answers. */
  answering: Message
  conversation: Conversation
  inbox: Inbox
  subject: string
  text: string
  language: Language
  leaving: Leaving
}

/**
 * Queues an answer that nobody wrote, to the address that a message came from. It repeats nothing that was written there but its subject, and
 * is marked as automatic with a null envelope sender, so that no machine answers it (RFC 3834). Gives the message's id.
 */
export async function queueAutomatic(
  actor: Actor,
  tx: Tx,
  sending: Sending,
  { answering, conversation, inbox, subject, text, language, leaving }: Automatic,
): Promise<string> {
  const outgoing = {
    ...inThread(sending.keys, conversation, inbox, answering),
    to: [{ name: "", address: answering.from_address }],
    cc: [],
    subject,
    text,
    html: null,
    signature: inbox.signature,
    quote: null,
    files: [],
    language,
    date: leaving.at,
    automatic: true,
  }
  return queueOutgoing(actor, tx, sending, { conversation, outgoing, contactId: answering.contact_id, agentId: null, leaving })
}

/** Whether who wrote is proven, or nobody could check: what is forged would be answered to somebody who never wrote. */
export function isProven({ identity, proof }: Message): boolean {
  return identity === "verified" || (identity === "unverified" && proof.reasons?.includes("not-checked") === true)
}

/** Whether a person wishes to hear from us by this channel; who wished nothing does. */
export async function wishesFor(tx: Tx, contactId: string | null, channel: string): Promise<boolean> {
  const { channels } = (contactId ? await wishesOf(tx, contactId) : null) ?? { channels: [] }
  return channels.length === 0 || channels.some((wished) => wished === channel)
}

/** Whether an address is one of an open inbox's. */
export async function isOurs(tx: Tx, channel: string, address: string): Promise<boolean> {
  const ours = await openAddresses(tx, channel)
  return ours.has(address) || ours.has(normalAddress(splitPlus(address).plain))
}

/** Whether one more automatic answer may leave: one a day to an address, and no more than sixty a minute in all. */
export async function countAnswer(tx: Tx, address: string, conversationId: string): Promise<boolean> {
  const tables = room(tx)
  const lately = await tables
    .selectFrom("automatic_answers")
    .select("at")
    .where("address", "=", address)
    .where("at", ">", new Date(tx.now.getTime() - DAY))
    .limit(1)
    .executeTakeFirst()
  if (lately) return false
  const { n } = await tables
    .selectFrom("automatic_answers")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("at", ">", new Date(tx.now.getTime() - MINUTE))
    .executeTakeFirstOrThrow()
  if (n >= 60) return false
  await tables.insertInto("automatic_answers").values({ address, conversation_id: conversationId, at: tx.now }).execute()
  return true
}
