import { sql } from "kysely"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import type { Language } from "#words"
import { GIVEN_UP } from "./change-outgoing.ts"
import { type Asked, cursorTo, type Place, placeIn, seenPage } from "./page-place.ts"
import { messagesOfConversations, presentMessages } from "./present-messages.ts"
import { type OutboxState, room } from "./tables.ts"
import type { MessageView } from "./views.ts"

interface Page {
  items: MessageView[]
  next: string | null
}

/** As the index `outbox_standing` says it, word for word: it is found by that. */
const STANDING = sql<boolean>`o.state not in ('sent', 'cancelled')`

/** Messages and notes of a conversation, the oldest first. */
export async function conversationPage(reader: Reader, language: Language, conversationId: string, asked: Asked): Promise<Page> {
  const after = placeIn(asked.cursor)
  const views = await messagesOfConversations(reader, language, [conversationId], { after, limit: asked.limit + 1, givenUp: true })
  const items = views.slice(0, asked.limit)
  const last = items.at(-1)
  return { items, next: views.length > asked.limit && last ? cursorTo({ at: new Date(last.receivedAt), id: last.id }) : null }
}

/** Messages with a Message-ID that the actor may see, the oldest first. */
export async function pageOfMessageId(actor: Actor, reader: Reader, language: Language, messageId: string, asked: Asked): Promise<Page> {
  const { rows, next } = await seenPage(actor, asked, (place) => withMessageId(reader, messageId, place))
  return { items: await presentMessages(reader, language, rows), next }
}

/** Outgoing messages that haven't arrived for certain, those in this state or in any, without what somebody left at that; the oldest first. */
export async function outboxPage(
  actor: Actor,
  reader: Reader,
  language: Language,
  { state, ...asked }: Asked & { state?: OutboxState | undefined },
): Promise<Page> {
  const { rows, next } = await seenPage(actor, asked, (place) => waiting(reader, state, place))
  return { items: await presentMessages(reader, language, rows), next }
}

function withMessageId(reader: Reader, messageId: string, { at, id }: Place) {
  return room(reader)
    .selectFrom("messages as m")
    .innerJoin("conversations as c", "c.id", "m.conversation_id")
    .selectAll("m")
    .select(["c.inbox_ids", "m.received_at as at"])
    .where("m.message_id", "=", messageId)
    .where(({ eb, refTuple, tuple }) => eb(refTuple("m.received_at", "m.id"), ">", tuple(at, id)))
    .orderBy("m.received_at")
    .orderBy("m.id")
    .limit(201)
    .execute()
}

function waiting(reader: Reader, state: OutboxState | undefined, { at, id }: Place) {
  return room(reader)
    .selectFrom("outbox as o")
    .innerJoin("messages as m", "m.id", "o.message_id")
    .innerJoin("conversations as c", "c.id", "m.conversation_id")
    .selectAll("m")
    .select(["c.inbox_ids", "o.queued_at as at"])
    .where(STANDING)
    .$if(state !== undefined, (of) => of.where("o.state", "=", state!))
    .where("o.reason", "is distinct from", GIVEN_UP)
    .where(({ eb, refTuple, tuple }) => eb(refTuple("o.queued_at", "o.message_id"), ">", tuple(at, id)))
    .orderBy("o.queued_at")
    .orderBy("o.message_id")
    .limit(201)
    .execute()
}
