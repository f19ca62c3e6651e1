import type { OutsideFact } from "#contacts"
import type { MessageView } from "#conversations"
import { agentNames } from "#people"
import type { Reader } from "#platform"
import { type Language, say } from "#words"
import { doers, teamNames } from "../names.ts"
import type { Event } from "./events.ts"
import type { OpenWords } from "./open-words.ts"
import type { TimelineView } from "./views.ts"

/** What a timeline is made of, sorted as one: by moment, then by key. */
export interface Entry {
  at: Date
  key: string
  is: { message: MessageView } | { fact: OutsideFact } | { event: Event } | { mention: OpenWords }
}

/** Entries as they leave the room, in their order. */
export async function presentEntries(reader: Reader, language: Language, entries: readonly Entry[]): Promise<TimelineView[]> {
  const assigned = entries.flatMap(({ is }) => ("event" in is && is.event.kind === "assignment" ? [is.event.data] : []))
  const refs = entries.flatMap(({ is }) =>
    "event" in is ? [is.event.by] : "fact" in is ? [is.fact.told_by] : "mention" in is ? [is.mention.tiedBy] : [],
  )
  const [doer, owners, teams] = await Promise.all([
    doers(reader, refs),
    agentNames(
      reader,
      assigned.flatMap(({ ownerId }) => ownerId ?? []),
    ),
    teamNames(
      reader,
      assigned.flatMap(({ teamId }) => teamId ?? []),
    ),
  ])
  return entries.map(({ key, at, is }) => {
    const when = { id: key.slice(1), at: at.toISOString() }
    if ("message" in is)
      return { ...when, kind: is.message.direction === "note" ? "note" : "message", actor: writerOf(is.message), message: is.message }
    if ("fact" in is) return { ...when, kind: "fact", actor: doer(is.fact.told_by), fact: presentFact(is.fact) }
    if ("mention" in is) return { ...when, kind: "public", actor: doer(is.mention.tiedBy), mention: is.mention }
    return presentEvent(is.event, { ...when, actor: doer(is.event.by) }, language, { owners, teams })
  })
}

function writerOf({ from }: MessageView): TimelineView["actor"] {
  const ref = from.agentId ? `agent:${from.agentId}` : from.contactId ? `contact:${from.contactId}` : null
  return ref ? { ref, name: from.name || null } : null
}

function presentFact(fact: OutsideFact) {
  const { id, kind, state, reference, text, source, occurred_at, told_at } = fact
  return { id, kind, state, reference, text, source, occurredAt: occurred_at.toISOString(), toldAt: told_at.toISOString() }
}

type Names = Record<"owners" | "teams", ReadonlyMap<string, string>>

function presentEvent(
  event: Event,
  when: Pick<TimelineView, "id" | "at" | "actor">,
  language: Language,
  { owners, teams }: Names,
): TimelineView {
  const french = language === "fr"
  switch (event.kind) {
    case "promise":
      return { ...when, kind: "promise", promise: { ...event.data, dueAt: new Date(event.data.dueAt).toISOString() } }
    case "deadline": {
      const { dueAt } = event.data
      return { ...when, kind: "deadline", deadline: { ...event.data, dueAt: dueAt === null ? null : new Date(dueAt).toISOString() } }
    }
    case "decision":
      return { ...when, kind: "decision", decision: event.data }
    case "assignment": {
      const { ownerId, teamId } = event.data
      const assignment = {
        ...event.data,
        ownerName: ownerId ? (owners.get(ownerId) ?? null) : null,
        teamName: teamId ? (teams.get(teamId) ?? null) : null,
      }
      return { ...when, kind: "assignment", assignment }
    }
    case "status": {
      const { category, messageId, fr, en, fromFr, fromEn } = event.data
      return { ...when, kind: "status", status: { category, name: french ? fr : en, from: french ? fromFr : fromEn, messageId } }
    }
    case "merge":
      return { ...when, kind: "merge", merge: event.data }
    case "split":
      return { ...when, kind: "split", split: event.data }
    case "link":
      return { ...when, kind: "link", link: event.data }
    case "satisfaction":
      return { ...when, kind: "satisfaction", satisfaction: event.data }
    case "contradiction":
      return {
        ...when,
        kind: "contradiction",
        contradiction: { ...event.data, text: say(language, `cases.contradiction.${event.data.code}`) },
      }
  }
}
