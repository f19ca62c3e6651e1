import { newStore } from "../api/store.ts"
import type { DraftKind } from "../api/drafts.ts"
import type { Draft, Id, Message } from "../api/types.ts"

export interface Writing {
  kind: DraftKind
  /** The conversation written in, whatever comes in elsewhere meanwhile; null: it was just called, and is to be the one spoken in last. */
  conversationId: Id | null
  /** The message answered; null: the customer's last. */
  answering: Id | null
  /** Words that came back from an answer taken back. */
  restored: Draft | null
  /** Changes when the same composer is to begin anew. */
  round: number
}

/** What the agent is writing, and in answer to what; null: nothing is open. */
export const writing = newStore<Writing | null>(null)

let round = 0

/** Begins where one spoke last, or goes on with what is open, unless its conversation isn't among `within` (any more). */
export function write(kind: DraftKind, within: readonly Id[]): void {
  writing.set((now) =>
    now?.kind === kind && (now.conversationId === null || within.includes(now.conversationId))
      ? now
      : { kind, conversationId: null, answering: null, restored: null, round: ++round },
  )
}

/** What was called is written here from now on. */
export function writeIn(conversationId: Id): void {
  writing.set((now) => now && (now.conversationId === null ? { ...now, conversationId } : now))
}

export function answerTo(message: Message): void {
  writing.set({ kind: "reply", conversationId: message.conversationId, answering: message.id, restored: null, round: ++round })
}

export function takeBack(message: Pick<Message, "conversationId">, draft: Draft): void {
  writing.set({
    kind: "reply",
    conversationId: message.conversationId,
    answering: draft.answering ?? null,
    restored: draft,
    round: ++round,
  })
}
