import type { Keys, Tx } from "#platform"
import { normalAddress } from "./address.ts"
import type { Incoming } from "./channel.ts"
import { readMessageId } from "./message-id.ts"
import { readReplyToken } from "./reply-token.ts"
import { room } from "./tables.ts"

export type Found =
  | { conversationId: string; because: "token" | "message-id" }
  /** Signed by us, but the writer is not part of it, or failed the check: shown as a hint, never joined. */
  | { conversationId: null; strangerTo: string | null }

/**
 * The conversation that a message answers. Two things open it, and nothing else does: the keyed token in an address it was sent to, or
 * a Message-ID of ours among those it refers to (signed by us, or of an answer that was sent before Vigie and brought in with its
 * conversation), together with a writer who is already part of that conversation and whose identity didn't fail. Numbers in subjects,
 * copies and Reply-To open nothing.
 */
export async function findConversation(tx: Tx, keys: Keys, incoming: Incoming): Promise<Found> {
  for (const token of incoming.tokens) {
    const short = readReplyToken(keys, token)
    const conversation = short === null ? undefined : await byShort(tx, short)
    if (conversation) return { conversationId: conversation, because: "token" }
  }
  let strangerTo: string | null = null
  for (const messageId of referredTo(incoming)) {
    const short = readMessageId(keys, messageId)
    const conversation = short === null ? undefined : await byShort(tx, short)
    if (!conversation) continue
    if (incoming.identity !== "failed" && incoming.from && (await isPart(tx, conversation, incoming.from.address))) {
      return { conversationId: conversation, because: "message-id" }
    }
    strangerTo ??= conversation
  }
  const past = incoming.identity !== "failed" && incoming.from ? await byPastAnswer(tx, referredTo(incoming), incoming.from.address) : null
  if (past) return { conversationId: past, because: "message-id" }
  return { conversationId: null, strangerTo }
}

/** Nearest first: the message answered, then the thread backwards (RFC 5322 §3.6.4). At most so many as a sane thread names. */
function referredTo({ inReplyTo, references }: Incoming): string[] {
  return [...new Set([...(inReplyTo ? [inReplyTo] : []), ...references.toReversed()])].slice(0, 50)
}

async function byShort(tx: Tx, short: number): Promise<string | undefined> {
  const row = await room(tx).selectFrom("conversations").select("id").where("short", "=", short).executeTakeFirst()
  return row?.id
}

/** The past conversation of this writer in which one of these answers was sent. */
async function byPastAnswer(tx: Tx, messageIds: readonly string[], writer: string): Promise<string | null> {
  if (messageIds.length === 0) return null
  const row = await room(tx)
    .selectFrom("past_answers as a")
    .innerJoin("participants as p", "p.conversation_id", "a.conversation_id")
    .innerJoin("conversations as c", "c.id", "a.conversation_id")
    .select("a.conversation_id")
    .where("a.message_id", "in", [...messageIds])
    .where("p.address", "=", normalAddress(writer))
    .orderBy("c.last_message_at", "desc")
    .limit(1)
    .executeTakeFirst()
  return row?.conversation_id ?? null
}

async function isPart(tx: Tx, conversationId: string, address: string): Promise<boolean> {
  const row = await room(tx)
    .selectFrom("participants")
    .select("address")
    .where("conversation_id", "=", conversationId)
    .where("address", "=", normalAddress(address))
    .executeTakeFirst()
  return row !== undefined
}
