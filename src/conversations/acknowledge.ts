import { sql } from "kysely"
import { systemActor } from "#people"
import { DAY, MINUTE, type Reader, type Tx } from "#platform"
import { say } from "#words"
import { domainOf, normalAddress } from "./address.ts"
import { greetingOf } from "./greeting.ts"
import { openAddresses } from "./inboxes.ts"
import { queueOutgoing } from "./queue-outgoing.ts"
import type { Sending } from "./queue-reply.ts"
import { writeMessageId } from "./message-id.ts"
import { replyAddress, splitPlus, writeReplyToken } from "./reply-token.ts"
import { room } from "./tables.ts"
import { leavingTime } from "./when.ts"

const ACTOR = systemActor("acknowledgement")

/** What the room above knows and the receipt may name. */
export interface Receipt {
  /** The case's number. */
  reference: string
}

/** Whether the inbox that a message came to sends receipts at all. */
export async function asksReceipt(reader: Reader, messageId: string): Promise<boolean> {
  const found = await room(reader)
    .selectFrom("messages as m")
    .innerJoin("conversations as c", "c.id", "m.conversation_id")
    .innerJoin("inboxes as i", (join) => join.on(sql<boolean>`i.id = c.inbox_ids[1]`))
    .select("i.acknowledge")
    .where("m.id", "=", messageId)
    .executeTakeFirst()
  return found?.acknowledge ?? false
}

/**
 * Tells the writer of a first mail that it arrived. Never to a machine, never to somebody whose identity was checked and not proven,
 * never to ourselves, at most once a day to an address and in a conversation; it quotes nothing that the writer wrote (the greeting is what the desk keeps), and is itself marked as
 * automatic with a null envelope sender, so that no machine answers it (RFC 3834).
 */
export async function acknowledge(tx: Tx, sending: Sending, messageId: string, receipt: Receipt): Promise<string | null> {
  const tables = room(tx)
  const message = await tables.selectFrom("messages").selectAll().where("id", "=", messageId).executeTakeFirstOrThrow()
  const conversation = await tables
    .selectFrom("conversations")
    .selectAll()
    .where("id", "=", message.conversation_id)
    .executeTakeFirstOrThrow()
  const inbox = await tables.selectFrom("inboxes").selectAll().where("id", "=", conversation.inbox_ids[0]!).executeTakeFirstOrThrow()
  const unchecked = message.identity === "unverified" && message.proof.reasons?.includes("not-checked") === true
  if (!inbox.acknowledge || message.automatic || message.direction !== "in" || !message.from_address) return null
  if (message.identity !== "verified" && !unchecked) return null
  const address = normalAddress(message.from_address)
  if (await isOurs(tx, conversation.channel, address)) return null
  if (!(await countAnswer(tx, address, conversation.id))) return null

  const { greeting } = await greetingOf(tx, message.contact_id, inbox.language)
  const leaving = await leavingTime(tx, message.contact_id, { undoSeconds: 0, timeZone: "UTC", regardlessOfHours: true })
  const outgoing = {
    messageId: writeMessageId(sending.keys, conversation.short, domainOf(inbox.address)),
    from: { name: inbox.name, address: inbox.address },
    replyTo: replyAddress(inbox.address, writeReplyToken(sending.keys, conversation.short)),
    to: [{ name: "", address: message.from_address }],
    cc: [],
    subject: say(inbox.language, "conversations.acknowledgement.subject", { reference: receipt.reference }),
    text: say(inbox.language, "conversations.acknowledgement.text", { greeting, inbox: inbox.name, reference: receipt.reference }),
    html: null,
    signature: inbox.signature,
    quote: null,
    inReplyTo: message.message_id,
    references: message.message_id ? [message.message_id] : [],
    files: [],
    language: inbox.language,
    date: leaving.at,
    automatic: true,
  }
  return queueOutgoing(ACTOR, tx, sending, { conversation, outgoing, contactId: message.contact_id, agentId: null, leaving })
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
