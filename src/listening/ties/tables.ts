import type { ColumnType, Generated, Selectable } from "kysely"
import type { Reader } from "#platform"
import type { Piece } from "../evidence/sides.ts"

export const TIE_STATES = ["proposed", "confirmed", "refused", "withdrawn"] as const
export type TieState = (typeof TIE_STATES)[number]

/** What is still to be held together with what it may belong to. */
export type DueKind = "mention" | "case" | "contact"

/** What a mention may belong to. */
export type Whose = { caseId: string } | { contactId: string }

export type TieTables = {
  ties: {
    id: string
    mention_id: string
    /** One of the two: the case, or somebody who has none. */
    case_id: string | null
    contact_id: string | null
    state: TieState
    before: TieState | null
    score: number
    pieces: ColumnType<Piece[], string, string>
    refused: Generated<string[]>
    /** Refused before a person decided: undoing leads there. */
    refused_before: Generated<string[]>
    by_hand: boolean
    proposed_by: string
    proposed_at: Date
    decided_by: string | null
    decided_at: Date | null
  }
  tie_marks: { mention_id: string; said_at: Date; marks: string[] }
  tie_due: { what: DueKind; id: string; due_at: Date; tries: Generated<number> }
}

/** The columns that name what a tie leads to. */
export const columnsOf = (whose: Whose): { case_id: string | null; contact_id: string | null } =>
  "caseId" in whose ? { case_id: whose.caseId, contact_id: null } : { case_id: null, contact_id: whose.contactId }

export type Tie = Selectable<TieTables["ties"]>

/** The tables of ties, through whatever reads or writes. */
export function tieRoom(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<TieTables>()
}
