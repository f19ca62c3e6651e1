import type { Tx } from "#platform"
import { type Entry, indexEntries } from "./index-entries.ts"
import { ATTACHMENT, from, personMarks, to } from "./marks.ts"

/** A message as search takes it. `text` is what the writer newly wrote: quoted history would find each mail a hundred times. */
export interface FoundableMessage {
  id: string
  conversationId: string
  at: Date
  subject: string
  text: string
  /** Names and addresses of who wrote. */
  from: readonly string[]
  /** Names and addresses of To and Cc. */
  to: readonly string[]
  attachmentNames: readonly string[]
}

/** Takes messages into the search, under the cases their conversations are filed in. One that is filed in none is shown nowhere, and not found. */
export async function indexMessages(tx: Tx, messages: readonly FoundableMessage[]): Promise<void> {
  await indexEntries(tx, messages.map(messageEntry))
}

export function messageEntry(message: FoundableMessage): Entry {
  return {
    ...message,
    kind: "message",
    head: [message.subject, ...message.from].join(" "),
    body: message.text,
    tail: [...message.to, ...message.attachmentNames].join(" "),
    marks: [...personMarks(from, message.from), ...personMarks(to, message.to), ...(message.attachmentNames.length ? [ATTACHMENT] : [])],
  }
}

export interface FoundableNote {
  id: string
  conversationId: string
  at: Date
  text: string
  /** Name of the agent. */
  author: string
}

/** Adds a note, or takes its new words when it was edited. */
export async function indexNote(tx: Tx, note: FoundableNote): Promise<void> {
  await indexEntries(tx, [noteEntry(note)])
}

export function noteEntry(note: FoundableNote): Entry {
  return { ...note, kind: "note", subject: "", head: note.author, body: note.text, tail: "", marks: personMarks(from, [note.author]) }
}

/** A case is found by the subject that an agent gave it; the customer's own stands in the messages. */
export async function indexCase(tx: Tx, found: { id: string; subject: string; at: Date }): Promise<void> {
  await indexEntries(tx, [{ ...found, conversationId: null, kind: "case", head: found.subject, body: "", tail: "", marks: [] }])
}

/** What a customer said of how it went; its words stand in for a subject. */
export async function indexSatisfaction(
  tx: Tx,
  { text, ...told }: { id: string; conversationId: string; at: Date; text: string },
): Promise<void> {
  await indexEntries(tx, [{ ...told, kind: "satisfaction", subject: text, head: "", body: text, tail: "", marks: [] }])
}
