import type { Reader } from "#platform"
import { normalAddress } from "./address.ts"
import type { Conversation, Message } from "./access.ts"
import type { Person } from "./channel.ts"
import { openAddresses } from "./inboxes.ts"
import { splitPlus } from "./reply-token.ts"
import { room } from "./tables.ts"

/** An address beside the derived ones, with the code of what to know about it. */
export interface RecipientNote {
  address: string
  name: string
  code: "reply-to-differs" | "in-copy"
}

export interface Recipients {
  to: Person[]
  cc: Person[]
  notes: RecipientNote[]
}

/**
 * Who an answer goes to, from the message it answers: its writer, and nobody else by themselves. Others who were named (copies, other
 * recipients, a differing Reply-To) are told to the agent, who may add them; for a message of ours, those it went to.
 */
export async function deriveRecipients(reader: Reader, conversation: Conversation, answering: Message | null): Promise<Recipients> {
  if (!answering) return { to: await customersOf(reader, conversation.id), cc: [], notes: [] }
  const ours = await openAddresses(reader, conversation.channel)
  const outside = (people: readonly Person[]) =>
    people.filter(({ address }) => !ours.has(normalAddress(address)) && !ours.has(normalAddress(splitPlus(address).plain)))
  if (answering.direction === "out") return { to: outside(answering.to_list), cc: outside(answering.cc_list), notes: [] }
  const to = answering.from_address ? [{ name: answering.from_name, address: answering.from_address }] : []
  const taken = new Set(to.map(({ address }) => normalAddress(address)))
  const notes: RecipientNote[] = []
  const note = (people: readonly Person[], code: RecipientNote["code"]) => {
    for (const { name, address } of people) {
      if (taken.has(normalAddress(address))) continue
      taken.add(normalAddress(address))
      notes.push({ address, name, code })
    }
  }
  note(outside(answering.reply_to), "reply-to-differs")
  note(outside([...answering.to_list, ...answering.cc_list]), "in-copy")
  return { to, cc: [], notes }
}

async function customersOf(reader: Reader, conversationId: string): Promise<Person[]> {
  const rows = await room(reader)
    .selectFrom("participants")
    .select("address")
    .where("conversation_id", "=", conversationId)
    .where("because", "in", ["wrote", "written-to"])
    .orderBy("since")
    .limit(1)
    .execute()
  return rows.map(({ address }) => ({ name: "", address }))
}
