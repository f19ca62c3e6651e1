import type { Selectable } from "kysely"
import type { Reader } from "#platform"

/** Speak in public, in private, look on, or leave it. */
export const WAYS = ["public", "private", "watch", "leave"] as const
export type Way = (typeof WAYS)[number]

/** What is decided about: a mention, or a whole story. */
export type About = { mentionId: string } | { storyId: string }

export type DecisionTables = {
  mention_decisions: {
    id: string
    /** One of the two. */
    mention_id: string | null
    story_id: string | null
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
    undone_at: Date | null
    undone_by: string | null
  }
}

export type Decision = Selectable<DecisionTables["mention_decisions"]>

/** The table of decisions, through whatever reads or writes. */
export function decisionRoom(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<DecisionTables>()
}
