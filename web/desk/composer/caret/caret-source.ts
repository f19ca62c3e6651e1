import type { QueryClient } from "@tanstack/react-query"
import type { DeskLanguage } from "#words/desk"
import type { DraftKind } from "../../api/drafts.ts"
import type { Id } from "../../api/types.ts"
import type { IconName } from "../../parts/icon-paths.ts"
import type { Words } from "../../words/use-words.ts"

/** What a list under the caret offers: one line. */
export interface Offer {
  id: string
  words: string
  /** A second, dimmer part of the line. */
  detail?: string
  icon?: IconName
  /** A sign in the place of an icon. */
  glyph?: string
}

/** Where the text stands that is being written. */
export interface Around {
  /** Null: to somebody who hasn't written, in no case yet. */
  caseId: Id | null
  conversationId: Id
  kind: DraftKind
  /** The language of the conversation. */
  language: DeskLanguage
  words: Words
  client: QueryClient
}

/** Something that is called while typing, by a sign: templates by `/`, people by `@`, emoji by `:`, knowledge by `[[`. */
export interface CaretSource {
  sign: "/" | "@" | ":" | "[["
  kinds: readonly DraftKind[]
  /** So many letters stand behind the sign before the list opens. */
  least: number
  /** How the list is called, for those who listen. */
  label: (words: Words) => string
  /** What fits what was typed behind the sign, the likeliest first; the list shows the first eight. */
  search: (typed: string, around: Around) => Promise<readonly Offer[]>
  /** Said when nothing fits; without it the list closes. */
  none?: (words: Words) => string
  /** The text that takes the place of the sign and what was typed. */
  insert: (offer: Offer, around: Around) => Promise<string>
}
