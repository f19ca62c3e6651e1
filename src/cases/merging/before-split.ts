import type { Tx } from "#platform"
import { type BeforeSplit, room } from "../tables.ts"
import type { Known, Silence } from "./read-back.ts"

/** What is known of a conversation that is about to be cut, as it is kept. */
export async function remember(tx: Tx, conversationId: string): Promise<BeforeSplit> {
  const known = await room(tx)
    .selectFrom("case_conversations")
    .select(["last_words", "last_direction", "last_at", "heard_at", "noted_at", "first_answered_at"])
    .where("conversation_id", "=", conversationId)
    .executeTakeFirst()
  const silences = await room(tx)
    .selectFrom("silences")
    .select(["began_at", "ended_at", "ended_by"])
    .where("conversation_id", "=", conversationId)
    .orderBy("began_at")
    .execute()
  return {
    conversation: known
      ? {
          ...known,
          last_at: known.last_at.toISOString(),
          heard_at: text(known.heard_at),
          noted_at: text(known.noted_at),
          first_answered_at: text(known.first_answered_at),
        }
      : null,
    silences: silences.map((silence) => ({ ...silence, began_at: silence.began_at.toISOString(), ended_at: text(silence.ended_at) })),
  }
}

/** The same as rows again. */
export function recall({ conversation: known, silences }: BeforeSplit): { known: Known | null; silences: Silence[] } {
  return {
    known: known
      ? {
          ...known,
          last_at: new Date(known.last_at),
          heard_at: date(known.heard_at),
          noted_at: date(known.noted_at),
          first_answered_at: date(known.first_answered_at),
        }
      : null,
    silences: silences.map((silence) => ({ ...silence, began_at: new Date(silence.began_at), ended_at: date(silence.ended_at) })),
  }
}

/** The last silence, when it has ended. */
export function endedLast(before: BeforeSplit): Silence | null {
  const last = recall(before).silences.at(-1)
  return last?.ended_at ? last : null
}

function text(at: Date | null): string | null {
  return at?.toISOString() ?? null
}

function date(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
