import type { Reader } from "#platform"

/** What the figures are made of; see migrations/0013-figures.sql. */
export type FiguresTables = {
  figure_cases: { case_id: string; inbox_id: string; team_id: string | null; tags: string[]; cells: string[] }
  figure_days: FigureDaysTable
  figure_dirty: { case_id: string }
  figure_state: { single: boolean; seq: number; counted_at: Date | null; time_zone: string | null }
}

interface FigureDaysTable {
  tag: string
  measure: string
  day: number
  inbox_id: string
  team_id: string | null
  bucket: number
  n: number
}

/** The figures' tables, through whatever reads or writes. */
export function figures(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<FiguresTables>()
}
