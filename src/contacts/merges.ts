import type { Reader } from "#platform"
import { mergedIdsOf } from "./merged-ids.ts"
import type { Merge } from "./merge-contacts.ts"
import type { ContactTables } from "./tables.ts"

/** The merges in which a contact took part, under any of its ids, the last one first; undone ones too. */
export async function mergesOf(reader: Reader, contactId: string): Promise<Merge[]> {
  const ids = await mergedIdsOf(reader, contactId)
  if (ids.length === 0) return []
  return reader.sql
    .withTables<ContactTables>()
    .selectFrom("contact_merges")
    .selectAll()
    .where((on) => on.or([on("kept_id", "in", ids), on("merged_id", "in", ids)]))
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute()
}
