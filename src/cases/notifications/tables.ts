import type { Generated } from "kysely"

/** What agents are told. */
export type NotificationTables = {
  notifications: NotificationsTable
  /** Deadlines that were told of. */
  deadline_tellings: { case_id: string; kind: NotificationKind; due_at: Date }
}

export const KINDS = [
  "mention",
  "assigned",
  "reply",
  "note",
  "promise-due",
  "promise-broken",
  "look-again",
  "answer-asked",
  "answer-back",
  "answer-failed",
  "alarm",
  "woken",
  "deadline-near",
  "deadline-missed",
  "send-failed",
  "send-uncertain",
] as const
export type NotificationKind = (typeof KINDS)[number]

export type NotificationsTable = {
  id: string
  agent_id: string
  kind: NotificationKind
  case_id: string | null
  conversation_id: string | null
  message_id: string | null
  promise_id: string | null
  /** The deadline that it is about. */
  due_at: Date | null
  /** What was said in the open. */
  mention_id: string | null
  /** The story that it was said in, where the news is about all of it. */
  story_id: string | null
  /** A surge of what is said. */
  alarm_id: string | null
  /** What it is about, where no case says it. */
  words: Generated<string>
  by_actor: string
  at: Date
  read_at: Date | null
}
