import type { Reader } from "#platform"
import { room } from "./tables.ts"

/** What inboxes are called, closed ones included, by id. */
export async function inboxNames(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await room(reader)
    .selectFrom("inboxes")
    .select(["id", "name"])
    .where("id", "in", [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
