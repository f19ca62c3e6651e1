import { type OutsideFact, outsideFactsOf } from "#contacts"
import { accessConversation, conversationsOfCases, type MessageView, messagesOfConversations } from "#conversations"
import type { Actor } from "#people"
import { DAY, Invalid, NotFound, readCursor, type Reader, writeCursor } from "#platform"
import type { Language } from "#words"
import { accessCase } from "../access-case.ts"
import { familyOf } from "../family.ts"
import type { CaseRow } from "../tables.ts"
import { eventsOf } from "./events.ts"
import { type Entry, presentEntries } from "./present-entries.ts"
import type { OpenWordsOf } from "./open-words.ts"
import type { TimelineView } from "./views.ts"

/** Facts from outside are shown from so long before the case opened until so long after it closed. */
const AROUND = 30 * DAY

/** All that was said, told, promised, decided and done in a case, as one list, the latest first. */
export async function readTimeline(
  actor: Actor,
  reader: Reader,
  language: Language,
  idOrNumber: string,
  page: { limit: number; cursor?: string | undefined },
  openWords: OpenWordsOf,
): Promise<{ items: TimelineView[]; next: string | null }> {
  const row = await accessCase(actor, reader, idOrNumber)
  const from = readPlace(page.cursor)
  const wanted = page.limit + 1
  const family = await familyOf(reader, row.id)
  const [messages, events, facts, mentions] = await Promise.all([
    messagesBefore(actor, reader, language, row, from, wanted),
    eventsOf(reader, family, { at: from.at, id: from.key.startsWith(EVENT) ? from.key.slice(1) : "" }, wanted),
    row.contact_id ? outsideFactsOf(reader, row.contact_id) : [],
    openWords(reader, family),
  ])
  const entries: Entry[] = [
    ...messages.map((message) => ({ at: new Date(message.receivedAt), key: MESSAGE + message.id, is: { message } })),
    ...events.map((event) => ({ at: event.at, key: EVENT + event.id, is: { event } })),
    ...facts
      .filter((fact) => isNear(row, reader.now, fact))
      .map((fact) => ({ at: fact.occurred_at, key: OUTSIDE + fact.id, is: { fact } })),
    ...mentions.map((mention) => ({ at: new Date(mention.saidAt), key: OUTSIDE + mention.id, is: { mention } })),
  ]
  const ordered = entries.filter((entry) => isBefore(entry, from)).sort((a, b) => (isBefore(a, b) ? 1 : -1))
  const items = ordered.slice(0, page.limit)
  const last = items.at(-1)
  const next = last && ordered.length > page.limit ? writeCursor([last.at.toISOString(), last.key, sameMoment(items, last, from)]) : null
  return { items: await presentEntries(reader, language, items), next }
}

/** In one moment: first what was told or said outside, then what was said to us, then what came of it. */
const OUTSIDE = "0"
const MESSAGE = "1"
const EVENT = "2"

const LATEST = { at: new Date(8.64e15 - 1), key: "", shown: 0 }

interface Place {
  at: Date
  key: string
  /** Messages of that moment that were shown already. */
  shown: number
}

/** @throws Invalid when it is not one of ours */
function readPlace(cursor: string | undefined): Place {
  const place = readCursor(cursor, ["moment", "text", "count"])
  if (!place) return LATEST
  const [at, key, shown] = [new Date(place[0]), place[1], place[2]]
  if (Number.isNaN(at.getTime()) || shown > MOST_AT_ONCE) throw new Invalid("request.cursor")
  return { at, key, shown }
}

const MOST_AT_ONCE = 10_000

function isBefore(a: Pick<Place, "at" | "key">, b: Pick<Place, "at" | "key">): boolean {
  return a.at.getTime() === b.at.getTime() ? a.key < b.key : a.at < b.at
}

/** How many messages of the last moment were shown: messages are read by their moment alone. */
function sameMoment(items: readonly Entry[], last: Entry, from: Place): number {
  const here = items.filter((entry) => "message" in entry.is && entry.at.getTime() === last.at.getTime()).length
  return last.at.getTime() === from.at.getTime() ? from.shown + here : here
}

/** Messages and notes of the case's conversations that the actor may see. */
async function messagesBefore(
  actor: Actor,
  reader: Reader,
  language: Language,
  row: CaseRow,
  from: Place,
  limit: number,
): Promise<MessageView[]> {
  const ids = (await conversationsOfCases(reader, [row.id])).get(row.id) ?? []
  const visible = actor.inboxes === "every" ? ids : await visibleOf(actor, reader, ids)
  const before = new Date(from.at.getTime() + 1)
  return messagesOfConversations(reader, language, visible, { before: { at: before }, limit: limit + from.shown, givenUp: true })
}

async function visibleOf(actor: Actor, reader: Reader, ids: readonly string[]): Promise<string[]> {
  const visible: string[] = []
  for (const id of ids) {
    try {
      visible.push((await accessConversation(actor, reader, id)).id)
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
    }
  }
  return visible
}

function isNear(row: CaseRow, now: Date, fact: OutsideFact): boolean {
  return (
    fact.occurred_at.getTime() > row.created_at.getTime() - AROUND &&
    fact.occurred_at.getTime() < (row.resolved_at ?? now).getTime() + AROUND
  )
}
