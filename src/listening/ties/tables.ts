import type { ColumnType, Generated, Selectable } from "kysely"
import type { Reader } from "#platform"
import type { Piece } from "../evidence/sides.ts"

export const TIE_STATES = ["proposed", "confirmed", "refused", "withdrawn"] as const
export type TieState = (typeof TIE_STATES)[number]

export type TieTables = {
  ties: {
    id: string
    mention_id: string
    case_id: string
    state: TieState
    before: TieState | null
    score: number
    pieces: ColumnType<Piece[], string, string>
    refused: Generated<string[]>
    by_hand: boolean
    proposed_by: string
    proposed_at: Date
    decided_by: string | null
    decided_at: Date | null
  }
  tie_marks: { mention_id: string; said_at: Date; marks: string[] }
  tie_due: { what: "mention" | "case"; id: string; due_at: Date; tries: Generated<number> }
}

export type Tie = Selectable<TieTables["ties"]>

/** The tables of ties, through whatever reads or writes. */
export function tieRoom(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<TieTables>()
}
