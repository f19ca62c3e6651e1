import type { Selectable } from "kysely"
import { agentNames } from "#people"
import type { Reader } from "#platform"
import { type NotesTable, room } from "./tables.ts"
import type { MessageView } from "./views.ts"

/** Notes in the shape of messages: a thread shows both. */
export async function presentNotes(reader: Reader, notes: readonly Selectable<NotesTable>[]): Promise<MessageView[]> {
  if (notes.length === 0) return []
  const names = await agentNames(
    reader,
    notes.flatMap((note) => (note.agent_id ? [note.agent_id] : [])),
  )
  const cases = await room(reader)
    .selectFrom("conversations")
    .select(["id", "case_id"])
    .where("id", "in", [...new Set(notes.map((note) => note.conversation_id))])
    .execute()
  const files = await room(reader)
    .selectFrom("note_files")
    .select(["id", "note_id", "name", "type", "size"])
    .where(
      "note_id",
      "in",
      notes.map((note) => note.id),
    )
    .orderBy("position")
    .execute()
  return notes.map((note) => ({
    id: note.id,
    conversationId: note.conversation_id,
    caseId: cases.find((row) => row.id === note.conversation_id)?.case_id ?? null,
    direction: "note",
    channel: "note",
    messageId: null,
    from: {
      name: note.agent_id ? (names.get(note.agent_id) ?? "") : "",
      address: "",
      identity: "verified",
      contactId: null,
      agentId: note.agent_id,
    },
    to: [],
    cc: [],
    subject: "",
    text: note.text,
    newText: note.text,
    quoted: "",
    signature: "",
    hasHtml: false,
    attachments: files.flatMap(({ note_id, ...file }) => (note_id === note.id ? [{ ...file, inline: false, contentId: null }] : [])),
    warnings: [],
    identity: "verified",
    proof: {},
    automatic: null,
    bounce: null,
    calendar: [],
    receivedAt: note.at.toISOString(),
    sentAt: null,
    state: "note",
    stateReason: null,
    relayAnswer: null,
    dueAt: null,
    whyLater: null,
    undoUntil: null,
    askAgain: false,
    mentions: note.mentions,
    withHelp: note.with_help,
    related: [],
  }))
}
