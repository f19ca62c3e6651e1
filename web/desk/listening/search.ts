import type { Id } from "../api/types.ts"

export const RANGES = ["day", "week", "month", "quarter", "year"] as const
export type Range = (typeof RANGES)[number]

/** How a watch is looked at: part of its address. */
export interface WatchSearch {
  range?: Range | undefined
  /** Ids of the watches beside which it is put, parted by commas. */
  beside?: string | undefined
}

export const MENTION_KINDS = ["post", "article", "comment", "review", "page"] as const

export const TONES = ["negative", "mixed", "neutral", "positive"] as const

/** Which mentions: part of their address. */
export interface MentionSearch {
  watch?: Id | undefined
  from?: string | undefined
  to?: string | undefined
  source?: Id | undefined
  kind?: (typeof MENTION_KINDS)[number] | undefined
  language?: string | undefined
  site?: string | undefined
  country?: string | undefined
  words?: string | undefined
  /** A mention: only what its author said. */
  by?: Id | undefined
  tone?: (typeof TONES)[number] | undefined
}

export const ANSWER_LISTS = ["approval", "writing", "leaving", "given"] as const
export type AnswerList = (typeof ANSWER_LISTS)[number]

/** Which public answers: part of their address. */
export interface AnswersSearch {
  show?: AnswerList | undefined
}
