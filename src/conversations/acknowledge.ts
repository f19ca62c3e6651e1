import { sql } from "kysely"
import { systemActor } from "#people"
import type { Reader, Tx } from "#platform"
import { say } from "#words"
import { normalAddress } from "./address.ts"
import { countAnswer, isOurs, isProven, queueAutomatic } from "./automatic-answer.ts"
import { greetingOf, writtenIn } from "./greeting.ts"
import type { Sending } from "./queue-reply.ts"
import { room } from "./tables.ts"
import { leavingTime } from "./when.ts"

const ACTOR = systemActor("acknowledgement")

/** What the room above knows and the receipt may name. */
export interface Receipt {
  /** The case's number. */
  reference: string
}

/**
 * Tells the writer of a first mail that it arrived, where the inbox sends receipts (`askingReceipt` knows for many). Never to a machine, never to somebody whose identity was checked and not proven,
 * never to ourselves, at most once a day to an address and in a conversation; in the language they wrote in, with the greeting the desk keeps.
 * `named` is asked once everything else allows it.
 */
export async function acknowledge(
  tx: Tx,
  sending: Sending,
  messageId: string,
  named: () => Promise<Receipt | null>,
): Promise<string | null> {
  const tables = room(tx)
  const message = await tables.selectFrom("messages").selectAll().where("id", "=", messageId).executeTakeFirstOrThrow()
  const conversation = await tables
    .selectFrom("conversations")
    .selectAll()
    .where("id", "=", message.conversation_id)
    .executeTakeFirstOrThrow()
  const inbox = await tables.selectFrom("inboxes").selectAll().where("id", "=", conversation.inbox_ids[0]!).executeTakeFirstOrThrow()
  if (!inbox.acknowledge || message.automatic || message.direction !== "in" || !message.from_address) return null
  if (!isProven(message)) return null
  const address = normalAddress(message.from_address)
  if (await isOurs(tx, conversation.channel, address)) return null
  const receipt = await named()
  if (!receipt || !(await countAnswer(tx, address, conversation.id))) return null

  const { greeting, language } = await greetingOf(tx, message.contact_id, writtenIn(message, inbox.language))
  const leaving = await leavingTime(tx, message.contact_id, { undoSeconds: 0, timeZone: "UTC", regardlessOfHours: true })
  const values = { greeting, inbox: inbox.name, reference: receipt.reference }
  return queueAutomatic(ACTOR, tx, sending, {
    answering: message,
    conversation,
    inbox,
    subject: say(language, "conversations.acknowledgement.subject", { reference: receipt.reference }),
    text: say(language, "conversations.acknowledgement.text", values),
    language,
    leaving,
  })
}

/** Those of these messages that came to an inbox which sends receipts. */
export async function askingReceipt(reader: Reader, messageIds: readonly string[]): Promise<string[]> {
  if (messageIds.length === 0) return []
  const found = await room(reader)
    .selectFrom("messages as m")
    .innerJoin("conversations as c", "c.id", "m.conversation_id")
    .innerJoin("inboxes as i", (join) => join.on(sql<boolean>`i.id = c.inbox_ids[1]`))
    .select("m.id")
    .where(sql<boolean>`m.id = any(${[...messageIds]}::uuid[])`)
    .where("i.acknowledge", "=", true)
    .orderBy("m.received_at")
    .execute()
  return found.map(({ id }) => id)
}
