/** Counts of cases, as changes that add up; see src/cases/views-list/counts.ts. */
export type TallyTables = {
  case_tally: CaseTallyTable
}

interface CaseTallyTable {
  inbox_ids: string[]
  category: string
  waits: boolean
  assigned: boolean
  owner_id: string | null
  n: number
}
