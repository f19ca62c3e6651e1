import type { Reader } from "#platform"
import { room } from "../tables.ts"

/** Lines on a source's page, the latest first. */
export function listEvents(reader: Reader, sourceId: string, limit: number, before: string | null) {
  const page = room(reader)
    .selectFrom("source_events")
    .select(["id", "at", "code", "detail"])
    .where("source_id", "=", sourceId)
    .orderBy("id", "desc")
    .limit(limit)
  return (before ? page.where("id", "<", before) : page).execute()
}
