import type { Json } from "../tables.ts"
import type { BulkAction } from "./actions.ts"
import type { Kept } from "./keep.ts"

/** What was done to many cases at once, and what each had been. */
export type BulkTables = {
  bulk_changes: {
    id: string
    by_actor: string
    action: Json<BulkAction>
    at: Date
    undone_by: string | null
    undone_at: Date | null
  }
  bulk_changed_cases: { bulk_id: string; place: number; case_id: string; before: Json<Kept> }
}
