import type { z } from "zod"
import type { calendarView, fieldView, statusView } from "../../../src/cases/routes/settings-views.ts"
import type { TimelineView } from "../../../src/cases/timeline/views.ts"
import type { CaseDetail, CaseView, fieldValueSchema } from "../../../src/cases/views.ts"
import type { MailboxView } from "../../../src/channels/mail/imap/views.ts"
import type { ContactView, MergeView, OutsideFactView, SuggestionView } from "../../../src/contacts/views.ts"
import type { DraftView, InboxView, MessageView, RecipientsView, UploadView } from "../../../src/conversations/views.ts"
import type { agentView } from "../../../src/people/agents/views.ts"
import type { meView } from "../../../src/people/me/views.ts"
import type { waysView } from "../../../src/people/sign-in/views.ts"

/** What the API sends, as the rooms' views say; the few shapes that no view names are here. */
export type Id = string
export type Agent = z.infer<typeof agentView>
export type Me = z.infer<typeof meView>
export type SignInWays = z.infer<typeof waysView>
export type Role = Agent["role"]

export type Case = CaseView
export type OneCase = CaseDetail
export type Category = CaseView["status"]["category"]
export type Priority = CaseView["priority"]
export type FieldValue = z.infer<typeof fieldValueSchema>
export type FieldDefinition = z.infer<typeof fieldView>
export type Status = z.infer<typeof statusView>
export type Calendar = z.infer<typeof calendarView>
export type TimelineItem = TimelineView

export type Message = MessageView
export type Address = MessageView["to"][number]
export type Draft = Omit<DraftView, "updatedAt" | "version"> & { version?: number | undefined }
export type Upload = UploadView
export type Recipients = RecipientsView
export type Inbox = InboxView
export type Mailbox = z.infer<typeof MailboxView>

export type Contact = ContactView
export type Identity = ContactView["identities"][number]
export type Hours = NonNullable<ContactView["wishes"]>["hours"][number]
export type OutsideFact = OutsideFactView
export type MergeSuggestion = SuggestionView
export type ContactMerge = MergeView

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Team {
  id: Id
  name: string
  signature: string
  agentIds: Id[]
}

export interface Token {
  id: Id
  name: string
  role: Role
  createdAt: string
  usedAt: string | null
}

export interface View {
  id: string
  name: string
  count: number
}

export interface PromiseSuggestion {
  id: Id
  messageId: Id
  words: string
  dueAt: string
}

export interface Found {
  kind: "message" | "note" | "contact" | "case"
  id: Id
  caseId: Id | null
  caseNumber: number | null
  subject: string
  contactId: Id | null
  snippet: { text: string; hit: boolean }[]
  at: string | null
}

export interface FoundPage extends Page<Found> {
  /** How the question was understood. */
  notes: { code: string; text: string }[]
}

export interface SsoSettings {
  issuer: string
  clientId: string
  name: string
  admitDomains: string[]
  trustAddresses: boolean
}

export interface Problem {
  title: string
  status: number
  detail: string
  key: string
  fields?: { path: string; detail: string; key: string }[]
}

export interface FeedFact {
  seq: number
  at: string
  kind: string
  about: { case?: Id; conversation?: Id; message?: Id; contact?: Id; agent?: Id; team?: Id; inbox?: Id }
  data?: Record<string, unknown>
}
