import type { PastConversation } from "#conversations"
import type { Category, FieldValue, Priority } from "../tables.ts"

/** A case as another system, or a past of ours, had it. */
export interface PastCase {
  /** Its name in the source. Brought in twice under one source, it is one case. */
  key: string
  /** Kept where it is free; otherwise, and when absent, the next number. */
  number?: number
  subject: string
  contactId: string | null
  /** At least one, with something said in it. */
  conversations: readonly PastConversation[]
  priority?: Priority
  tags?: readonly string[]
  fields?: Readonly<Record<string, FieldValue>>
  followers?: readonly string[]
  /** Who had it, and when they got it; the last has it now. */
  assignments?: readonly { at: Date; ownerId: string | null; teamId: string | null; by?: string }[]
  /**
   * States that somebody gave it. What follows from words needs no mention: a customer's opens it (new), an answer leaves it waiting for
   * them, their next opens it again.
   */
  changes?: readonly PastChange[]
  promises?: readonly PastPromise[]
  decisions?: readonly { text: string; at: Date; by: string }[]
  /** When it began where that is before its first words. */
  createdAt?: Date
}

export interface PastChange {
  at: Date
  /** A category's usual status, or one of the desk's own. */
  to: Category | { statusId: string }
  /** Actor; `system:history` unless said. */
  by?: string
  /** With `snoozed`: until when. */
  until?: Date
}

/** Still open where it was neither kept, broken nor withdrawn. One that is open and past due is broken within a minute, as live. */
export interface PastPromise {
  text: string
  madeAt: Date
  dueAt: Date
  madeBy: string
  keptAt?: Date
  brokenAt?: Date
  withdrawnAt?: Date
  settledBy?: string
}
