import type { Fact, Subjects, Tx } from "#platform"
import type { CaseRow } from "./tables.ts"

type Known = Pick<CaseRow, "id" | "inbox_ids" | "contact_id">

/** What happened to a case, for those who may see it. */
export function factOf(by: string, kind: `case.${string}`, row: Known, data: Fact["data"] = {}, also: Subjects = {}): Fact {
  return {
    kind,
    actor: by,
    about: { case: row.id, ...(row.contact_id ? { contact: row.contact_id } : {}), ...also },
    audience: { inboxes: row.inbox_ids },
    data,
  }
}

export function recordOf(
  tx: Tx,
  by: string,
  kind: `case.${string}`,
  row: Known,
  data: Fact["data"] = {},
  also: Subjects = {},
): Promise<void> {
  return tx.record(factOf(by, kind, row, data, also))
}
