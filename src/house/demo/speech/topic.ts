/** Where people write to. */
export type Door =
  | "bonjour"
  | "hello"
  | "fleurs"
  | "flowers"
  | "fil"
  | "line"
  | "escale"
  | "travel"
  | "comptes"
  | "accounts"
  | "presse"
  | "press"

/** What a conversation about something sounds like, in one language, as patterns. */
export interface Talk {
  subject: readonly string[]
  /** What happened. */
  story: readonly string[]
  /** What is wanted. */
  ask: readonly string[]
  /** A colleague's first answer, which may promise or ask something. */
  answer: readonly string[]
  /** The customer comes back; `+` before it: with good news. */
  more: readonly string[]
  /** A colleague's last answer. */
  settle: readonly string[]
  /** Between colleagues. */
  note: readonly string[]
}

export type Season = "flat" | "flowers" | "christmas" | "summer" | "autumn"

/** What people write about. */
export interface Topic {
  key: string
  /** Where it comes in, by the customer's language. */
  door: { fr: Door; en: Door }
  /** How often, among all. */
  weight: number
  season: Season
  /** Keys of the company's tags. */
  tags: readonly string[]
  /** How angry people are about it, 0 to 1. */
  heat: number
  fr: Talk
  en: Talk
}
