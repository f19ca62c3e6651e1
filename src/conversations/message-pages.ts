import { type Actor, seesInbox } from "#people"
import { Invalid, readCursor, type Reader, writeCursor } from "#platform"
import type { Language } from "#words"
import type { Message } from "./access.ts"
import { messagesOfConversations, presentMessages } from "./present-messages.ts"
import { room } from "./tables.ts"
import type { MessageView } from "./views.ts"

interface Page {
  items: MessageView[]
  next: string | null
}

interface Asked {
  limit: number
  cursor?: string | undefined
}

const FIRST = { at: new Date("0001-01-01T00:00:00Z"), id: "00000000-0000-0000-0000-000000000000" }

/** Messages and notes of a conversation, the oldest first. */
export async function conversationPage(reader: Reader, language: Language, conversationId: string, asked: Asked): Promise<Page> {
  const after = placeIn(asked.cursor)
  return cut(
    await messagesOfConversations(reader, language, [conversationId], { after, limit: asked.limit + 1, givenUp: true }),
    asked.limit,
  )
}

/** Messages with a Message-ID that the actor may see, the oldest first. */
export async function pageOfMessageId(actor: Actor, reader: Reader, language: Language, messageId: string, asked: Asked): Promise<Page> {
  const seen: Message[] = []
  for (let after: { at: Date; id: string } | null = placeIn(asked.cursor); after && seen.length <= asked.limit;) {
    const rows = await withMessageId(reader, messageId, after)
    for (const { inboxIds, ...row } of rows) if (seesInbox(actor, inboxIds)) seen.push(row)
    const last = rows.at(-1)
    after = last ? { at: last.received_at, id: last.id } : null
  }
  return cut(await presentMessages(reader, language, seen.slice(0, asked.limit + 1)), asked.limit)
}

function withMessageId(reader: Reader, messageId: string, after: { at: Date; id: string }) {
  return room(reader)
    .selectFrom("messages as m")
    .innerJoin("conversations as c", "c.id", "m.conversation_id")
    .selectAll("m")
    .select("c.inbox_ids as inboxIds")
    .where("m.message_id", "=", messageId)
    .where(({ eb, refTuple, tuple }) => eb(refTuple("m.received_at", "m.id"), ">", tuple(after.at, after.id)))
    .orderBy("m.received_at")
    .orderBy("m.id")
    .limit(201)
    .execute()
}

function placeIn(cursor: string | undefined): { at: Date; id: string } {
  const place = readCursor(cursor, ["moment", "id"])
  if (!place) return FIRST
  const [moment, id] = place
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) throw new Invalid("request.cursor") // as PostgreSQL writes moments, not as these cursors do
  return { at, id }
}

function cut(views: MessageView[], limit: number): Page {
  const items = views.slice(0, limit)
  const last = items.at(-1)
  return { items, next: views.length > limit && last ? writeCursor([last.receivedAt, last.id]) : null }
}
