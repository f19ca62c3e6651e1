import type { ColumnType, Generated, Selectable } from "kysely"
import type { Reader } from "#platform"
import type { ExtraDay, Holidays, Span } from "./calendar/calendar.types.ts"

/** A jsonb column: read as a value, written as JSON text (pg would write an array as an array). */
export type Json<T> = ColumnType<T, string, string>

export type Category = "new" | "open" | "waiting" | "snoozed" | "resolved" | "spam"
export type Priority = "low" | "normal" | "high" | "urgent"
export type FieldType = "text" | "number" | "date" | "choice" | "boolean"
export type FieldValue = string | number | boolean
export type LinkKind = "related" | "duplicate" | "cause"

export type CaseRow = Selectable<CasesTable>
export type Promised = Selectable<PromisesTable>

export type CasesTables = {
  statuses: StatusesTable
  calendars: CalendarsTable
  deadline_rules: DeadlineRulesTable
  deadline_changes: DeadlineChangesTable
  cases: CasesTable
  case_conversations: CaseConversationsTable
  assignments: { id: string; case_id: string; owner_id: string | null; team_id: string | null; by_actor: string; at: Date }
  status_changes: StatusChangesTable
  snoozes: { case_id: string; until: Date; was_status: string; by_actor: string; at: Date }
  pauses: { case_id: string; began_at: Date; ended_at: Date | null }
  silences: { conversation_id: string; case_id: string; began_at: Date; ended_at: Date | null; ended_by: string | null }
  promises: PromisesTable
  promise_suggestions: PromiseSuggestionsTable
  decisions: DecisionsTable
  denials: { message_id: string; code: string; case_id: string; contact_id: string; at: Date }
  contradictions: ContradictionsTable
  field_definitions: FieldDefinitionsTable
  case_links: { id: string; a_id: string; b_id: string; kind: LinkKind; by_actor: string; at: Date }
  case_merges: CaseMergesTable
  case_splits: CaseSplitsTable
  tags: { name: string; created_at: Date }
  /** What is said in the open and belongs to a case. */
  case_public: { tie_id: string; case_id: string }
  seen: { agent_id: string; case_id: string; until: Date }
  templates: TemplatesTable
}

export type CasesTable = {
  id: string
  number: Generated<number>
  subject: string
  status_id: string
  category: Category
  owner_id: string | null
  team_id: string | null
  priority: Generated<Priority>
  contact_id: string | null
  inbox_ids: string[]
  tags: Generated<string[]>
  fields: ColumnType<Record<string, FieldValue>, string | undefined, string>
  followers: Generated<string[]>
  waiting_since: Date | null
  last_words: Generated<string>
  last_direction: Generated<"in" | "out">
  last_at: Date
  contradiction: string | null
  promise_broken: Generated<boolean>
  in_public: Generated<boolean>
  first_answered_at: Date | null
  first_answer_due: Date | null
  next_answer_due: Date | null
  resolution_due: Date | null
  next_due: Date | null
  due_by_hand: ColumnType<DueByHand, string | undefined, string>
  paused_since: Date | null
  merged_into: string | null
  created_at: Date
  resolved_at: Date | null
}

export const DEADLINES = ["firstAnswer", "nextAnswer", "resolution"] as const
export type DeadlineName = (typeof DEADLINES)[number]
/** What somebody set on this one case: a moment (ISO), or null where they took the deadline away. */
export type DueByHand = Partial<Record<DeadlineName, { at: string | null; setAt: string }>>

export type DeadlineChangesTable = {
  id: string
  case_id: string
  deadline: DeadlineName
  what: "moved" | "taken" | "rules"
  due_at: Date | null
  by_actor: string
  at: Date
}

export type StatusesTable = {
  id: string
  category: Category
  name_en: string
  name_fr: string
  position: number
  standard: Generated<boolean>
}

export type CalendarsTable = {
  id: string
  name: string
  time_zone: string
  spans: Json<Span[]>
  holidays: Generated<Holidays>
  extra_days: Json<ExtraDay[]>
  standard: Generated<boolean>
  updated_at: Date
}

export type DeadlineRulesTable = {
  id: string
  calendar_id: string
  inbox_id: string | null
  priority: Priority | null
  first_answer: number | null
  next_answer: number | null
  resolution: number | null
}

export type CaseConversationsTable = {
  conversation_id: string
  case_id: string
  inbox_ids: string[]
  last_words: string
  last_direction: "in" | "out"
  last_at: Date
  heard_at: Date | null
  noted_at: Date | null
  first_answered_at: Date | null
}

export type StatusChangesTable = {
  id: string
  /** The order in which they were made. */
  seq: Generated<number>
  case_id: string
  from_status: string | null
  to_status: string
  category: Category
  by_actor: string
  at: Date
  message_id: string | null
}

export type DecisionsTable = {
  id: string
  case_id: string
  text: string
  by_actor: string
  at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

export type PromisesTable = {
  id: string
  case_id: string
  text: string
  due_at: Date
  message_id: string | null
  made_by: string
  made_at: Date
  kept_at: Date | null
  broken_at: Date | null
  withdrawn_at: Date | null
  settled_by: string | null
}

export type PromiseSuggestionsTable = {
  id: string
  case_id: string
  message_id: string
  words: string
  due_at: Date
  decision: "made" | "refused" | null
  decided_by: string | null
  decided_at: Date | null
  created_at: Date
}

export type ContradictionsTable = {
  id: string
  case_id: string
  code: string
  outside_fact_id: string
  message_id: string
  found_at: Date
  dismissed_by: string | null
  dismissed_at: Date | null
}

export type FieldDefinitionsTable = {
  id: string
  key: string
  name: string
  type: FieldType
  choices: Generated<string[]>
  position: number
  retired_at: Date | null
}

/** What a merge added to the kept case, so that exactly this is taken away again. */
export interface MergeAdded {
  tags: string[]
  followers: string[]
  statusChange: string | null
  snooze: { until: string; was_status: string; by_actor: string; at: string } | null
}

export type CaseMergesTable = {
  id: string
  kept_id: string
  merged_id: string
  conversation_ids: string[]
  before: Json<MergeAdded>
  by_actor: string
  at: Date
  undone_by: string | null
  undone_at: Date | null
}

/** What a conversation cut in two was before: dates as ISO text. */
export interface BeforeSplit {
  conversation: {
    last_words: string
    last_direction: "in" | "out"
    last_at: string
    heard_at: string | null
    noted_at: string | null
    first_answered_at: string | null
  } | null
  silences: { began_at: string; ended_at: string | null; ended_by: string | null }[]
}

export type CaseSplitsTable = {
  id: string
  from_id: string
  new_id: string
  conversation_id: string
  moved_messages: string[] | null
  from_conversation: string | null
  before: Json<BeforeSplit>
  by_actor: string
  at: Date
  undone_by: string | null
  undone_at: Date | null
}

export type Reach = "personal" | "team" | "everybody"

export type TemplatesTable = {
  id: string
  name: string
  reach: Reach
  agent_id: string | null
  team_id: string | null
  text_en: string
  text_fr: string
  used: Generated<number>
  used_at: Date | null
  made_by: string
  made_at: Date
  changed_at: Date
  removed_by: string | null
  removed_at: Date | null
}

/** This room's tables, through whatever reads or writes. */
export function room(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<CasesTables>()
}
