/** What the API sends, as the desk reads it. */
export type Id = string
/** ISO 8601, UTC. */
export type Moment = string

export interface Page<T> {
  items: T[]
  next: string | null
}

export type Role = "admin" | "lead" | "agent" | "observer"
export type Language = "en" | "fr"

export interface Named {
  id: Id
  name: string
}

export interface Agent {
  id: Id
  email: string | null
  name: string
  role: Role
  language: Language
  timeZone: string
  disabled: boolean
  inboxIds: Id[] | null
  /** First sign-in; null: invited only. */
  signedInAt: Moment | null
}

export interface Team {
  id: Id
  name: string
  agentIds: Id[]
  signature: string
}

export interface Passkey {
  id: string
  name: string
  createdAt: Moment
  usedAt: Moment | null
}

export interface Session {
  id: Id
  proof: string
  userAgent: string
  createdAt: Moment
  seenAt: Moment
  current: boolean
}

export interface Me extends Agent {
  signature: string
  teams: Named[]
  twoStep: boolean
  hasPassword: boolean
  passkeys: Passkey[]
  sessions: Session[]
}

export interface SignInWays {
  password: boolean
  link: boolean
  passkey: boolean
  sso: { name: string } | null
  /** This browser still owes a code. */
  secondStep: boolean
}

export interface Token {
  id: Id
  name: string
  role: Role
  createdAt: Moment
  usedAt: Moment | null
}

export type Category = "new" | "open" | "waiting" | "snoozed" | "resolved" | "spam"
export type Priority = "low" | "normal" | "high" | "urgent"

export interface Status {
  id: Id
  category: Category
  name: string
  nameEn?: string
  nameFr?: string
  position?: number
  standard?: boolean
}

export interface Deadlines {
  firstAnswer: Moment | null
  nextAnswer: Moment | null
  resolution: Moment | null
  paused: boolean
  next: Moment | null
}

export interface OpenPromise {
  id: Id
  text: string
  dueAt: Moment
}

export interface Contradiction {
  id: Id
  code: string
  text: string
  outsideFactId: Id
  messageId: Id
}

export type FieldValue = string | number | boolean

export interface Case {
  id: Id
  number: number
  subject: string
  status: Pick<Status, "id" | "category" | "name">
  priority: Priority
  owner: Named | null
  team: Named | null
  contact: { id: Id; name: string; address: string | null } | null
  contactId: Id | null
  inboxIds: Id[]
  conversationIds: Id[]
  tags: string[]
  fields: Record<string, FieldValue>
  followers: Id[]
  waitingSince: Moment | null
  lastWords: string
  lastDirection: "in" | "out"
  lastAt: Moment
  deadlines: Deadlines
  openPromises: OpenPromise[]
  contradictions: Contradiction[]
  snoozedUntil: Moment | null
  mergedInto: Id | null
  createdAt: Moment
  resolvedAt: Moment | null
}

export interface View {
  id: string
  name: string
  count: number
}

export interface Address {
  name: string
  address: string
}

export interface Attachment {
  id: Id
  name: string
  type: string
  size: number
  inline: boolean
  contentId: string | null
}

export type OutboxState = "ready" | "sending" | "sent" | "retry" | "uncertain" | "failed" | "held" | "cancelled"

export interface RelatedHint {
  hintId: Id
  conversationId: Id
  caseId: Id | null
  caseNumber?: number | null
  reason: string
  decision: "accepted" | "refused" | null
}

export interface Message {
  id: Id
  conversationId: Id
  caseId: Id | null
  direction: "in" | "out" | "note"
  channel: string
  messageId: string | null
  from: { name: string; address: string; identity: string; contactId: Id | null; agentId: Id | null }
  to: Address[]
  cc: Address[]
  subject: string
  text: string
  newText: string
  quoted: string
  signature: string
  hasHtml: boolean
  attachments: Attachment[]
  warnings: { code: string; text: string }[]
  identity: "verified" | "unverified" | "failed"
  proof: { spf?: string; dkim?: string[]; dmarc?: string; arc?: string; reasons?: string[] }
  automatic: string | null
  bounce: unknown
  receivedAt: Moment
  sentAt: Moment | null
  state: "received" | "note" | OutboxState
  stateReason: string | null
  relayAnswer: string | null
  dueAt: Moment | null
  whyLater: string | null
  undoUntil: Moment | null
  askAgain: boolean
  mentions: Id[]
  related: RelatedHint[]
}

export interface Draft {
  text: string
  to?: Address[]
  cc?: Address[]
  quote?: boolean
  attachmentIds?: Id[]
  answering?: Id
  version: number
}

export interface Upload {
  id: Id
  name: string
  type: string
  size: number
}

export interface Recipients {
  to: Address[]
  cc: Address[]
  notes: { address: string; name: string; code: string; text: string }[]
  sendsAt: Moment
  why: string
  timeZone: string | null
}

export interface Identity {
  id: Id
  kind: "email" | "phone" | "handle" | "reference"
  network: string
  value: string
  verifiedAt: Moment | null
  verifiedBy: string | null
  source: string
}

export interface Hours {
  days: number[]
  from: string
  to: string
}

export interface Wishes {
  channels: string[]
  hours: Hours[]
  timeZone: string | null
}

export interface Contact {
  id: Id
  name: string
  /** What a message called them. */
  suggestedName: string
  language: string | null
  salutation: string | null
  grammar: "feminine" | "masculine" | "neutral" | null
  familiarity: "tu" | "vous" | null
  organisation: string
  note: string
  identities: Identity[]
  wishes: Wishes | null
  createdAt: Moment
}

export interface OutsideFact {
  id: Id
  kind: string
  state: string
  reference: string
  text: string
  source: string
  occurredAt: Moment
}

export interface MergeSuggestion {
  id: Id
  contact: Named & { address: string | null }
  reasons: { code: string; value: string; text: string }[]
  score: number
}

export interface ContactMerge {
  id: Id
  keptId: Id
  mergedId: Id
  at: Moment
  undoneAt: Moment | null
}

export interface TimelineItem {
  id: Id
  kind: string
  at: Moment
  actor: { ref: string; name: string } | null
  [thing: string]: unknown
}

export interface PromiseSuggestion {
  id: Id
  messageId: Id
  words: string
  dueAt: Moment
}

export interface CaseSuggestions {
  promises: PromiseSuggestion[]
  related: RelatedHint[]
}

export interface SearchHit {
  kind: "message" | "note" | "contact" | "case"
  id: Id
  caseId: Id | null
  caseNumber: number | null
  subject: string
  contactId: Id | null
  snippet: { text: string; hit: boolean }[]
  at: Moment
}

export interface Inbox {
  id: Id
  name: string
  address: string
  language: Language
  signature: string
  teamId: Id | null
  acknowledge: boolean
  closedAt?: Moment | null
}

export interface Mailbox {
  id: Id
  inboxId: Id
  host: string
  port: number
  security: "tls" | "starttls" | "none"
  username: string
  folder: string
  afterReading: "nothing" | "mark-seen" | "move" | "delete"
  moveTo: string | null
  state: string
  problem: string | null
  onServer: number | null
  held: number | null
  missing: number | null
  checkedAt: Moment | null
  pausedAt: Moment | null
}

export interface Calendar {
  id: Id
  name: string
  timeZone: string
  spans: Hours[]
  holidays: string
  standard: boolean
}

export interface FieldDefinition {
  id: Id
  key: string
  name: string
  type: "text" | "number" | "date" | "choice" | "boolean"
  choices: string[]
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
  at: Moment
  kind: string
  actor: string
  about: { case?: Id; conversation?: Id; message?: Id; contact?: Id; agent?: Id; team?: Id; inbox?: Id }
  data?: Record<string, unknown>
}
