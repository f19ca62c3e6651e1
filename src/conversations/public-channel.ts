import type { Reader } from "#platform"
import type { Channel } from "./channel.ts"

/** How a place counts what may be said in one go. */
export interface Counting {
  /** So many of what `by` says. */
  most: number
  /**
   * signs: as a reader sees them (grapheme clusters). points: of Unicode. units: of UTF-16. bytes: of UTF-8. emoji-bytes: points, but an
   * emoji counts its bytes.
   */
  by: "signs" | "points" | "units" | "bytes" | "emoji-bytes"
  /** So many bytes of UTF-8, where the place limits these too. */
  bytes: number | null
  /** What any link counts, however long it is; null: as it is written. */
  link: number | null
  /** Of `@name@server` only `@name` counts. */
  shortNames: boolean
}

/** An account by which the company speaks in the open. */
export interface PublicAccount {
  id: string
  /** `bluesky`, `google-play`. */
  kind: string
  name: string
  handle: string
  url: string | null
  /** As its network reads them. */
  settings: unknown
  counting: Counting
  /** What stands of ours under one thing there: a second answer takes the place of the first. */
  keepsOne: boolean
  /** Whether what stands there can be deleted from here. */
  takesBack: boolean
  /** Whose words wait for a second person. */
  approval: "nobody" | "everybody" | "teams"
  /** With `teams`: those of their members. */
  approvalTeams: readonly string[]
  /** Who may approve beside administrators; empty: every lead. */
  approvers: readonly string[]
}

/** Something said in the open that is to be answered, as its source told it. */
export interface AnsweredWords {
  /** The kind of source that heard it, its settings, and the source's own id of what was said. */
  source: string
  settings: unknown
  key: string
  /** `post`, `comment`, `review`, as its source says. */
  kind: string
  url: string | null
  /** As their platform writes it, where it is known. */
  handle: string | null
}

/** An answer in the open before it is what will be sent. */
export interface PublicWords {
  accountId: string
  text: string
  /** BCP 47; null: the place finds out. */
  language: string | null
  /** Chosen beforehand: whatever is sent with it twice stands there once. */
  postKey: string
  at: Date
  answers: AnsweredWords
}

/** Why something didn't come to be, and what the place itself says of it. */
export interface PublicTrouble {
  kind: "refused" | "deferred" | "unreachable" | "uncertain"
  /** A code that has a sentence: `answers.reason.CODE`. */
  code: string
  answer: string
  /** Not before this, where the place said so. */
  until: Date | null
}

/** Where it stands: how the place names it, and its address for people. */
export interface PublicPlace {
  place: unknown
  url: string | null
}

export type PublicFixed = { kind: "fixed"; fixed: unknown } | PublicTrouble
export type PublicOutcome = ({ kind: "sent" } & PublicPlace) | PublicTrouble
export type PublicLooked = ({ kind: "there" } & PublicPlace) | { kind: "absent" } | PublicTrouble
/** What stands there of ours, where a place keeps one answer; null: nothing. */
export type PublicStanding = { kind: "standing"; text: string | null } | PublicTrouble
export type PublicTakenBack = { kind: "taken-back" } | PublicTrouble

/** What was composed, as it was kept. */
export interface SealedPublic {
  accountId: string
  fixed: unknown
}

/** The port of channels that speak in the open. None of it throws for what the outside does. */
export interface PublicChannel extends Channel<PublicWords, PublicFixed, SealedPublic, PublicOutcome> {
  /** Accounts that stand, by name. */
  accounts(reader: Reader): Promise<PublicAccount[]>
  /** Whether words said there can be answered by this account. */
  reaches(account: PublicAccount, words: AnsweredWords): boolean
  /** What an answer there begins with, so that whoever is answered hears of it. */
  opening(account: PublicAccount, words: AnsweredWords): string
  newKey(now: Date): string
  /** What an answer would take the place of. */
  standing(accountId: string, words: AnsweredWords): Promise<PublicStanding>
  /** Whether it stands there: asked before anything is repeated whose end wasn't seen. */
  look(sealed: SealedPublic, signal: AbortSignal): Promise<PublicLooked>
  /** Deletes it there; what isn't there any more is taken back. */
  takeBack(sealed: SealedPublic, place: unknown, signal: AbortSignal): Promise<PublicTakenBack>
  /** Keys and addresses of accounts that are or were ours, as sources write authors. */
  ownAuthors(reader: Reader): Promise<ReadonlySet<string>>
}
