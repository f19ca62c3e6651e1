import { createHash } from "node:crypto"
import type { CaseRow } from "../tables.ts"

/** A case as somebody saw it before saying what to do to it: another mark, and it has been changed or spoken in since. */
export function markOf(row: CaseRow): string {
  const seen = [
    row.last_at,
    row.last_direction,
    row.last_words,
    row.waiting_since,
    row.status_id,
    row.owner_id,
    row.team_id,
    row.priority,
    row.tags,
    row.subject,
    row.contact_id,
    row.merged_into,
    row.contradiction,
  ]
  return createHash("sha256").update(JSON.stringify(seen)).digest("base64url").slice(0, 22)
}
