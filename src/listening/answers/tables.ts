import type { ColumnType, Generated, Selectable, Updateable } from "kysely"
import type { Reader } from "#platform"
import type { PRIVATE_KINDS } from "../guard/find-private.ts"

type AsJson<T> = ColumnType<T, string | null | undefined, string | null>

/**
 * draft → asked → sent-back, or → ready → sending → sent. retry: it surely isn't there. uncertain: it may be there, and the place is asked.
 * withdrawing → withdrawn: it was deleted there.
 */
export const ANSWER_STATES = [
  "draft",
  "asked",
  "sent-back",
  "ready",
  "sending",
  "retry",
  "uncertain",
  "sent",
  "failed",
  "withdrawing",
  "withdrawn",
  "discarded",
] as const
export type AnswerState = (typeof ANSWER_STATES)[number]

/** Why something stands as it does: a code that has a sentence (`answers.reason.CODE`), and the place's own words. */
export interface Why {
  code: string
  answer: string
}

export type AnswerTables = {
  public_answers: {
    id: string
    mention_id: string
    account_id: string
    case_id: string | null
    text: string
    language: string | null
    revision: Generated<number>
    writers: string[]
    state: AnswerState
    state_since: Date
    reason: AsJson<Why | null>
    decision_id: string | null
    approved_by: string | null
    due_at: Date | null
    post_key: string | null
    fixed: AsJson<unknown>
    place: AsJson<unknown>
    url: string | null
    attempts: Generated<number>
    lease: Generated<number>
    leased_by: string | null
    leased_until: Date | null
    created_at: Date
    updated_at: Date
    sent_at: Date | null
  }
  public_answer_steps: {
    id: string
    n: Generated<number>
    answer_id: string
    step: string
    by_actor: string
    at: Date
    reason: string | null
    detail: AsJson<Why | null>
    text: string | null
  }
  public_answer_releases: {
    answer_id: string
    kind: (typeof PRIVATE_KINDS)[number]
    words: string
    written: string
    reason: string
    by_actor: string
    at: Date
  }
}

export type PublicAnswer = Selectable<AnswerTables["public_answers"]>
export type AnswerChange = Updateable<AnswerTables["public_answers"]>
export type Release = Selectable<AnswerTables["public_answer_releases"]>

/** The tables of public answers, through whatever reads or writes. */
export function answerRoom(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<AnswerTables>()
}
