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
  code: "reply-to-differs" | "in-copy" | "new-here" | "left-out"
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

/** What is unusual about chosen recipients: people who weren't part of the conversation, and its writer left out. */
export async function remarkRecipients(
  reader: Reader,
  conversationId: string,
  derived: Recipients,
  chosen: { to: Person[]; cc: Person[] },
): Promise<RecipientNote[]> {
  const part = await partAddresses(reader, conversationId)
  const all = [...chosen.to, ...chosen.cc]
  const named = new Set(all.map(({ address }) => normalAddress(address)))
  const fresh = all.filter(({ address }) => !part.has(normalAddress(address))).map((p): RecipientNote => ({ ...p, code: "new-here" }))
  const left = derived.to
    .filter(({ address }) => !named.has(normalAddress(address)))
    .map((p): RecipientNote => ({ ...p, code: "left-out" }))
  return [...fresh, ...left]
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

async function partAddresses(reader: Reader, conversationId: string): Promise<Set<string>> {
  const rows = await room(reader).selectFrom("participants").select("address").where("conversation_id", "=", conversationId).execute()
  return new Set(rows.map((row) => row.address))
}
