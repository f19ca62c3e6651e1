import type { ColumnType, Generated } from "kysely"
import type { Reader } from "#platform"
import type { BounceReport, IdentityState, Person, Proof } from "./channel.ts"

/** A jsonb column: read as a value, written as JSON text (pg would write an array as an array). */
export type Json<T> = ColumnType<T, string, string>

export type ConversationsTables = {
  inboxes: InboxesTable
  conversations: ConversationsTable
  participants: ParticipantsTable
  messages: MessagesTable
  deliveries: DeliveriesTable
  attachments: AttachmentsTable
  notes: NotesTable
  note_files: NoteFilesTable
  drafts: DraftsTable
  first_drafts: FirstDraftsTable
  uploads: UploadsTable
  outbox: OutboxTable
  outbox_attempts: OutboxAttemptsTable
  related_hints: RelatedHintsTable
  automatic_answers: { address: string; conversation_id: string; at: Date }
  past_answers: { message_id: string; conversation_id: string }
}

export type InboxesTable = {
  id: string
  name: string
  channel: Generated<string>
  address: string
  language: "en" | "fr"
  signature: Generated<string>
  team_id: string | null
  acknowledge: Generated<boolean>
  created_at: Date
  closed_at: Date | null
}

export type ConversationsTable = {
  id: string
  short: Generated<number>
  channel: string
  inbox_ids: string[]
  subject: string
  case_id: string | null
  created_at: Date
  last_message_at: Date
}

export type ParticipantsTable = {
  conversation_id: string
  address: string
  contact_id: string | null
  because: "wrote" | "written-to" | "added"
  since: Date
}

export type MessagesTable = {
  id: string
  conversation_id: string
  direction: "in" | "out"
  channel: string
  message_id: string | null
  content_key: string | null
  in_reply_to: string | null
  refs: string[]
  from_name: string
  from_address: string
  reply_to: Json<Person[]>
  to_list: Json<Person[]>
  cc_list: Json<Person[]>
  contact_id: string | null
  agent_id: string | null
  subject: string
  text: string
  new_text: string
  quoted: string
  signature: string
  html: string | null
  identity: IdentityState
  proof: Json<Proof>
  warnings: string[]
  automatic: string | null
  bounce: Json<BounceReport | null> | null
  calendar: Json<unknown[]>
  original: string | null
  size: number
  sent_at: Date | null
  received_at: Date
  with_help: Generated<boolean>
}

export type DeliveriesTable = {
  id: string
  message_id: string
  inbox_id: string
  source_key: string
  original: string
  envelope: Json<object>
  at: Date
}

export type AttachmentsTable = {
  id: string
  message_id: string
  position: number
  name: string
  type: string
  size: number
  sha256: string
  content_id: string | null
  inline: boolean
}

export type NotesTable = {
  id: string
  conversation_id: string
  agent_id: string | null
  author: string
  text: string
  mentions: string[]
  teams: Generated<string[]>
  at: Date
  edited_at: Date | null
  with_help: Generated<boolean>
}

/** Apart from the files of messages: nothing that sends can name one. */
export type NoteFilesTable = {
  id: string
  note_id: string
  position: number
  name: string
  type: string
  size: number
  sha256: string
}

export type DraftBody = {
  text: string
  to?: Person[] | undefined
  cc?: Person[] | undefined
  quote?: boolean | undefined
  attachmentIds?: string[] | undefined
  answering?: string | undefined
  /** A machine helped to write it. */
  withHelp?: boolean | undefined
  /** Of what is written to somebody first. */
  subject?: string | undefined
  inboxId?: string | undefined
}

export type DraftsTable = {
  agent_id: string
  conversation_id: string
  kind: "reply" | "note"
  body: Json<DraftBody>
  version: number
  updated_at: Date
}

export type FirstDraftsTable = {
  agent_id: string
  body: Json<DraftBody>
  version: number
  updated_at: Date
}

export type UploadsTable = {
  id: string
  owner: string
  name: string
  type: string
  size: number
  sha256: string
  created_at: Date
}

export type OutboxState = "ready" | "sending" | "sent" | "retry" | "uncertain" | "failed" | "held" | "cancelled"
export type WhyLater = "undo" | "chosen" | "hours" | "retry"

export type OutboxTable = {
  id: string
  message_id: string
  channel: string
  state: OutboxState
  mail_from: string
  recipients: string[]
  due_at: Date
  why_later: WhyLater | null
  chosen: Generated<boolean>
  regardless: Generated<boolean>
  hours_zone: Generated<string>
  ask_again: Generated<boolean>
  reason: string | null
  relay_answer: string | null
  attempts: Generated<number>
  lease: Generated<number>
  leased_by: string | null
  leased_until: Date | null
  automatic: boolean
  queued_by: string
  queued_at: Date
  finished_at: Date | null
}

export type OutboxAttemptsTable = {
  outbox_id: string
  number: number
  began_at: Date
  ended_at: Date | null
  outcome: string | null
  answer: string | null
}

export type RelatedHintsTable = {
  id: string
  conversation_id: string
  related_id: string
  reason: "number-in-subject" | "own-reference" | "same-parent" | "stranger-answers" | "same-writer-same-subject"
  decision: "accepted" | "refused" | null
  decided_by: string | null
  decided_at: Date | null
  created_at: Date
}

/** This room's tables, through whatever reads or writes. */
export function room(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<ConversationsTables>()
}
