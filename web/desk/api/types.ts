import type { Agent, CaseDetail, CaseView, Contact, Message, SavedDraft, TimelineView, Upload } from "#house"

export type {
  Agent,
  AutomationRule,
  RuleDryRun,
  RuleRun,
  SocialAccount,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetail,
  Contact,
  ContactMerge,
  MentionDecision,
  Tie,
  Inbox,
  Mailbox,
  Me,
  MergeSuggestion,
  Message,
  OutsideFact,
  Preferences,
  Recipients,
  SignInWays,
  Upload,
} from "#house"
export type { PresenceView as Presence, TemplateFieldsView as TemplateFields, TemplateView as Template } from "#house"

export type {
  BulkAction,
  BulkChangeView as BulkChange,
  BulkDoneView as BulkDone,
  BulkPreviewView as BulkPreview,
  BulkSelection,
  NotificationView as Notification,
  SavedViewView as SavedView,
  SimilarView as Similar,
  ViewCondition,
  ViewQuery,
} from "#house"

export type { ContactsPreview, Import, ImportSkip } from "#house"
export type { Demo } from "#house"
export type { Company, DnsCheck, MailboxTrial, RelayTrial, SettingUp } from "#house"
export type { FiguresView as Figures, NowView as WaitingNow } from "#house"

/** What the API sends, as the rooms' views say; the few shapes that no view names are here. */
export type Id = string
export type Role = Agent["role"]

export type Case = CaseView
export type OneCase = CaseDetail
export type Category = CaseView["status"]["category"]
export type Priority = CaseView["priority"]
export type FieldValue = CaseView["fields"][string]
export type TimelineItem = TimelineView

export type Address = Message["to"][number]
export type Draft = Omit<SavedDraft, "updatedAt" | "version" | "files"> & { version?: number | undefined; files?: Upload[] | undefined }
export type Identity = Contact["identities"][number]
export type Hours = NonNullable<Contact["wishes"]>["hours"][number]

export interface Status {
  id: Id
  category: Category
  name: string
  nameEn: string
  nameFr: string
}

export interface FieldDefinition {
  id: Id
  key: string
  name: string
  type: "text" | "number" | "date" | "choice" | "boolean"
  choices: string[]
  retired: boolean
}

/** How soon a kind of case is answered and resolved, in working minutes. */
export interface DeadlineRule {
  id: Id
  calendarId: Id
  inboxId: Id | null
  priority: Priority | null
  firstAnswer: number | null
  nextAnswer: number | null
  resolution: number | null
}

/** Something that happened, as the journal keeps it. */
export interface AuditEntry {
  seq: number
  at: string
  kind: string
  actor: string
  about: Readonly<Record<string, string>>
}

export interface Calendar {
  id: Id
  name: string
  timeZone: string
  spans: Hours[]
  holidays: string
  extraDays: ({ date: string; closed: true } | { date: string; spans: { from: string; to: string }[] })[]
  standard: boolean
}

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
  usedFrom: string | null
  inboxIds: Id[] | null
  scopes: string[] | null
  expiresAt: string | null
  allowedFrom: string[]
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
  kind: "message" | "note" | "contact" | "case" | "satisfaction"
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
