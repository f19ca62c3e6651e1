import type { Selectable } from "kysely"
import type { Reader } from "#platform"

/** Speak in public, in private, look on, or leave it. */
export const WAYS = ["public", "private", "watch", "leave"] as const
export type Way = (typeof WAYS)[number]

export type DecisionTables = {
  mention_decisions: {
    id: string
    mention_id: string
    /** Decided with a case in sight: what was written is for those who may see it. */
    case_id: string | null
    way: Way
    aim: string
    tone: string
    reason: string
    by_actor: string
    at: Date
    look_again_at: Date | null
    reminded_at: Date | null
  }
}

export type MentionDecision = Selectable<DecisionTables["mention_decisions"]>

/** The table of decisions, through whatever reads or writes. */
export function decisionRoom(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<DecisionTables>()
}
