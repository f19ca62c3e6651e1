import { type OutsideFact, outsideFactsOf } from "#contacts"
import { accessConversation, conversationsOfCases, type MessageView, messagesOfConversations } from "#conversations"
import type { Actor } from "#people"
import { DAY, NotFound, readCursor, type Reader, writeCursor } from "#platform"
import type { Language } from "#words"
import { accessCase } from "../access-case.ts"
import { familyOf } from "../family.ts"
import type { CaseRow } from "../tables.ts"
import { eventsOf } from "./events.ts"
import { type Entry, presentEntries } from "./present-entries.ts"
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
): Promise<{ items: TimelineView[]; next: string | null }> {
  const row = await accessCase(actor, reader, idOrNumber)
  const [at, id, shown] = readCursor(page.cursor, 3) ?? [LATEST.toISOString(), "", 0]
  const from = { at: new Date(String(at)), id: String(id), shown: Number(shown) }
  const wanted = page.limit + 1
  const [messages, events, facts] = await Promise.all([
    messagesBefore(actor, reader, language, row, from, wanted),
    familyOf(reader, row.id).then((ids) => eventsOf(reader, ids, from, wanted)),
    row.contact_id ? outsideFactsOf(reader, row.contact_id) : [],
  ])
  const entries: Entry[] = [
    ...messages.map((message) => ({ at: new Date(message.receivedAt), id: message.id, is: { message } })),
    ...events.map((event) => ({ at: event.at, id: event.id, is: { event } })),
    ...facts.filter((fact) => isNear(row, reader.now, fact)).map((fact) => ({ at: fact.occurred_at, id: fact.id, is: { fact } })),
  ]
  const ordered = entries.filter((entry) => isBefore(entry, from)).sort((a, b) => (isBefore(a, b) ? 1 : -1))
  const items = ordered.slice(0, page.limit)
  const last = items.at(-1)
  const next = last && ordered.length > page.limit ? writeCursor([last.at.toISOString(), last.id, sameMoment(items, last, from)]) : null
  return { items: await presentEntries(reader, language, items), next }
}

const LATEST = new Date(8.64e15 - 1)

type Place = { at: Date; id: string }

function isBefore(a: Place, b: Place): boolean {
  return a.at.getTime() === b.at.getTime() ? a.id < b.id : a.at < b.at
}

/** How many messages of the last moment were shown: messages are read by their moment alone. */
function sameMoment(items: readonly Entry[], last: Place, from: Place & { shown: number }): number {
  const here = items.filter((entry) => "message" in entry.is && entry.at.getTime() === last.at.getTime()).length
  return last.at.getTime() === from.at.getTime() ? from.shown + here : here
}

/** Messages and notes of the case's conversations that the actor may see. */
async function messagesBefore(actor: Actor, reader: Reader, language: Language, row: CaseRow, from: Place & { shown: number }, limit: number): Promise<MessageView[]> {
  const ids = (await conversationsOfCases(reader, [row.id])).get(row.id) ?? []
  const visible = actor.inboxes === "every" ? ids : await visibleOf(actor, reader, ids)
  const before = new Date(from.at.getTime() + 1)
  return messagesOfConversations(reader, language, visible, { before, limit: limit + from.shown })
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
  return fact.occurred_at.getTime() > row.created_at.getTime() - AROUND && fact.occurred_at.getTime() < (row.resolved_at ?? now).getTime() + AROUND
}
